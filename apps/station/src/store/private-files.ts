import { chmodSync, closeSync, type Dirent, existsSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isMediumFailure } from './medium-failure.ts';

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/**
 * Makes everything under a folder readable by this process's user alone, whatever the umask was when it was made or copied here.
 * What a medium cannot do (a stick without owners) is left as it is; links are not followed.
 */
export function keepPrivate(folder: string): void {
  if (!existsSync(folder)) return;
  setMode(folder, FOLDER_MODE);
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) keepPrivate(path);
    else if (entry.isFile()) setMode(path, FILE_MODE);
  }
}

/**
 * Makes a database file, private from its first moment, if there is none; SQLite gives its log the same mode. One that is there is
 * never opened here: closing it again would take SQLite's lock on it from whoever in this process has it open.
 */
export function makePrivateFile(path: string): void {
  if (existsSync(path)) setMode(path, FILE_MODE);
  else closeSync(openSync(path, 'wx', FILE_MODE));
}

/** A folder that cannot be read is named by whoever needs a file in it. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (!isMediumFailure(error)) throw error;
    return [];
  }
}

function setMode(path: string, mode: number): void {
  try {
    chmodSync(path, mode);
  } catch (error) {
    if (!isMediumFailure(error)) throw error;
  }
}
