import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type ContentTag, isTagged, openContentTag, tagContent } from './content-tag.ts';
import { inTransaction, openStationDatabase } from './station-database.ts';

const KEY = Buffer.alloc(32, 1);
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function openTagged(): DatabaseSync {
  const folder = mkdtempSync(join(tmpdir(), 'bilik-content-tag-'));
  folders.push(folder);
  const opened = openStationDatabase(join(folder, 'station.db'), (database) => {
    for (let slot = 1; slot <= 3; slot += 1) {
      database.prepare('INSERT INTO ballot_slot VALUES (?, ?)').run(slot, Buffer.alloc(400, slot));
      database.prepare('INSERT INTO voter VALUES (?, ?)').run(slot, '---');
    }
    tagContent(database, KEY);
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

/** One write as the store makes it: statements, then the tag by what the session recorded. */
function write(database: DatabaseSync, tag: ContentTag, statements: readonly string[]): void {
  const session = database.createSession();
  const keep = inTransaction(database, () => {
    for (const statement of statements) database.exec(statement);
    return tag.follow(session.changeset());
  });
  session.close();
  keep();
}

const name = fc.constantFrom('a', 'b', 'pemilih ke-ñ');
const STATEMENTS = {
  overwrite: fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 255 }))
    .map(
      ([slot, byte]) =>
        `UPDATE ballot_slot SET content = x'${byte.toString(16).padStart(2, '0').repeat(400)}' WHERE slot = ${slot}`,
    ),
  mark: fc
    .integer({ min: 1, max: 3 })
    .map((number) => `UPDATE voter SET check_in = 'ABC' WHERE number = ${number}`),
  append: name.map((content) => `INSERT INTO act (content) VALUES ('${content}')`),
  put: fc
    .tuple(name, name)
    .map(
      ([key, content]) =>
        `INSERT INTO paper VALUES ('${key}', '${content}') ON CONFLICT DO UPDATE SET content = excluded.content`,
    ),
  remove: name.map((key) => `DELETE FROM paper WHERE name = '${key}'`),
  move: fc.constant(
    'UPDATE act SET sequence = sequence + 1000 WHERE sequence = (SELECT max(sequence) FROM act)',
  ),
};

describe('the tag of a medium', () => {
  test('follows every write as if all were read again', () => {
    const reached = new Map<string, number>();
    const one = fc.oneof(
      ...Object.entries(STATEMENTS).map(([kind, statement]) => statement.map((sql) => ({ kind, sql }))),
    );
    fc.assert(
      fc.property(fc.array(fc.array(one, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (writes) => {
        const database = openTagged();
        const tag = openContentTag(database, KEY);
        for (const statements of writes) {
          write(
            database,
            tag,
            statements.map(({ sql }) => sql),
          );
          for (const { kind } of statements) reached.set(kind, (reached.get(kind) ?? 0) + 1);
          expect(isTagged(database, KEY)).toBe(true);
        }
        database.close();
      }),
      { numRuns: 40, seed: 12 },
    );
    for (const kind of Object.keys(STATEMENTS)) expect(reached.get(kind) ?? 0, kind).toBeGreaterThan(20);
  });

  test.each([
    ['one letter of one voter', "UPDATE voter SET check_in = 'A--' WHERE number = 2"],
    [
      'two voters exchanged',
      "UPDATE voter SET check_in = CASE number WHEN 1 THEN 'ABD' ELSE 'ABC' END WHERE number < 3",
    ],
    ['a row more', "INSERT INTO act (content) VALUES ('{}')"],
    ['a row less', 'DELETE FROM voter WHERE number = 3'],
    ['a counter of writes', "UPDATE write_count SET value = x'0000000000000001'"],
    ['the tag of another content', 'UPDATE content_tag SET tag = zeroblob(32)'],
  ])('is not that of other content: %s', (_, sql) => {
    const database = openTagged();
    database.exec(
      "UPDATE voter SET check_in = CASE number WHEN 1 THEN 'ABC' ELSE 'ABD' END WHERE number < 3",
    );
    inTransaction(database, () => tagContent(database, KEY));
    database.exec(sql);
    expect(isTagged(database, KEY)).toBe(false);
    expect(() => openContentTag(database, KEY)).toThrow('what no station of this place wrote');
    database.close();
  });

  test('needs the key', () => {
    const database = openTagged();
    expect(isTagged(database, Buffer.alloc(32, 2))).toBe(false);
    database.close();
  });

  test('a write that was undone leaves it as it was', () => {
    const database = openTagged();
    const tag = openContentTag(database, KEY);
    const session = database.createSession();
    database.exec("BEGIN; INSERT INTO act (content) VALUES ('{}')");
    tag.follow(session.changeset());
    database.exec('ROLLBACK');
    session.close();
    write(database, tag, ["UPDATE voter SET check_in = 'ABC' WHERE number = 1"]);
    expect(isTagged(database, KEY)).toBe(true);
    database.close();
  });
});
