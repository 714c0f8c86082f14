import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncOptions } from 'node:sqlite';

/** Where SQLite's file format keeps what these damages touch (sqlite.org/fileformat2.html). */
const PAGE_SIZE_AT = 16;
const PAGE_COUNT_AT = 28;
const FREE_TRUNK_AT = 32;
const FREE_COUNT_AT = 36;
/** Of a leaf's header on its page: count of cells, and where the pointers to them begin. */
const CELL_COUNT_AT = 3;
const CELL_POINTERS_AT = 8;

/** Something done to the file of a database by who has no key: content and tag stay what they were, or nothing can be read at all. */
export type Damage = (path: string) => void;

function change(path: string, edit: (bytes: Buffer, pageBytes: number) => Buffer | undefined): void {
  const bytes = readFileSync(path);
  writeFileSync(path, edit(bytes, bytes.readUInt16BE(PAGE_SIZE_AT)) ?? bytes);
}

function rootPageOf(path: string, table: string): number {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return Number(
      database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table)?.['rootpage'],
    );
  } finally {
    database.close();
  }
}

/** Pages that a table uses beside its own tree: its long rows go on there. */
function overflowPagesOf(path: string, table: string): number[] {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return database
      .prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'overflow'")
      .all(table)
      .map(({ pageno }) => Number(pageno));
  } finally {
    database.close();
  }
}

/** Twelve pages with ballots are called free: the next writes that need room destroy them. */
export const callBallotsFree: Damage = (path) => {
  const pages = overflowPagesOf(path, 'ballot_slot').slice(0, 12);
  if (pages.length === 0) throw new Error('No ballot is longer than a page');
  change(path, (bytes, pageBytes) => {
    if (bytes.readUInt32BE(FREE_COUNT_AT) !== 0) throw new Error('Some pages are free already');
    const trunk = Buffer.alloc(pageBytes);
    trunk.writeUInt32BE(pages.length, 4);
    for (const [index, page] of pages.entries()) trunk.writeUInt32BE(page, 8 + 4 * index);
    const count = bytes.readUInt32BE(PAGE_COUNT_AT) + 1;
    bytes.writeUInt32BE(count, PAGE_COUNT_AT);
    bytes.writeUInt32BE(count, FREE_TRUNK_AT);
    bytes.writeUInt32BE(1 + pages.length, FREE_COUNT_AT);
    return Buffer.concat([bytes, trunk]);
  });
};

/** The rows of a small table in the wrong order: who reads all of them finds them, who asks for one does not. */
export const turnRowsRound =
  (table: string): Damage =>
  (path) => {
    const root = rootPageOf(path, table);
    change(path, (bytes, pageBytes) => {
      const page = bytes.subarray((root - 1) * pageBytes, root * pageBytes);
      const count = page.readUInt16BE(CELL_COUNT_AT);
      if (count < 2) throw new Error(`${table} has no order`);
      const pointers = Array.from({ length: count }, (_, cell) =>
        page.readUInt16BE(CELL_POINTERS_AT + 2 * cell),
      );
      for (const [cell, pointer] of pointers.reverse().entries())
        page.writeUInt16BE(pointer, CELL_POINTERS_AT + 2 * cell);
      return undefined;
    });
  };

/** One page in the middle is noise. */
export const noiseInTheMiddle: Damage = (path) =>
  change(path, (bytes, pageBytes) => {
    const middle = Math.floor(bytes.length / pageBytes / 2) * pageBytes;
    for (let at = 0; at < pageBytes; at += 1) bytes[middle + at] = (at * 37 + 1) & 0xff;
    return undefined;
  });

/** Every second page from the fourth on is noise. */
export const noiseEverywhere: Damage = (path) =>
  change(path, (bytes, pageBytes) => {
    for (let page = 4; page < bytes.length / pageBytes; page += 2)
      bytes.fill(0xa5, page * pageBytes, (page + 1) * pageBytes);
    return undefined;
  });

export const halfOfIt: Damage = (path) =>
  change(path, (bytes, pageBytes) => bytes.subarray(0, Math.floor(bytes.length / pageBytes / 2) * pageBytes));

/** Three gigabytes of nothing behind it: reading them would keep the hall waiting. */
export const withoutEnd: Damage = (path) => truncateSync(path, 3_000_000_000);

/** A number that no program in JavaScript reads. */
export const aNumberTooLarge: Damage = (path) => {
  const database = new DatabaseSync(path);
  database.exec("INSERT INTO act VALUES (9007199254740993, '{}')");
  database.close();
};

/** The types of Node do not know yet that it guards the tables' own descriptions. */
const UNGUARDED: DatabaseSyncOptions & { readonly defensive: boolean } = { defensive: false };

/** A second session under the name of each device, beside the right one: its key is made wider for a moment. */
export const secondSessions =
  (session: Uint8Array): Damage =>
  (path) => {
    const database = new DatabaseSync(path);
    const edit = (run: (database: DatabaseSync) => void): void => {
      const again = new DatabaseSync(path, UNGUARDED);
      again.exec('PRAGMA writable_schema = ON');
      run(again);
      again.close();
    };
    const right = database.prepare("SELECT sql FROM sqlite_schema WHERE name = 'device'").get()?.['sql'];
    const names = database.prepare('SELECT name FROM device').all();
    database.close();
    const make = (sql: string) => (open: DatabaseSync) => {
      open.prepare("UPDATE sqlite_schema SET sql = ? WHERE name = 'device'").run(sql);
    };
    edit(
      make(
        'CREATE TABLE device (name TEXT, session BLOB NOT NULL, PRIMARY KEY (name, session)) STRICT, WITHOUT ROWID',
      ),
    );
    edit((open) => {
      for (const { name } of names)
        open.prepare('INSERT INTO device VALUES (?, ?)').run(String(name), session);
    });
    edit(make(String(right)));
  };
