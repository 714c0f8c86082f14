import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file that is whole or absent after a power cut, and with it every other name of its folder. */
export function writeWhole(path: string, text: string): void {
  const beside = `${path}.part`;
  writeFileSync(beside, text, { mode: 0o600, flush: true });
  renameSync(beside, path);
  syncPath(dirname(path));
}

/** Puts a file on the medium, or a folder: the names in it. */
export function syncPath(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
