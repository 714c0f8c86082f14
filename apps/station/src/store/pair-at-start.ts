import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { openBelieved } from './believed-medium.ts';
import { copyDifferences } from './database-content.ts';
import { type Epoch, readEpochLine } from './epoch-line.ts';
import { fillMedium } from './fill-medium.ts';
import { judgePair } from './media-cuts.ts';
import { prepareFolder, readKeptFiles } from './media-files.ts';
import { type MediumProblem, type PausedMedia, pausedBy, type StoreProblem } from './media-standing.ts';
import { mediumFacts } from './medium-facts.ts';
import { problemOf } from './medium-failure.ts';
import type { MediumFault } from './medium-fault.ts';
import { databaseFile, readMediumIdentity, storeFolder } from './medium-identity.ts';
import { notPlainOn } from './plain-medium.ts';
import { attachSecond, type SecondMedium } from './second-medium.ts';
import { closeQuietly, emptyLog, inTransaction, writesOf } from './station-database.ts';

/** Where the two media are, and to whom they belong. */
export interface MediaPlaces {
  /** Root of the first medium: the station's home. */
  readonly home: string;
  /** Root of the second medium. */
  readonly second: string;
  /** Fingerprint of the election this store belongs to; another one is refused, never reset. */
  readonly electionFingerprint: string;
  /** For people who look at a medium of another place. */
  readonly pollingPlace: string;
  /** Under which a station of this place tags what it writes; it lies on no stick. */
  readonly contentKey: Uint8Array;
}

/** What came of the second medium at start. */
export type SecondAtStart =
  | { readonly kind: 'attached'; readonly medium: SecondMedium }
  | { readonly kind: 'paused'; readonly pause: PausedMedia }
  | { readonly kind: 'refused'; readonly error: StoreProblem };

/** What lies at the place of the second medium, at start. */
export function openSecond(database: DatabaseSync, options: MediaPlaces): SecondAtStart {
  const { second: root, home: firstRoot } = options;
  const pause = (fault: MediumFault, reason: string, foreignPlace: string | null = null): SecondAtStart => ({
    kind: 'paused',
    pause: pausedBy('second', { fault, reason }, foreignPlace),
  });
  const strange = notPlainOn(root);
  if (strange !== undefined) return pause('changed', leadsElsewhere(strange));
  const identity = readMediumIdentity(root);
  if (identity === undefined) {
    if (writesOf(database) > 0) return pause('missing', 'there is no medium of this store');
    const filled = fillSecond(database, options, readEpochLine(database));
    return filled.ok
      ? { kind: 'attached', medium: filled.value }
      : { kind: 'paused', pause: pausedBy('second', filled.error) };
  }
  if (identity.electionFingerprint !== options.electionFingerprint) {
    return pause('foreign', `it belongs to ${identity.pollingPlace}`, identity.pollingPlace);
  }
  const lying = openBelieved(root, options.contentKey);
  if (!lying.ok) {
    const { error } = lying;
    if (error.type === 'store-in-use') {
      return { kind: 'refused', error: { type: 'store-in-use', folder: storeFolder(root) } };
    }
    if (error.type === 'store-of-other-version') return pause('broken', JSON.stringify(error));
    return pause(error.problem.fault, error.problem.reason);
  }
  const theirs = lying.value.database;
  const verdict = judgePair(mediumFacts(database), lying.value.facts);
  switch (verdict) {
    case 'bring-up-first':
      try {
        inTransaction(database, () => copyDifferences(theirs, database));
      } catch (error) {
        closeQuietly(theirs);
        throw error;
      }
      emptyLog(database);
      break;
    case 'together':
      break;
    case 'second-older':
      closeQuietly(theirs);
      return pause('older-copy', 'it misses what was written since');
    default:
      closeQuietly(theirs);
      return { kind: 'refused', error: { type: 'media-refused', verdict } };
  }
  try {
    prepareFolder(root);
  } catch (error) {
    closeQuietly(theirs);
    return { kind: 'paused', pause: pausedBy('second', problemOf(error)) };
  }
  return {
    kind: 'attached',
    medium: attachSecond({ root, number: identity.number, database: theirs, firstRoot }),
  };
}

/** Fills the second medium from the first, as the last epoch numbers it. */
export function fillSecond(
  source: DatabaseSync,
  { second: root, home, electionFingerprint, pollingPlace }: MediaPlaces,
  line: readonly Epoch[],
):
  | { readonly ok: true; readonly value: SecondMedium }
  | { readonly ok: false; readonly error: MediumProblem } {
  const number = line.at(-1)?.media.at(-1) ?? 2;
  prepareFolder(home);
  const filled = fillMedium({
    source,
    files: readKeptFiles(home),
    root,
    identity: { electionFingerprint, pollingPlace, number },
  });
  return filled.ok
    ? { ok: true, value: attachSecond({ root, number, database: filled.value, firstRoot: home }) }
    : filled;
}

/** For the log and for whoever looks at the stick. */
export const leadsElsewhere = (path: string): string => `${path} is no plain folder or file`;

/**
 * Why what lies at the second place must not be written over: it is another place's, knows of epochs that this store has not, or is not what a
 * station of this place wrote and shows what somebody did to it. Where no store is, there is nothing to keep.
 */
export function lyingOn(
  { second: root, electionFingerprint, contentKey }: MediaPlaces,
  line: readonly Epoch[],
): { readonly problem: MediumProblem; readonly foreignPlace: string | null } | undefined {
  const keep = (fault: MediumFault, reason: string, foreignPlace: string | null = null) => ({
    problem: { fault, reason },
    foreignPlace,
  });
  const strange = notPlainOn(root);
  if (strange !== undefined) return keep('changed', leadsElsewhere(strange));
  const identity = readMediumIdentity(root);
  if (identity === undefined) return undefined;
  if (identity.electionFingerprint !== electionFingerprint) {
    return keep('foreign', `it belongs to ${identity.pollingPlace}`, identity.pollingPlace);
  }
  if (!existsSync(databaseFile(root))) return undefined;
  const lying = openBelieved(root, contentKey);
  if (!lying.ok) {
    const { error } = lying;
    if (error.type === 'medium-unusable') return keep(error.problem.fault, error.problem.reason);
    return keep('changed', JSON.stringify(error));
  }
  closeQuietly(lying.value.database);
  const isOurs = lying.value.facts.marks.every((mark, epoch) => line[epoch]?.mark === mark);
  return isOurs ? undefined : keep('changed', 'another station went on with it');
}
