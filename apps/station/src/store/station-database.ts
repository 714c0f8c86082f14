import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { DamagedContent, isMediumFailure } from './medium-failure.ts';
import { makePrivateFile } from './private-files.ts';

/**
 * Raised by one for every change of the tables below, of what is kept in them, and of what booths keep of their station: a day that
 * another version began is refused here, before a booth has to. Other numbers are refused.
 */
export const SCHEMA_VERSION = 18;

/**
 * Every row about a voter, a ballot or a booth exists before the polls open and is only overwritten at the same length: an insertion
 * would leave its order in the pages of the file (design, decision 5). Counters are 8-byte blobs for the same reason. The first column
 * of every table is its key: a write is carried to the second medium by it. A table whose key is a text lies in its key's own order, without
 * a second structure beside it: a row that only one of the two names would be there for who reads one way and not for who reads the other.
 */
const SCHEMA = `
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE ballot_slot (slot INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT;
  CREATE TABLE booth_case (booth INTEGER PRIMARY KEY, content BLOB NOT NULL CHECK (length(content) = 40)) STRICT;
  CREATE TABLE voter (number INTEGER PRIMARY KEY, check_in TEXT NOT NULL CHECK (length(check_in) = 3)) STRICT;
  CREATE TABLE counter (name TEXT PRIMARY KEY, value BLOB NOT NULL CHECK (length(value) = 8)) STRICT, WITHOUT ROWID;
  CREATE TABLE device (name TEXT PRIMARY KEY, session BLOB NOT NULL CHECK (length(session) = 32)) STRICT, WITHOUT ROWID;
  CREATE TABLE act (sequence INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT;
  CREATE TABLE paper (name TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE epoch (number INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT;
  CREATE TABLE write_count (id INTEGER PRIMARY KEY CHECK (id = 1), value BLOB NOT NULL CHECK (length(value) = 8)) STRICT;
  CREATE TABLE content_tag (id INTEGER PRIMARY KEY CHECK (id = 1), tag BLOB NOT NULL CHECK (length(tag) = 32)) STRICT;
  INSERT INTO write_count VALUES (1, zeroblob(8));
  INSERT INTO content_tag VALUES (1, zeroblob(32));
`;

/** Why a database of one medium is not opened. */
export type DatabaseProblem =
  | { readonly type: 'store-in-use' }
  | { readonly type: 'store-of-other-version'; readonly found: number; readonly expected: number }
  | { readonly type: 'store-not-durable'; readonly pragma: string; readonly found: string }
  | { readonly type: 'store-damaged'; readonly reason: string };

type Opened =
  | { readonly ok: true; readonly value: DatabaseSync }
  | { readonly ok: false; readonly error: DatabaseProblem };

/** Pragmas that make an acknowledged write survive power loss and hide the order of writes; each is read back. */
const DURABLE: readonly (readonly [pragma: string, wanted: string, reads: string])[] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', '2'],
  ['secure_delete', 'ON', '1'],
];

function readPragma(database: DatabaseSync, name: string): string {
  const row = database.prepare(`PRAGMA ${name}`).get();
  return row === undefined ? '' : String(Object.values(row)[0]);
}

function isEmpty(database: DatabaseSync): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
}

/** Tables, indexes, views and triggers of a database, in one text. */
function schemaOf(database: DatabaseSync): string {
  const parts = database
    .prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name')
    .all();
  return JSON.stringify(parts.map((part) => Object.values(part)));
}

let expectedSchema: string | undefined;

/** A trigger or a view on a stick would run inside our own writes: who came when, beside which ballot. */
function isOurSchema(database: DatabaseSync): boolean {
  if (expectedSchema === undefined) {
    const pattern = new DatabaseSync(':memory:');
    pattern.exec(SCHEMA);
    expectedSchema = schemaOf(pattern);
    pattern.close();
  }
  return schemaOf(database) === expectedSchema;
}

/** What SQLite finds wrong in the whole file: pages that are used twice, rows out of their order, values that no table takes. */
function damageOf(database: DatabaseSync): string | undefined {
  const found = readPragma(database, 'integrity_check(1)');
  // above what it finds SQLite writes in which database
  return found === 'ok' ? undefined : (found.split('\n').at(-1) ?? found);
}

/** Whatever SQLite itself says: of a file that somebody else may have made, it is never a mistake of ours. */
const isSaidBySqlite = (error: unknown): error is Error => error instanceof Error && 'errcode' in error;

function isBusy(error: unknown): boolean {
  return error instanceof Error && /database is locked|SQLITE_BUSY/.test(error.message);
}

function connect(path: string): Opened {
  try {
    makePrivateFile(path);
    return { ok: true, value: new DatabaseSync(path) };
  } catch (error) {
    if (!isMediumFailure(error)) throw error;
    return { ok: false, error: { type: 'store-damaged', reason: error.message } };
  }
}

/**
 * Opens the database of one medium, alone, and reads all of it for damage. What a crash left in its log is taken over, and the log emptied.
 * @param prepare fills a new one, inside its first transaction; without it a database must be there
 */
export function openStationDatabase(path: string, prepare?: (database: DatabaseSync) => void): Opened {
  const isNew = !existsSync(path);
  if (isNew && prepare === undefined) {
    return { ok: false, error: { type: 'store-damaged', reason: 'there is no station.db' } };
  }
  const opened = connect(path);
  if (!opened.ok) return opened;
  const database = opened.value;
  const refuse = (error: DatabaseProblem): Opened => {
    closeQuietly(database);
    return { ok: false, error };
  };
  try {
    for (const [pragma, wanted, reads] of DURABLE) {
      database.exec(`PRAGMA ${pragma} = ${wanted}`);
      const found = readPragma(database, pragma);
      if (found.toLowerCase() !== reads) return refuse({ type: 'store-not-durable', pragma, found });
    }
    database.exec('BEGIN EXCLUSIVE');
    const version = Number(readPragma(database, 'user_version'));
    if (version === 0 && prepare !== undefined && isEmpty(database)) {
      database.exec(SCHEMA);
      prepare(database);
      database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    } else if (version !== SCHEMA_VERSION) {
      database.exec('ROLLBACK');
      return refuse({ type: 'store-of-other-version', found: version, expected: SCHEMA_VERSION });
    } else if (!isOurSchema(database)) {
      database.exec('ROLLBACK');
      return refuse({ type: 'store-damaged', reason: 'its tables are not those that a station makes' });
    } else {
      const damage = damageOf(database);
      if (damage !== undefined) {
        database.exec('ROLLBACK');
        return refuse({ type: 'store-damaged', reason: damage });
      }
    }
    database.exec('COMMIT');
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return { ok: true, value: database };
  } catch (error) {
    if (isBusy(error)) return refuse({ type: 'store-in-use' });
    if (isMediumFailure(error) || (!isNew && isSaidBySqlite(error))) {
      return refuse({ type: 'store-damaged', reason: error.message });
    }
    closeQuietly(database);
    throw error;
  }
}

/** What was committed is safe in the log; a log that cannot be emptied now is emptied by the next write or start. */
export function emptyLog(database: DatabaseSync): void {
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!isMediumFailure(error)) throw error;
  }
}

/** A medium that is gone cannot be closed in order either. */
export function closeQuietly(database: DatabaseSync): void {
  try {
    if (database.isOpen) database.close();
  } catch (error) {
    if (!isMediumFailure(error)) throw error;
  }
}

/** One transaction, synced. Throws what `act` or the medium throws, with nothing written. */
export function inTransaction<Value>(database: DatabaseSync, act: () => Value): Value {
  try {
    database.exec('BEGIN IMMEDIATE');
    const value = act();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** Ends a transaction with nothing written; a medium that is gone has ended it already. */
export function rollBack(database: DatabaseSync): void {
  try {
    if (database.isTransaction) database.exec('ROLLBACK');
  } catch (error) {
    if (!isMediumFailure(error)) throw error;
  }
}

/** SQLite's answer to a conflict that ends the application of a changeset. */
const ABORT = 2;

/** Carries out what another medium of the same content wrote. Call inside a transaction. @throws DamagedContent when the content was another */
export function applyWrite(database: DatabaseSync, changeset: Uint8Array): void {
  if (!database.applyChangeset(changeset, { onConflict: () => ABORT })) {
    throw new DamagedContent('What was to be overwritten is not what was written there');
  }
}

/** Writes since the store was prepared. */
export function writesOf(database: DatabaseSync): number {
  const value = database.prepare('SELECT value FROM write_count').get()?.['value'];
  if (!(value instanceof Uint8Array)) throw new DamagedContent('The store does not count its writes');
  return Number(Buffer.from(value).readBigUInt64BE());
}

/** Counts one more write. Call inside a transaction. */
export function countWrite(database: DatabaseSync): void {
  const value = Buffer.alloc(8);
  value.writeBigUInt64BE(BigInt(writesOf(database) + 1));
  database.prepare('UPDATE write_count SET value = ?').run(value);
}
