import type { DatabaseSync } from 'node:sqlite';
import { isTagged } from './content-tag.ts';
import { copyDifferences } from './database-content.ts';
import { type Epoch, readEpochLine } from './epoch-line.ts';
import { fillMedium } from './fill-medium.ts';
import { judgePair } from './media-cuts.ts';
import { prepareFolder } from './media-files.ts';
import { type MediumProblem, type PausedMedia, pausedBy, type StoreProblem } from './media-standing.ts';
import { mediumFacts } from './medium-facts.ts';
import type { MediumFault } from './medium-fault.ts';
import { databaseFile, readMediumIdentity, storeFolder } from './medium-identity.ts';
import { notPlainOn } from './plain-medium.ts';
import { attachSecond, type SecondMedium } from './second-medium.ts';
import { closeQuietly, emptyLog, inTransaction, openStationDatabase, writesOf } from './station-database.ts';

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
  const opened = openStationDatabase(databaseFile(root));
  if (!opened.ok) {
    return opened.error.type === 'store-in-use'
      ? { kind: 'refused', error: { type: 'store-in-use', folder: storeFolder(root) } }
      : pause('broken', JSON.stringify(opened.error));
  }
  if (!isTagged(opened.value, options.contentKey)) {
    closeQuietly(opened.value);
    return pause('changed', WRITTEN_BY_OTHERS);
  }
  const verdict = judgePair(mediumFacts(database), mediumFacts(opened.value));
  switch (verdict) {
    case 'bring-up-first':
      inTransaction(database, () => copyDifferences(opened.value, database));
      emptyLog(database);
      break;
    case 'together':
      break;
    case 'second-older':
      closeQuietly(opened.value);
      return pause('older-copy', 'it misses what was written since');
    default:
      closeQuietly(opened.value);
      return { kind: 'refused', error: { type: 'media-refused', verdict } };
  }
  prepareFolder(root);
  return {
    kind: 'attached',
    medium: attachSecond({ root, number: identity.number, database: opened.value, firstRoot }),
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
    sourceRoot: home,
    root,
    identity: { electionFingerprint, pollingPlace, number },
  });
  return filled.ok
    ? { ok: true, value: attachSecond({ root, number, database: filled.value, firstRoot: home }) }
    : filled;
}

/** For the log and for whoever looks at the stick. */
export const WRITTEN_BY_OTHERS = 'it holds what no station of this place wrote';

/** For the log and for whoever looks at the stick. */
export const leadsElsewhere = (path: string): string => `${path} is no plain folder or file`;

/** Why what lies at the second place must not be written over: it is another place's, or knows of epochs that this store has not. */
export function lyingOn(
  { second: root, electionFingerprint, contentKey }: MediaPlaces,
  line: readonly Epoch[],
): { readonly problem: MediumProblem; readonly foreignPlace: string | null } | undefined {
  const strange = notPlainOn(root);
  if (strange !== undefined) {
    return { problem: { fault: 'changed', reason: leadsElsewhere(strange) }, foreignPlace: null };
  }
  const identity = readMediumIdentity(root);
  if (identity === undefined) return undefined;
  if (identity.electionFingerprint !== electionFingerprint) {
    return {
      problem: { fault: 'foreign', reason: `it belongs to ${identity.pollingPlace}` },
      foreignPlace: identity.pollingPlace,
    };
  }
  const opened = openStationDatabase(databaseFile(root));
  if (!opened.ok) return undefined;
  const isWrittenByUs = isTagged(opened.value, contentKey);
  const theirs = isWrittenByUs ? readEpochLine(opened.value) : [];
  closeQuietly(opened.value);
  // it shows what somebody did: another stick takes its place
  if (!isWrittenByUs) return { problem: { fault: 'changed', reason: WRITTEN_BY_OTHERS }, foreignPlace: null };
  const isOurs = theirs.every(({ mark }, epoch) => line[epoch]?.mark === mark);
  return isOurs
    ? undefined
    : { problem: { fault: 'changed', reason: 'another station went on with it' }, foreignPlace: null };
}
