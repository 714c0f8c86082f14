import { existsSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { isTagged } from './content-tag.ts';
import type { MediumFacts } from './media-cuts.ts';
import type { MediumProblem } from './media-standing.ts';
import { mediumFacts } from './medium-facts.ts';
import { problemOf } from './medium-failure.ts';
import { databaseFile } from './medium-identity.ts';
import { closeQuietly, type DatabaseProblem, openStationDatabase } from './station-database.ts';

/** A medium all of which was read, and which a station of this place wrote. */
export interface BelievedMedium {
  /** Open, alone; whoever asked closes it. */
  readonly database: DatabaseSync;
  readonly facts: MediumFacts;
}

/** Why nothing of a medium is believed. It is closed again. */
export type Disbelief =
  | Extract<DatabaseProblem, { type: 'store-in-use' | 'store-of-other-version' }>
  | { readonly type: 'medium-unusable'; readonly problem: MediumProblem };

/** Far more than the 13 MB of 1,400 voters: reading a file without end would keep the hall waiting. */
export const STORE_MOST_BYTES = 256 * 1024 * 1024;

/** For the log and for whoever looks at the stick. */
export const WRITTEN_BY_OTHERS = 'it holds what no station of this place wrote';

/**
 * Opens the store of a medium that was in other hands: everything of it is read, for damage and for its tag, before anything of it is
 * believed. Whatever is wrong with it is said of this medium and of no other.
 */
export function openBelieved(
  root: string,
  contentKey: Uint8Array,
): { readonly ok: true; readonly value: BelievedMedium } | { readonly ok: false; readonly error: Disbelief } {
  const refuse = (problem: MediumProblem) =>
    ({ ok: false, error: { type: 'medium-unusable', problem } }) as const;
  const path = databaseFile(root);
  try {
    if ([path, `${path}-wal`].some((file) => existsSync(file) && statSync(file).size > STORE_MOST_BYTES)) {
      return refuse({ fault: 'changed', reason: 'it is larger than any store of a station' });
    }
  } catch (error) {
    return refuse(problemOf(error));
  }
  const opened = openStationDatabase(path);
  if (!opened.ok) {
    const { error } = opened;
    return error.type === 'store-in-use' || error.type === 'store-of-other-version'
      ? { ok: false, error }
      : refuse({ fault: 'broken', reason: reasonOf(error) });
  }
  const database = opened.value;
  try {
    if (isTagged(database, contentKey))
      return { ok: true, value: { database, facts: mediumFacts(database) } };
    closeQuietly(database);
    return refuse({ fault: 'changed', reason: WRITTEN_BY_OTHERS });
  } catch (error) {
    closeQuietly(database);
    return refuse(problemOf(error));
  }
}

const reasonOf = (error: DatabaseProblem): string =>
  error.type === 'store-damaged' ? error.reason : JSON.stringify(error);
