import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Group, RandomSource } from '@bilik/ballot';
import { civilClock } from '@bilik/election';
import { type Confirmations, openPinCheck, type PinRefusal } from '../people/pin-check.ts';
import { openPinTries } from '../people/pin-tries.ts';
import { confirmAct, type PeopleRefusal } from '../phase/board-act.ts';
import { loadPreparedPlace, type PlaceProblem } from '../place/prepared-place.ts';
import { openCounters } from '../store/counters.ts';
import { openHeritage, type TakeOverProblem } from '../store/take-over.ts';

export type TakeOverRefusal = PlaceProblem | TakeOverProblem | PinRefusal | PeopleRefusal;

export interface TakeOverOptions {
  /** The spare's root, with its `place/` and without a store. */
  readonly home: string;
  /** The second medium of the station that is gone. */
  readonly second: string;
  readonly group: Group;
  readonly now: () => number;
  readonly elapsedMs: () => number;
  readonly random?: RandomSource;
  /** Chair and one more of the board. */
  readonly confirmations: Confirmations;
}

/**
 * A spare becomes the station of a polling place: everything of the second medium comes over (ballots, poll book, acts, papers, sessions,
 * wrong PINs), at a higher epoch. Start the station on the same two folders afterwards. Until the PINs are right nothing is changed; wrong
 * ones are counted on from what the medium says, but not written to it: the pair of the old station must stay a pair.
 */
export async function takeOver(
  options: TakeOverOptions,
): Promise<
  | { readonly ok: true; readonly value: { readonly epoch: number } }
  | { readonly ok: false; readonly error: TakeOverRefusal }
> {
  const random: RandomSource = options.random ?? ((count) => new Uint8Array(randomBytes(count)));
  const loaded = loadPreparedPlace(join(options.home, 'place'), options.group, random);
  if (!loaded.ok) return loaded;
  const { definition, election, people, fileHashes } = loaded.value;
  const heritage = openHeritage({
    home: options.home,
    second: options.second,
    electionFingerprint: election.fingerprint,
    pollingPlace: definition.pollingPlace.id,
    placeFiles: fileHashes,
    random,
  });
  if (!heritage.ok) return heritage;
  const { database, close } = heritage.value;
  try {
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
    const shown = await openPinCheck({ people, tries }).check(options.confirmations);
    if (!shown.ok) return shown;
    const allowed = confirmAct(definition, 'take_over', shown.value);
    if (!allowed.ok) return allowed;
    const at = civilClock(options.now(), definition.voting.zone).time;
    const done = heritage.value.takeOver({ at, confirmedBy: [...shown.value] });
    if (!done.ok) return done;
    return { ok: true, value: { epoch: epochsOf(database) } };
  } finally {
    close();
  }
}

function epochsOf(database: Parameters<typeof openCounters>[0]): number {
  return Number(database.prepare('SELECT count(*) AS epochs FROM epoch').get()?.['epochs']);
}
