import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from '../place/place-swap.ts';

const ZEROS = Buffer.alloc(64 * 1024);

/**
 * Overwrites a file with zeros where it lies, syncs it, and removes it; nothing where there is none. A drive that writes elsewhere than it
 * read (flash) may keep what was there: a stated limit. Throws what the medium says; safe to repeat.
 */
export function eraseFile(path: string): void {
  if (!existsSync(path)) return;
  const file = openSync(path, 'r+');
  try {
    const { size } = fstatSync(file);
    for (let at = 0; at < size; at += ZEROS.length) {
      writeSync(file, ZEROS, 0, Math.min(ZEROS.length, size - at), at);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  unlinkSync(path);
  syncFolder(dirname(path));
}

/** Erases every file of a folder and below, then the folder. Throws what the medium says; safe to repeat. */
export function eraseFolder(path: string): void {
  if (!existsSync(path)) return;
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) eraseFile(join(entry.parentPath, entry.name));
  }
  rmSync(path, { recursive: true, force: true });
  syncFolder(dirname(path));
}
