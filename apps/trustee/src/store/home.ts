import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process works on this folder: two would answer one step twice. */
export interface HomeInUse {
  readonly type: 'home-in-use';
  readonly home: string;
}

export interface Home {
  readonly folder: string;
  /** Lets another process have the folder. */
  readonly release: () => void;
}

const SQLITE_BUSY = 5;

/**
 * Takes a trustee's folder for this process alone. The lock is the system's own on an open file (held through SQLite), so a
 * process that died holds nothing, and nobody has to remove a stale lock.
 */
export function takeHome(
  folder: string,
): { readonly ok: true; readonly value: Home } | { readonly ok: false; readonly error: HomeInUse } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) {
      return { ok: false, error: { type: 'home-in-use', home: folder } };
    }
    throw error;
  }
  const release = () => {
    if (lock.isOpen) lock.close();
  };
  return { ok: true, value: { folder, release } };
}
