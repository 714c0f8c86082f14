import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { CopiedTable } from './table-list.ts';

/** What was copied. */
export interface Copied {
  readonly rows: number;
  readonly sha256: string;
}

/** Hashes what passes, and counts its lines: a row of COPY is one line. */
function counting(): { readonly stream: Transform; readonly copied: () => Copied } {
  const hash = createHash('sha256');
  let rows = 0;
  const stream = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece);
      for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) rows += 1;
      done(null, piece);
    },
  });
  return { stream, copied: () => ({ rows, sha256: hash.digest('hex') }) };
}

function statement({ name, columns }: CopiedTable, order: string): string {
  const listed = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  return `bilik.${pg.escapeIdentifier(name)} (${listed})${order}`;
}

/** Rows in a fixed order, so that the same rows give the same bytes. */
function selected({ name, columns }: CopiedTable): string {
  const listed = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  return `copy (select ${listed} from bilik.${pg.escapeIdentifier(name)} as row order by row::text collate "C") to stdout`;
}

/** Copies a table into a packed file. */
export async function copyOut(client: pg.Client, table: CopiedTable, path: string): Promise<Copied> {
  const { stream, copied } = counting();
  await pipeline(
    client.query(copyTo(selected(table))),
    stream,
    createGzip({ level: 1 }),
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  );
  return copied();
}

/** Hash and rows of a table as they are now. */
export async function measureTable(client: pg.Client, table: CopiedTable): Promise<Copied> {
  const { stream, copied } = counting();
  stream.resume();
  await pipeline(client.query(copyTo(selected(table))), stream);
  return copied();
}

/** Fills an empty table from a packed file, and sets the numbers that it gives out next. */
export async function copyIn(client: pg.Client, table: CopiedTable, path: string): Promise<Copied> {
  const { stream, copied } = counting();
  await pipeline(
    createReadStream(path),
    createGunzip(),
    stream,
    client.query(copyFrom(`copy ${statement(table, '')} from stdin`)),
  );
  for (const { column, sequence } of table.sequences) {
    const from = `bilik.${pg.escapeIdentifier(table.name)}`;
    await client.query(
      `select setval($1, greatest((select max(${pg.escapeIdentifier(column)}) from ${from}), 1), (select count(*) > 0 from ${from}))`,
      [sequence],
    );
  }
  return copied();
}
