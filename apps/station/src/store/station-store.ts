import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isMediumFailure } from './medium-failure.ts';
import { makePrivateFile } from './private-files.ts';

/** Named moments of a write at which a test may pull the plug. */
export type WriteStep = 'before-commit' | 'after-commit' | 'after-checkpoint';

/** Called at every storage write with its name; production passes nothing. */
export type WriteHook = (write: string, step: WriteStep) => void;

export type StoreProblem =
  | { readonly type: 'store-in-use'; readonly folder: string }
  | { readonly type: 'store-of-other-version'; readonly found: number; readonly expected: number }
  | { readonly type: 'store-of-other-election'; readonly found: string; readonly expected: string }
  /** A file of the place is not the one with which this store was made. */
  | { readonly type: 'store-of-other-place'; readonly file: string }
  | { readonly type: 'store-not-durable'; readonly pragma: string; readonly found: string }
  | { readonly type: 'store-damaged'; readonly reason: string };

export interface StationStore {
  readonly database: DatabaseSync;
  /**
   * One durable step: all statements of `act` in one transaction, synced, and the write-ahead log emptied, so that no image of the
   * folder shows which page was written last. Throws what `act` or the medium throws, with nothing written.
   */
  readonly write: <Value>(name: string, act: () => Value) => Value;
  /** Inside a write: what a room will remember once the write is on the medium. Forgotten when the write fails. */
  readonly afterCommit: (remember: () => void) => void;
  readonly close: () => void;
}

export interface StoreOptions {
  readonly folder: string;
  /** Fingerprint of the election this store belongs to; another one is refused, never reset. */
  readonly electionFingerprint: string;
  /** SHA-256 of each public file of the place, by its name: rows are prepared for these voters, cards and booths and no others. */
  readonly placeFiles: ReadonlyMap<string, string>;
  /** Creates the tables' rows of a new store; runs once, inside the first transaction. */
  readonly prepare: (database: DatabaseSync) => void;
  readonly onWrite?: WriteHook;
}

/**
 * Raised by one for every change of the tables below, of what is kept in them, and of what booths keep of their station: a day that
 * another version began is refused here, before a booth has to. Other numbers are refused.
 */
const SCHEMA_VERSION = 9;

/**
 * Every row about a voter, a ballot or a booth exists before the polls open and is only overwritten at the same length: an insertion
 * would leave its order in the pages of the file (design, decision 5). Counters are 8-byte blobs for the same reason.
 */
const SCHEMA = `
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE ballot_slot (slot INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT;
  CREATE TABLE booth_case (booth INTEGER PRIMARY KEY, content BLOB NOT NULL CHECK (length(content) = 40)) STRICT;
  CREATE TABLE voter (number INTEGER PRIMARY KEY, check_in TEXT NOT NULL CHECK (length(check_in) = 3)) STRICT;
  CREATE TABLE counter (name TEXT PRIMARY KEY, value BLOB NOT NULL CHECK (length(value) = 8)) STRICT;
  CREATE TABLE act (sequence INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT;
  CREATE TABLE paper (name TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;
`;

function readPragma(database: DatabaseSync, name: string): string {
  const row = database.prepare(`PRAGMA ${name}`).get();
  return row === undefined ? '' : String(Object.values(row)[0]);
}

function isEmpty(database: DatabaseSync): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /database is locked|SQLITE_BUSY/.test(error.message);
}

/** Pragmas that make an acknowledged write survive power loss and hide the order of writes; each is read back. */
const DURABLE: readonly (readonly [pragma: string, wanted: string, reads: string])[] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', '2'],
  ['secure_delete', 'ON', '1'],
];

/**
 * Opens the store of one polling place, alone: a second process on the same folder is refused.
 * @errors 'store-in-use' · 'store-of-other-version' · 'store-of-other-election' · 'store-of-other-place' · 'store-not-durable' · 'store-damaged'
 */
export function openStationStore(
  options: StoreOptions,
):
  | { readonly ok: true; readonly value: StationStore }
  | { readonly ok: false; readonly error: StoreProblem } {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const path = join(options.folder, 'station.db');
  makePrivateFile(path);
  const database = new DatabaseSync(path);
  const refuse = (error: StoreProblem) => {
    database.close();
    return { ok: false, error } as const;
  };
  try {
    for (const [pragma, wanted, reads] of DURABLE) {
      database.exec(`PRAGMA ${pragma} = ${wanted}`);
      const found = readPragma(database, pragma);
      if (found.toLowerCase() !== reads) return refuse({ type: 'store-not-durable', pragma, found });
    }
    database.exec('BEGIN EXCLUSIVE');
    const version = Number(readPragma(database, 'user_version'));
    if (version === 0 && isEmpty(database)) {
      database.exec(SCHEMA);
      const set = database.prepare('INSERT INTO setting VALUES (?, ?)');
      set.run('election', options.electionFingerprint);
      for (const [file, hash] of options.placeFiles) set.run(file, hash);
      options.prepare(database);
      database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    } else if (version !== SCHEMA_VERSION) {
      database.exec('ROLLBACK');
      return refuse({ type: 'store-of-other-version', found: version, expected: SCHEMA_VERSION });
    }
    database.exec('COMMIT');
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (isBusy(error)) return refuse({ type: 'store-in-use', folder: options.folder });
    if (isMediumFailure(error)) return refuse({ type: 'store-damaged', reason: error.message });
    database.close();
    throw error;
  }
  const readSetting = database.prepare('SELECT value FROM setting WHERE name = ?');
  const setting = (name: string): string => String(readSetting.get(name)?.['value']);
  if (setting('election') !== options.electionFingerprint) {
    return refuse({
      type: 'store-of-other-election',
      found: setting('election'),
      expected: options.electionFingerprint,
    });
  }
  for (const [file, hash] of options.placeFiles) {
    if (setting(file) !== hash) return refuse({ type: 'store-of-other-place', file });
  }

  const onWrite = options.onWrite ?? (() => undefined);
  let remembered: (() => void)[] | undefined;

  const commit = <Value>(name: string, act: () => Value): Value => {
    try {
      database.exec('BEGIN IMMEDIATE');
      const value = act();
      onWrite(name, 'before-commit');
      database.exec('COMMIT');
      return value;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };
  /** What was committed is safe in the log; a log that cannot be emptied now is emptied by the next write or start. */
  const emptyLog = (): void => {
    try {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch (error) {
      if (!isMediumFailure(error)) throw error;
    }
  };

  return {
    ok: true,
    value: {
      database,
      write(name, act) {
        const toRemember: (() => void)[] = [];
        remembered = toRemember;
        let value: ReturnType<typeof act>;
        try {
          value = commit(name, act);
        } finally {
          remembered = undefined;
        }
        for (const remember of toRemember) remember();
        onWrite(name, 'after-commit');
        emptyLog();
        onWrite(name, 'after-checkpoint');
        return value;
      },
      afterCommit(remember) {
        if (remembered === undefined) throw new Error('A room changed outside a write of the store');
        remembered.push(remember);
      },
      close() {
        database.close();
      },
    },
  };
}
