import { createHash } from 'node:crypto';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { DamagedContent } from './medium-failure.ts';

/** One table of a medium. */
export interface Table {
  readonly name: string;
  /** In the order of the table; the first one is its key. */
  readonly columns: readonly string[];
}

type Row = readonly SQLInputValue[];

/** All tables, by name. */
export function tablesOf(database: DatabaseSync): Table[] {
  return database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map((row) => {
      const name = String(row['name']);
      const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all(name);
      return { name, columns: columns.map((column) => String(column['name'])) };
    });
}

/**
 * All rows of a table, by their key: in the order of the one structure in which they lie, so that nobody reads a row that is not among these.
 * @throws DamagedContent for a number that no station writes
 */
export function* rowsOf(database: DatabaseSync, { name, columns }: Table): Generator<Row> {
  try {
    for (const row of database.prepare(`SELECT * FROM ${name} ORDER BY 1`).iterate()) {
      yield columns.map((column) => row[column] ?? null);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new DamagedContent(error.message);
  }
}

const bytesOf = (value: SQLInputValue): Uint8Array =>
  value instanceof Uint8Array ? value : Buffer.from(JSON.stringify(String(value)), 'utf8');

/** SHA-256 over every row of every table, in hex: equal for two databases exactly when they hold the same. */
export function contentHash(database: DatabaseSync): string {
  const hash = createHash('sha256');
  const length = Buffer.alloc(4);
  const add = (bytes: Uint8Array): void => {
    length.writeUInt32BE(bytes.length);
    hash.update(length);
    hash.update(bytes);
  };
  for (const table of tablesOf(database)) {
    add(Buffer.from(table.name, 'utf8'));
    for (const row of rowsOf(database, table)) for (const value of row) add(bytesOf(value));
  }
  return hash.digest('hex');
}

/**
 * Makes the rows of `target` those of `source`, and touches no other: what is equal stays where it lies, what differs is overwritten in
 * place. Call inside a transaction of `target`.
 */
export function copyDifferences(source: DatabaseSync, target: DatabaseSync): void {
  for (const table of tablesOf(source)) {
    const { name, columns } = table;
    const [key, ...others] = columns;
    const update = target.prepare(
      `UPDATE ${name} SET ${others.map((column) => `${column} = ?`).join(', ')} WHERE ${key} = ?`,
    );
    const insert = target.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`);
    const remove = target.prepare(`DELETE FROM ${name} WHERE ${key} = ?`);
    const left = new Map([...rowsOf(target, table)].map((row) => [String(row[0]), row]));
    for (const row of rowsOf(source, table)) {
      const [keyValue = null, ...values] = row;
      const old = left.get(String(keyValue));
      left.delete(String(keyValue));
      if (old === undefined) insert.run(...row);
      else if (!isSame(old, row)) update.run(...values, keyValue);
    }
    for (const [keyValue = null] of left.values()) remove.run(keyValue);
  }
}

function isSame(one: Row, other: Row): boolean {
  return one.every((value, column) => Buffer.compare(bytesOf(value), bytesOf(other[column] ?? null)) === 0);
}
