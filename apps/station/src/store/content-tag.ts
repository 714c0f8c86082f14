import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { changedCells, changesetValue } from './changeset.ts';
import { rowsOf, tablesOf } from './database-content.ts';
import { DamagedContent } from './medium-failure.ts';

/**
 * Shows that only a station of this place wrote what a medium holds. A stick is in many hands, and whoever can write on it could reopen a closed
 * place, take a cast back or let a device in; so every medium carries a tag over all that it holds, under a key that lies on no stick.
 *
 * Every cell of every row is hashed under the key, and the hashes are added: a write changes the sum by the cells that it changed, which the
 * session extension has recorded anyway. The sum itself is kept nowhere (two of them would tell what one write adds); the tag is its hash under
 * the key (an incremental multiset hash, Clarke et al. 2003).
 */
export interface ContentTag {
  /**
   * Writes the tag of what the store holds after this write. Call inside its transaction, last.
   * @returns what to call when it is committed
   */
  readonly follow: (changeset: Uint8Array) => () => void;
  /** The same for a write of which there is no changeset: everything is read again. */
  readonly renew: () => () => void;
}

const TAG_TABLE = 'content_tag';
const SUM_BYTES = 32;
const SUM_MODULUS = 1n << BigInt(8 * SUM_BYTES);

/** @throws DamagedContent when something was written by anybody else */
export function openContentTag(database: DatabaseSync, key: Uint8Array): ContentTag {
  let sum = sumOf(database, key);
  if (!carries(database, tagOf(sum, key)))
    throw new DamagedContent('It holds what no station of this place wrote');
  const become = (next: bigint) => {
    writeTag(database, tagOf(next, key));
    return () => {
      sum = next;
    };
  };
  return {
    follow(changeset) {
      let next = sum;
      for (const { table, column, key: rowKey, before, after } of changedCells(changeset)) {
        if (table === TAG_TABLE) continue;
        if (before !== undefined) next -= cellHash(key, table, column, rowKey, before);
        if (after !== undefined) next += cellHash(key, table, column, rowKey, after);
      }
      return become(modulo(next));
    },
    renew: () => become(sumOf(database, key)),
  };
}

/** Whether what a database holds was written by who has the key. */
export function isTagged(database: DatabaseSync, key: Uint8Array): boolean {
  return carries(database, tagOf(sumOf(database, key), key));
}

function carries(database: DatabaseSync, expected: Uint8Array): boolean {
  const tag = database.prepare(`SELECT tag FROM ${TAG_TABLE}`).get()?.['tag'];
  return tag instanceof Uint8Array && tag.length === expected.length && timingSafeEqual(tag, expected);
}

/** Writes the tag of what a database holds, all of it read. Call inside a transaction. */
export function tagContent(database: DatabaseSync, key: Uint8Array): void {
  writeTag(database, tagOf(sumOf(database, key), key));
}

function writeTag(database: DatabaseSync, tag: Uint8Array): void {
  database.prepare(`UPDATE ${TAG_TABLE} SET tag = ?`).run(tag);
}

function tagOf(sum: bigint, key: Uint8Array): Buffer {
  return createHmac('sha256', key)
    .update('tag\0')
    .update(Buffer.from(sum.toString(16).padStart(2 * SUM_BYTES, '0'), 'hex'))
    .digest();
}

function sumOf(database: DatabaseSync, key: Uint8Array): bigint {
  let sum = 0n;
  for (const table of tablesOf(database)) {
    if (table.name === TAG_TABLE) continue;
    for (const row of rowsOf(database, table)) {
      const values = row.map(changesetValue);
      const [rowKey] = values;
      if (rowKey === undefined) continue;
      for (const [column, value] of values.entries()) sum += cellHash(key, table.name, column, rowKey, value);
    }
  }
  return modulo(sum);
}

const modulo = (sum: bigint): bigint => ((sum % SUM_MODULUS) + SUM_MODULUS) % SUM_MODULUS;

function cellHash(
  key: Uint8Array,
  table: string,
  column: number,
  rowKey: Uint8Array,
  value: Uint8Array,
): bigint {
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32BE(column, 0);
  lengths.writeUInt32BE(rowKey.length, 4);
  const hash = createHmac('sha256', key)
    .update(`cell\0${table}\0`)
    .update(lengths)
    .update(rowKey)
    .update(value)
    .digest('hex');
  return BigInt(`0x${hash}`);
}
