import { accessSync, constants, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { databaseFile } from './medium-identity.ts';
import { applyWrite, closeQuietly, emptyLog, inTransaction } from './station-database.ts';

/** The open second medium: it takes every write before the first does. */
export interface SecondMedium {
  readonly root: string;
  readonly number: number;
  readonly database: DatabaseSync;
  /** It lies on the same device of this machine as the first: no help when that one dies. */
  readonly sharesDevice: boolean;
  /** Whether what was opened still lies where it lay; 'swapped' when something else lies there. */
  readonly presence: () => 'there' | 'gone' | 'swapped';
  /** Whether the medium lets itself be written at all: SQLite says of a medium that became read-only only that a write failed. */
  readonly isReadOnly: () => boolean;
  /** One write of the first, committed and synced. Throws what the medium says, with nothing written. */
  readonly take: (changeset: Uint8Array) => void;
  readonly emptyLog: () => void;
  readonly close: () => void;
}

function inodeOf(path: string): { readonly device: number; readonly inode: number } | undefined {
  try {
    const { dev, ino } = statSync(path);
    return { device: dev, inode: ino };
  } catch {
    return undefined;
  }
}

export function attachSecond(input: {
  readonly root: string;
  readonly number: number;
  readonly database: DatabaseSync;
  /** Root of the first medium. */
  readonly firstRoot: string;
}): SecondMedium {
  const { root, number, database } = input;
  const path = databaseFile(root);
  const opened = inodeOf(path);
  return {
    root,
    number,
    database,
    sharesDevice: opened?.device === inodeOf(input.firstRoot)?.device,
    presence() {
      const found = inodeOf(path);
      if (found === undefined) return 'gone';
      return found.inode === opened?.inode && found.device === opened.device ? 'there' : 'swapped';
    },
    isReadOnly() {
      try {
        accessSync(path, constants.W_OK);
        return false;
      } catch (error) {
        return error instanceof Error && 'code' in error && error.code !== 'ENOENT';
      }
    },
    take: (changeset) => inTransaction(database, () => applyWrite(database, changeset)),
    emptyLog: () => emptyLog(database),
    close: () => closeQuietly(database),
  };
}
