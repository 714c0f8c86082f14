import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { openBelieved } from './believed-medium.ts';
import { tagContent } from './content-tag.ts';
import {
  appendEpoch,
  type EpochDecision,
  MARK_BYTES,
  nextMediumNumber,
  readEpochLine,
} from './epoch-line.ts';
import { fillMedium, lacksRoom } from './fill-medium.ts';
import { readKeptFiles } from './media-files.ts';
import type { MediumProblem, StoreProblem } from './media-standing.ts';
import { problemOf } from './medium-failure.ts';
import { databaseFile, readMediumIdentity, storeFolder } from './medium-identity.ts';
import { leadsElsewhere } from './pair-at-start.ts';
import { notPlainOn } from './plain-medium.ts';
import { closeQuietly, countWrite, emptyLog, inTransaction } from './station-database.ts';
import { foreignTo, type StoreOptions } from './station-store.ts';

export type TakeOverProblem =
  /** This machine holds a store already: it is no spare. */
  | { readonly type: 'not-a-spare' }
  /** What lies in the place of the second medium cannot be taken over from, and why. */
  | ({ readonly type: 'medium-refused'; readonly foreignPlace: string | null } & MediumProblem)
  | StoreProblem;

/** A second medium that a spare may take over from, held open. */
export interface Heritage {
  /** Read only: nothing changes before people have decided. */
  readonly database: DatabaseSync;
  readonly writes: number;
  /**
   * Begins the epoch of the takeover on the second medium, then fills this machine's own from it. From the first of these steps on, the
   * station that ran before refuses to start with this medium; a crash between them is mended by taking over again.
   */
  readonly takeOver: (
    decision: EpochDecision,
  ) =>
    | { readonly ok: true; readonly value: undefined }
    | { readonly ok: false; readonly error: TakeOverProblem };
  readonly close: () => void;
}

/**
 * Looks at a second medium from which a spare station is to take over.
 * @errors 'not-a-spare' · 'medium-refused' · those of a store that belongs elsewhere or is held by a running station
 */
export function openHeritage(
  options: Pick<
    StoreOptions,
    'home' | 'second' | 'electionFingerprint' | 'pollingPlace' | 'placeFiles' | 'random' | 'contentKey'
  >,
): { readonly ok: true; readonly value: Heritage } | { readonly ok: false; readonly error: TakeOverProblem } {
  const { home, second, electionFingerprint, pollingPlace } = options;
  const refuse = (problem: MediumProblem, foreignPlace: string | null = null) =>
    ({ ok: false, error: { type: 'medium-refused', ...problem, foreignPlace } }) as const;
  const spareFails = ({ reason }: MediumProblem) =>
    ({ ok: false, error: { type: 'store-damaged', reason } }) as const;
  if (existsSync(databaseFile(home))) return { ok: false, error: { type: 'not-a-spare' } };
  const strange = notPlainOn(second);
  if (strange !== undefined) return refuse({ fault: 'changed', reason: leadsElsewhere(strange) });
  const identity = readMediumIdentity(second);
  if (identity === undefined) return refuse({ fault: 'missing', reason: 'there is no medium of a station' });
  if (identity.electionFingerprint !== electionFingerprint) {
    return refuse(
      { fault: 'foreign', reason: `it belongs to ${identity.pollingPlace}` },
      identity.pollingPlace,
    );
  }
  const lying = openBelieved(second, options.contentKey);
  if (!lying.ok) {
    const { error } = lying;
    if (error.type === 'medium-unusable') return refuse(error.problem);
    return {
      ok: false,
      error: error.type === 'store-in-use' ? { ...error, folder: storeFolder(second) } : error,
    };
  }
  const { database, facts } = lying.value;
  const foreign = foreignTo(database, options);
  if (foreign !== undefined) {
    closeQuietly(database);
    return { ok: false, error: foreign };
  }
  return {
    ok: true,
    value: {
      database,
      writes: facts.writes,
      takeOver(decision) {
        const line = readEpochLine(database);
        const number = nextMediumNumber(line);
        // all that can go wrong without a new epoch goes wrong before it
        const files = readKeptFiles(second);
        const crowded = lacksRoom(database, home);
        if (crowded !== undefined) return spareFails(crowded);
        try {
          inTransaction(database, () => {
            const mark = Buffer.from(options.random(MARK_BYTES)).toString('hex');
            appendEpoch(database, { mark, cause: 'takeover', media: [number, identity.number], ...decision });
            countWrite(database);
            tagContent(database, options.contentKey);
          });
        } catch (error) {
          return refuse(problemOf(error));
        }
        emptyLog(database);
        const filled = fillMedium({
          source: database,
          files,
          root: home,
          identity: { electionFingerprint, pollingPlace, number },
        });
        if (!filled.ok) return spareFails(filled.error);
        closeQuietly(filled.value);
        return { ok: true, value: undefined };
      },
      close: () => closeQuietly(database),
    },
  };
}
