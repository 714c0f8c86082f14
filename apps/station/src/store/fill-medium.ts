import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { contentHash } from './database-content.ts';
import { countFolder, type KeptFileName } from './media-files.ts';
import type { MediumProblem } from './media-standing.ts';
import { problemOf } from './medium-failure.ts';
import {
  databaseFile,
  identityFile,
  type MediumIdentity,
  storeFolder,
  writeMediumIdentity,
} from './medium-identity.ts';
import { makePrivateFile } from './private-files.ts';
import { closeQuietly, openStationDatabase } from './station-database.ts';
import { removeIfThere, writeWholeFile } from './whole-file.ts';

type Filled =
  | { readonly ok: true; readonly value: DatabaseSync }
  | { readonly ok: false; readonly error: MediumProblem };

/** Room for the store, its log of one write, and the record of the day beside it. */
const ROOM_FACTOR = 3;

/**
 * Makes a medium of a folder: the whole store written anew (so that no page tells of an earlier time), the files of the record, all
 * synced, opened again and compared row by row; then, last, the file that says which medium it is. What lay there of an earlier store
 * goes first, and a store that did not become whole goes again: a folder with a store in it is no spare any more.
 * @param source an open store, outside a transaction
 * @param files of the record, read beforehand: reading them must not fail half-way
 * @returns the filled medium's open database
 */
export function fillMedium(input: {
  readonly source: DatabaseSync;
  readonly files: ReadonlyMap<KeptFileName, Uint8Array>;
  readonly root: string;
  readonly identity: Omit<MediumIdentity, 'format'>;
}): Filled {
  const { source, files, root, identity } = input;
  const path = databaseFile(root);
  let made: DatabaseSync | undefined;
  const fail = (problem: MediumProblem): Filled => {
    if (made !== undefined) closeQuietly(made);
    for (const file of databaseFiles(path)) removeIfThere(file);
    return { ok: false, error: problem };
  };
  try {
    // the folder itself must be there: where no stick is, nothing is made in its place
    if (!existsSync(root)) return { ok: false, error: { fault: 'missing', reason: 'there is no medium' } };
    mkdirSync(storeFolder(root), { recursive: true, mode: 0o700 });
    for (const old of [identityFile(root), ...databaseFiles(path)]) rmSync(old, { force: true });
    const crowded = lacksRoom(source, root);
    if (crowded !== undefined) return { ok: false, error: crowded };
    putKeptFiles(files, root);
    const beside = join(storeFolder(root), '.station.db.part');
    rmSync(beside, { force: true });
    makePrivateFile(beside);
    source.prepare('VACUUM INTO ?').run(beside);
    syncPath(beside);
    renameSync(beside, path);
    syncPath(dirname(path));
    const opened = openStationDatabase(path);
    if (!opened.ok) return fail({ fault: 'broken', reason: JSON.stringify(opened.error) });
    made = opened.value;
    if (contentHash(made) !== contentHash(source)) {
      return fail({ fault: 'changed', reason: 'it does not give back what was written' });
    }
    writeMediumIdentity(root, identity);
    return { ok: true, value: made };
  } catch (error) {
    return fail(problemOf(error));
  }
}

const databaseFiles = (path: string): string[] => [path, `${path}-wal`, `${path}-shm`, `${path}-journal`];

/** Whether a folder is too full for a copy of a store, or does not say. */
export function lacksRoom(source: DatabaseSync, root: string): MediumProblem | undefined {
  const needed = bytesOf(source) * ROOM_FACTOR;
  try {
    const { bavail, bsize } = statfsSync(root);
    if (bavail * bsize >= needed) return undefined;
    return { fault: 'full', reason: `${bavail * bsize} of ${needed} bytes free` };
  } catch (error) {
    return problemOf(error);
  }
}

function bytesOf(database: DatabaseSync): number {
  const row = database
    .prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size')
    .get();
  return Number(row?.['bytes']);
}

function syncPath(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The files of the record and no others. */
function putKeptFiles(files: ReadonlyMap<KeptFileName, Uint8Array>, root: string): void {
  rmSync(countFolder(root), { recursive: true, force: true });
  mkdirSync(countFolder(root), { recursive: true, mode: 0o700 });
  for (const [name, bytes] of files) writeWholeFile(join(countFolder(root), name), bytes);
}
