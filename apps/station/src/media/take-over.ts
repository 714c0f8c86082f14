import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Group, RandomSource } from '@bilik/ballot';
import { civilClock, type ElectionDefinition } from '@bilik/election';
import { readDeviceFile } from '@bilik/server';
import { type Confirmations, openPinCheck, type PinRefusal } from '../people/pin-check.ts';
import { openPinTries } from '../people/pin-tries.ts';
import { confirmAct, type PeopleRefusal } from '../phase/board-act.ts';
import { readKeptManifest } from '../place/kept-manifest.ts';
import { loadPreparedPlace } from '../place/load-place.ts';
import { placeFolder } from '../place/place-swap.ts';
import type { PlaceProblem } from '../place/prepared-place.ts';
import { storeKeyOf } from '../place/store-key.ts';
import { openCounters } from '../store/counters.ts';
import { databaseFile, readMediumIdentity } from '../store/medium-identity.ts';
import { openHeritage, type TakeOverProblem } from '../store/take-over.ts';

export type TakeOverRefusal = PlaceProblem | TakeOverProblem | PinRefusal | PeopleRefusal;

export interface SpareOptions {
  /** The spare's root, with its `place/` and without a store. */
  readonly home: string;
  /** The second medium of the station that is gone. */
  readonly second: string;
  readonly group: Group;
  readonly now: () => number;
  readonly elapsedMs: () => number;
  readonly random?: RandomSource;
}

type TakeOverAnswer =
  | { readonly ok: true; readonly value: { readonly epoch: number } }
  | { readonly ok: false; readonly error: TakeOverRefusal };

/** A spare with the second medium in hand, before people have decided. Nothing was changed yet. */
export interface Spare {
  readonly definition: ElectionDefinition;
  /**
   * Everything of the second medium comes over (ballots, poll book, acts, papers, sessions, wrong PINs), at a higher epoch. Start the station
   * on the same two folders afterwards. Until the PINs are right nothing is changed; wrong ones are counted on from what the medium says, but
   * not written to it: the pair of the old station must stay a pair.
   * @param confirmations chair and one more of the board
   */
  readonly takeOver: (confirmations: Confirmations) => Promise<TakeOverAnswer>;
  /** Lets the second medium go. */
  readonly close: () => void;
}

/** Whether this station has a package, no store of its own, and the second medium of its election: it can only be a spare. */
export function isSpare({ home, second }: Pick<SpareOptions, 'home' | 'second'>): boolean {
  const kept = readKeptManifest(placeFolder(home));
  if (!kept.ok || kept.value === undefined || existsSync(databaseFile(home))) return false;
  return readMediumIdentity(second)?.electionFingerprint === kept.value.manifest.electionFingerprint;
}

/**
 * Whether this machine was prepared as the spare and has nothing to take over from. Were it to begin a store of its own, the polling place would
 * have two stations of the same morning.
 */
export function isSpareWithoutStick(folders: Pick<SpareOptions, 'home' | 'second'>): boolean {
  const device = readDeviceFile(folders.home);
  if (!device.ok || device.value.prepared.role !== 'spare') return false;
  return !existsSync(databaseFile(folders.home)) && !isSpare(folders);
}

/** Looks at place and second medium of a spare. @errors those of a place or a medium that cannot be taken over from */
export function openSpare(
  options: SpareOptions,
): { readonly ok: true; readonly value: Spare } | { readonly ok: false; readonly error: TakeOverRefusal } {
  const random: RandomSource = options.random ?? ((count) => new Uint8Array(randomBytes(count)));
  const loaded = loadPreparedPlace(placeFolder(options.home), options.group, random);
  if (!loaded.ok) return loaded;
  const { definition, election, people, fileHashes, secrets } = loaded.value;
  const heritage = openHeritage({
    home: options.home,
    second: options.second,
    electionFingerprint: election.fingerprint,
    pollingPlace: definition.pollingPlace.id,
    placeFiles: fileHashes,
    contentKey: storeKeyOf(secrets),
    random,
  });
  if (!heritage.ok) return heritage;
  const { database, close } = heritage.value;
  const tries = openPinTries({
    at: 'board',
    people: people.map(({ person }) => person),
    counters: openCounters(database),
    durably: () => ({
      ok: false,
      error: { type: 'store-failed', reason: 'not before the takeover', paused: null },
    }),
    elapsedMs: options.elapsedMs,
    isMinuted: () => false,
  });
  const pins = openPinCheck({ people, tries });
  return {
    ok: true,
    value: {
      definition,
      async takeOver(confirmations) {
        const shown = await pins.check(confirmations);
        if (!shown.ok) return shown;
        const allowed = confirmAct(definition, 'take_over', shown.value);
        if (!allowed.ok) return allowed;
        const at = civilClock(options.now(), definition.voting.zone).time;
        const done = heritage.value.takeOver({ at, confirmedBy: [...shown.value] });
        return done.ok ? { ok: true, value: { epoch: epochsOf(database) } } : done;
      },
      close,
    },
  };
}

/** One attempt of two people to make a spare the station of its polling place. @errors as `openSpare` and `Spare.takeOver` */
export async function takeOver(
  options: SpareOptions & { readonly confirmations: Confirmations },
): Promise<TakeOverAnswer> {
  const spare = openSpare(options);
  if (!spare.ok) return spare;
  try {
    return await spare.value.takeOver(options.confirmations);
  } finally {
    spare.value.close();
  }
}

function epochsOf(database: Parameters<typeof openCounters>[0]): number {
  return Number(database.prepare('SELECT count(*) AS epochs FROM epoch').get()?.['epochs']);
}
