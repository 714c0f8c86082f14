import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { contentHash } from './database-content.ts';
import { countFolder, KEPT_FILES } from './media-files.ts';
import type { MediumProblem } from './media-standing.ts';
import { isMediumFailure } from './medium-failure.ts';
import { faultOf } from './medium-fault.ts';
import {
  databaseFile,
  identityFile,
  type MediumIdentity,
  storeFolder,
  writeMediumIdentity,
} from './medium-identity.ts';
import { makePrivateFile } from './private-files.ts';
import { closeQuietly, openStationDatabase } from './station-database.ts';
import { writeWholeFile } from './whole-file.ts';

type Filled =
  | { readonly ok: true; readonly value: DatabaseSync }
  | { readonly ok: false; readonly error: MediumProblem };

/** Room for the store, its log of one write, and the record of the day beside it. */
const ROOM_FACTOR = 3;

/**
 * Makes a medium of a folder: the whole store written anew (so that no page tells of an earlier time), the files of the record, all
 * synced, opened again and compared row by row; then, last, the file that says which medium it is. What lay there of an earlier store
 * goes first.
 * @param source an open store, outside a transaction
 * @returns the filled medium's open database
 */
export function fillMedium(input: {
  readonly source: DatabaseSync;
  readonly sourceRoot: string;
  readonly root: string;
  readonly identity: Omit<MediumIdentity, 'format'>;
}): Filled {
  const { source, sourceRoot, root, identity } = input;
  try {
    // the folder itself must be there: where no stick is, nothing is made in its place
    if (!existsSync(root)) return { ok: false, error: { fault: 'missing', reason: 'there is no medium' } };
    const path = databaseFile(root);
    mkdirSync(storeFolder(root), { recursive: true, mode: 0o700 });
    const needed = bytesOf(source) * ROOM_FACTOR;
    rmSync(identityFile(root), { force: true });
    for (const old of [path, `${path}-wal`, `${path}-shm`, `${path}-journal`]) rmSync(old, { force: true });
    const { bavail, bsize } = statfsSync(root);
    if (bavail * bsize < needed) {
      return { ok: false, error: { fault: 'full', reason: `${bavail * bsize} of ${needed} bytes free` } };
    }
    const beside = join(storeFolder(root), '.station.db.part');
    rmSync(beside, { force: true });
    makePrivateFile(beside);
    source.prepare('VACUUM INTO ?').run(beside);
    syncPath(beside);
    renameSync(beside, path);
    syncPath(dirname(path));
    copyKeptFiles(sourceRoot, root);
    const opened = openStationDatabase(path);
    if (!opened.ok) return { ok: false, error: { fault: 'broken', reason: JSON.stringify(opened.error) } };
    if (contentHash(opened.value) !== contentHash(source)) {
      closeQuietly(opened.value);
      return { ok: false, error: { fault: 'changed', reason: 'it does not give back what was written' } };
    }
    writeMediumIdentity(root, identity);
    return { ok: true, value: opened.value };
  } catch (error) {
    if (!(error instanceof Error) || !isMediumFailure(error)) throw error;
    return { ok: false, error: { fault: faultOf(error), reason: error.message } };
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

/** The files of the record, as they lie on the source; others that lie on the target are taken away. */
function copyKeptFiles(sourceRoot: string, root: string): void {
  rmSync(countFolder(root), { recursive: true, force: true });
  mkdirSync(countFolder(root), { recursive: true, mode: 0o700 });
  const lying = new Set(readdirSync(countFolder(sourceRoot)));
  for (const name of KEPT_FILES.filter((file) => lying.has(file))) {
    writeWholeFile(join(countFolder(root), name), readFileSync(join(countFolder(sourceRoot), name)));
  }
}
