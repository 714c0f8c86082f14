import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../database/connect.ts';
import { inScope, OWN_WORK } from '../../database/scope.ts';

const PIECE_BYTES = 1024 * 1024;

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

/** Uploads that nobody finished before the erasure may hold a list too; whoever still wants one begins anew. */
export async function removeBrokenOff(owner: Database, folder: string, election: string): Promise<void> {
  const begun = await inScope(owner, OWN_WORK, (transaction) =>
    transaction
      .selectFrom('upload')
      .innerJoin('voter_erasure', (join) => join.onTrue())
      .select(['upload.id', 'upload.account'])
      .where('voter_erasure.election', '=', election)
      .whereRef('upload.begun_at', '<=', 'voter_erasure.at')
      .where('upload.sha256', 'is', null)
      .execute(),
  );
  const names = new Set(begun.map(({ id, account }) => `${account}.${id}`));
  for (const name of await namesIn(folder)) {
    if (names.has(name)) await overwriteAndRemove(join(folder, name));
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
