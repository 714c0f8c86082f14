import type { DatabaseSync } from 'node:sqlite';
import { overwriteRow } from './overwrite-row.ts';

/** Named counts that exist from the start and are overwritten at the same length. */
export interface Counters<Name extends string> {
  readonly get: (name: Name) => number;
  /** Call inside a write of the store. */
  readonly add: (name: Name, by: number) => void;
  readonly set: (name: Name, value: number) => void;
}

function encode(value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

/** @param first what each of them starts with */
export function prepareCounters(database: DatabaseSync, names: readonly string[], first = 0): void {
  const insert = database.prepare('INSERT INTO counter VALUES (?, ?)');
  for (const name of names) insert.run(name, encode(first));
}

export function openCounters<Name extends string>(database: DatabaseSync): Counters<Name> {
  const read = database.prepare('SELECT value FROM counter WHERE name = ?');
  const write = database.prepare('UPDATE counter SET value = ? WHERE name = ?');
  const get = (name: Name): number => {
    const value = read.get(name)?.['value'];
    if (!(value instanceof Uint8Array)) throw new Error(`The store has no counter ${name}`);
    return Number(Buffer.from(value).readBigUInt64BE());
  };
  const set = (name: Name, value: number): void => {
    overwriteRow(write, encode(value), name);
  };
  return { get, set, add: (name, by) => set(name, get(name) + by) };
}
