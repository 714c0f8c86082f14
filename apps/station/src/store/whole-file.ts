import {
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isMediumFailure } from './medium-failure.ts';

/** What lies there is written over, but never what a link leads to: a stick comes from people's hands. */
export const WRITE_PLAINLY: number =
  constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0);

const NEVER_WHOLE = /^\..+\.part$/;

/**
 * Writes a file so that after a power cut it is either whole or absent: beside it, synced, then renamed, and the folder synced. When
 * the medium fails nothing of it stays; what a power cut leaves, `removeNeverWhole` takes away at the next start.
 */
export function writeWholeFile(path: string, content: Uint8Array | string): void {
  const beside = join(dirname(path), `.${basename(path)}.part`);
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  try {
    writeSynced(beside, bytes);
    renameSync(beside, path);
  } catch (error) {
    removeIfThere(beside);
    throw error;
  }
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Removes every file of a folder that was being written when the power went. */
export function removeNeverWhole(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (NEVER_WHOLE.test(name)) removeIfThere(join(folder, name));
  }
}

/** What the medium does not let go now is removed at the next start. */
export function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!isMediumFailure(error)) throw error;
  }
}

/** Writes a file and syncs it; after a power cut it may be there in part. For folders that count only as a whole. */
export function writeSynced(path: string, bytes: Uint8Array): void {
  const file = openSync(path, WRITE_PLAINLY, 0o600);
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
