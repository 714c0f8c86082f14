import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const LOCK_FILE = 'exercise-lock.sqlite';
const SQLITE_BUSY = 5;

/** An exercise's folder, held by this process alone. */
export interface HeldHome {
  /** Removes everything in it: the exercise begins anew. */
  readonly empty: () => void;
  readonly release: () => void;
}

/**
 * Takes the folder of an exercise, so that no second one empties it or starts in it. The lock is the system's own on an open file (held
 * through SQLite): a process that died holds nothing.
 * @returns undefined when another process holds it
 */
export function holdHome(root: string): HeldHome | undefined {
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(root, LOCK_FILE));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
  return {
    empty() {
      for (const name of readdirSync(root)) {
        if (!name.startsWith(LOCK_FILE)) rmSync(join(root, name), { recursive: true, force: true });
      }
    },
    release() {
      if (lock.isOpen) lock.close();
    },
  };
}
