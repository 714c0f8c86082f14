/** One column of one row as a write changed it; values are written as SQLite's changesets write them: a letter for the kind, then the bytes. */
export interface ChangedCell {
  readonly table: string;
  readonly column: number;
  /** Value of the row's key, which is its first column. */
  readonly key: Uint8Array;
  /** Undefined: the row was not there. */
  readonly before: Uint8Array | undefined;
  /** Undefined: the row is gone. */
  readonly after: Uint8Array | undefined;
}

const TABLE = 0x54;
const INSERT = 18;
const UPDATE = 23;
const DELETE = 9;
const UNDEFINED = 0;
const INTEGER = 1;
const FLOAT = 2;
const TEXT = 3;
const BLOB = 4;
const NULL = 5;

const kind = (letter: number, bytes: Uint8Array): Uint8Array => Buffer.concat([Buffer.of(letter), bytes]);

/** A value as a changeset writes it. Throws for what no table of a station holds. */
export function changesetValue(value: unknown): Uint8Array {
  if (value === null) return Buffer.of(NULL);
  if (typeof value === 'string') return kind(TEXT, Buffer.from(value, 'utf8'));
  if (value instanceof Uint8Array) return kind(BLOB, value);
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw new Error(`A station keeps no ${typeof value} in its tables`);
  }
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return kind(INTEGER, bytes);
}

/**
 * Reads what SQLite's session extension recorded of a write (the format stands in the comments of `sqlite3session.c`): per table a `T`, the number of
 * columns, a byte a column that says whether it is part of the key, the name; then per row its operation and its old and new values.
 * Throws for a changeset that no write of ours makes.
 */
export function* changedCells(changeset: Uint8Array): Generator<ChangedCell> {
  const reader = new Reader(changeset);
  let table = '';
  let columns = 0;
  while (!reader.isAtEnd()) {
    const operation = reader.byte();
    if (operation === TABLE) {
      columns = reader.length();
      const keys = reader.take(columns);
      if (keys.findLastIndex((isKey) => isKey !== 0) !== 0)
        throw new Error('A table’s key is its first column');
      table = reader.name();
      continue;
    }
    // whether a trigger made the change: there are none
    reader.byte();
    if (operation !== INSERT && operation !== UPDATE && operation !== DELETE) {
      throw new Error(`A changeset does not know operation ${operation}`);
    }
    const old = operation === INSERT ? [] : reader.values(columns);
    const next = operation === DELETE ? [] : reader.values(columns);
    const key = old[0] ?? next[0];
    if (key === undefined) throw new Error('A changed row has a key');
    for (let column = 0; column < columns; column += 1) {
      const before = old[column];
      const after = next[column];
      // an update says nothing of what it left alone, and names the key in the old values only
      if (operation === UPDATE && after === undefined) continue;
      yield { table, column, key, before, after };
    }
  }
}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }
  take(count: number): Uint8Array {
    if (this.#at + count > this.#bytes.length) throw new Error('A changeset ends in the middle');
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }
  byte(): number {
    return this.take(1)[0] ?? 0;
  }
  /** Seven bits a byte, the highest first; the top bit says that more follow. */
  length(): number {
    let value = 0;
    for (let count = 0; count < 4; count += 1) {
      const byte = this.byte();
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
    throw new Error('A changeset holds nothing as long as that');
  }
  name(): string {
    const end = this.#bytes.indexOf(0, this.#at);
    const name = Buffer.from(this.take(Math.max(0, end - this.#at))).toString('utf8');
    this.byte();
    return name;
  }
  values(count: number): (Uint8Array | undefined)[] {
    return Array.from({ length: count }, () => this.value());
  }
  value(): Uint8Array | undefined {
    const letter = this.byte();
    if (letter === UNDEFINED) return undefined;
    if (letter === NULL) return Buffer.of(NULL);
    if (letter === INTEGER || letter === FLOAT) return kind(letter, this.take(8));
    if (letter === TEXT || letter === BLOB) return kind(letter, this.take(this.length()));
    throw new Error(`A changeset does not know values of kind ${letter}`);
  }
}
