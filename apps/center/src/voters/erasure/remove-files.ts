import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../database/connect.ts';
import { inScope, OWN_WORK } from '../../database/scope.ts';
import type { FileStore } from '../../files/file-store.ts';

const PIECE_BYTES = 1024 * 1024;
const MINUTE_MS = 60_000;
/** Whoever keeps a file writes to it all the time: what nobody touched for so long was left by a process that was killed. */
const WRITING_MS = 10 * MINUTE_MS;
/** A kept file gets its row in the same request. */
const NOTING_MS = 24 * 60 * MINUTE_MS;

/** Writes zeros over a file and removes it. One that is gone was removed before a cut. */
export async function overwriteAndRemove(path: string): Promise<void> {
  try {
    const { size } = await stat(path);
    const file = await open(path, 'r+');
    try {
      const zeros = Buffer.alloc(PIECE_BYTES);
      for (let at = 0; at < size; at += zeros.length) {
        await file.write(zeros, 0, Math.min(zeros.length, size - at), at);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rm(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

/** Pieces of uploads that no row speaks of any more may hold a list too. Sealed results on their way lie in the same folder under other names. */
export async function removeBrokenOff(owner: Database, folder: string): Promise<void> {
  const names = (await namesIn(folder)).filter((name) => /^[a-z0-9][a-z0-9.-]*\.[0-9a-f]{32}$/.test(name));
  const begun = await inScope(owner, OWN_WORK, (transaction) =>
    transaction.selectFrom('upload').select(['id', 'account']).where('sha256', 'is', null).execute(),
  );
  const goneOnWith = new Set(begun.map(({ id, account }) => `${account}.${id}`));
  for (const name of names) if (!goneOnWith.has(name)) await overwriteAndRemove(join(folder, name));
}

/**
 * Removes what a process that was killed left in the store: half a file, and a whole one that no row came to name. They may hold a list too.
 * @returns how many files somebody may be writing at this moment: they stay
 */
export async function removeLeftOver(owner: Database, files: FileStore): Promise<number> {
  // by the clock of whoever wrote them: the disk's
  const now = Date.now();
  let beingWritten = 0;
  for (const { path, writtenAt } of await files.incoming()) {
    if (writtenAt.getTime() < now - WRITING_MS) await overwriteAndRemove(path);
    else beingWritten += 1;
  }
  const kept = await files.keptBefore(new Date(now - NOTING_MS));
  const noted = await inScope(owner, OWN_WORK, (transaction) =>
    transaction.selectFrom('file').select('sha256').execute(),
  );
  const names = new Set(noted.map(({ sha256 }) => sha256));
  for (const sha256 of kept) if (!names.has(sha256)) await overwriteAndRemove(files.path(sha256));
  return beingWritten;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
