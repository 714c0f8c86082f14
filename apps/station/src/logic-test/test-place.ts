import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ballotLengthLimit, type RandomSource, sha256Hex } from '@bilik/ballot';
import { type CivilTime, civilTimeSchema, type PollState } from '@bilik/election';
import { z } from 'zod';
import { openBallotSlots, prepareBallotSlots, slotBytesFor } from '../cast/ballot-slots.ts';
import { openBoothCases, prepareBoothCases } from '../cast/booth-cases.ts';
import type { BoothService } from '../cast/booth-service.ts';
import { openCardQuestions } from '../cast/card-questions.ts';
import { CAST_COUNTERS, type CastCounter } from '../cast/casting.ts';
import { openElectionCasting } from '../cast/election-casting.ts';
import { openInterruptedCases } from '../people/interrupted-cases.ts';
import type { PinCheck } from '../people/pin-check.ts';
import type { PreparedPlace } from '../place/prepared-place.ts';
import { storeKeyOf } from '../place/store-key.ts';
import { type Counters, openCounters, prepareCounters } from '../store/counters.ts';
import { makeDurably } from '../store/durable.ts';
import type { StoreProblem } from '../store/media-standing.ts';
import { openPapers } from '../store/papers.ts';
import { openStationStore } from '../store/station-store.ts';

const RUN_BYTES = 8;
const RunSchema = z.strictObject({
  name: z.string().regex(/^[0-9a-f]{16}$/),
  begunAt: civilTimeSchema,
});
const BoothSchema = z.strictObject({ booth: z.int().min(1).max(100) });

/** A ballot of the test that was cast, and the booth from which it came: in a test nobody's secret. */
export interface TestCast {
  readonly hash: string;
  readonly booth: number;
  /** @throws DamagedContent when the store no longer holds it */
  readonly text: () => string;
}

/** A second, small polling place in a folder of its own: the same casting on the same kind of store, for cards of the test and nothing else. */
export interface TestPlace {
  readonly service: BoothService;
  readonly begunAt: CivilTime;
  readonly casts: () => readonly TestCast[];
  readonly spoiled: () => number;
  /** Booths in the middle of a case. */
  readonly openBooths: () => readonly number[];
  readonly close: () => void;
}

export interface TestPlaceParts {
  /** Holds both media of the test: a store on one alone would be another path than that of the day. */
  readonly folder: string;
  readonly place: Pick<PreparedPlace, 'definition' | 'test' | 'secrets'>;
  readonly pins: PinCheck;
  readonly random: RandomSource;
  readonly elapsedMs: () => number;
  /** For a test that begins now; of one that was begun before, what was written then holds. */
  readonly now: () => CivilTime;
}

/** Begins a test, or goes on with the one that lies in the folder. @errors as the store of a polling place */
export function openTestPlace(
  parts: TestPlaceParts,
): { readonly ok: true; readonly value: TestPlace } | { readonly ok: false; readonly error: StoreProblem } {
  const { definition, test } = parts.place;
  const { election, credentials } = test;
  const home = join(parts.folder, 'first');
  const second = join(parts.folder, 'second');
  for (const medium of [home, second]) mkdirSync(medium, { recursive: true, mode: 0o700 });
  const opened = openStationStore({
    home,
    second,
    electionFingerprint: election.fingerprint,
    pollingPlace: definition.pollingPlace.id,
    placeFiles: new Map(),
    contentKey: storeKeyOf(parts.place.secrets),
    random: parts.random,
    elapsedMs: parts.elapsedMs,
    prepare(database) {
      prepareBallotSlots(database, credentials.size, slotBytesFor(ballotLengthLimit(election)));
      prepareBoothCases(database, definition.booths);
      prepareCounters(database, CAST_COUNTERS);
      openPapers(database).put('logic-test-run', {
        name: Buffer.from(parts.random(RUN_BYTES)).toString('hex'),
        begunAt: parts.now(),
      });
    },
  });
  if (!opened.ok) return opened;
  const store = opened.value;
  const papers = openPapers(store.database);
  const run = papers.get('logic-test-run', RunSchema);
  if (run === undefined) {
    store.close();
    return { ok: false, error: { type: 'store-damaged', reason: 'the store of a test does not name it' } };
  }
  const slots = openBallotSlots(store, parts.random);
  const cases = openBoothCases(store);
  const counters: Counters<CastCounter> = openCounters(store.database);
  const durably = makeDurably(store);
  const boothOf = (hash: string): number => papers.get(`ballot-${hash}`, BoothSchema)?.booth ?? 0;
  const poll = (): PollState => ({
    phase: 'open',
    // officers stand at the booths with cards of the test: no desk releases any
    released: credentials.size,
    casts: slots.count('cast'),
    openCases: slots.count('sealing'),
    abandoned: 0,
  });
  const casting = openElectionCasting({ election, credentials, durably, slots, cases, counters, poll });

  return {
    ok: true,
    value: {
      begunAt: run.begunAt,
      service: {
        logicTest: run.name,
        electionText: election.text,
        casting: {
          ...casting,
          seal(booth, text) {
            // before the ballot: one that is there always has its booth
            const noted = durably('test-booth', () => papers.put(`ballot-${sha256Hex(text)}`, { booth }));
            return noted.ok ? casting.seal(booth, text) : noted;
          },
        },
        cardQuestions: openCardQuestions({
          election,
          random: parts.random,
          standing: casting.tokenStanding,
        }),
        boothCase: (booth) => cases.get(booth),
        phase: () => 'open',
        interruptedCases: openInterruptedCases({
          definition,
          pins: parts.pins,
          caseOf: (booth) => cases.get(booth),
          // slips of a test are counted by hand and by nobody else
          finishCase: ({ booth, hash, slip }) => casting.finish(booth, hash, slip),
        }),
        standing: () => ({
          epoch: store.epochs().length,
          marks: store.epochs().map(({ mark }) => mark),
          casts: slots.count('cast'),
          voids: slots.count('spoiled') + slots.count('proved'),
        }),
      },
      casts: () =>
        slots
          .entries()
          .filter(({ state }) => state === 'cast')
          .map(({ hash, slot }) => ({ hash, booth: boothOf(hash), text: () => slots.text(slot) })),
      spoiled: () => slots.count('spoiled') + slots.count('proved'),
      openBooths: () => cases.open().map(({ booth }) => booth),
      close: store.close,
    },
  };
}
