import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../src/database/connect.ts';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

/** Enough for a name (three times) and for PostgreSQL to take one plan for all values (five more). */
const OFTEN = 12;

let center: TestCenter;
/** One connection only: each question meets the plans of those before it. */
let database: Database;
beforeAll(async () => {
  center = await openTestCenter();
  database = connect(center.store.url, { most: 1, onBroken: () => {} });
});
afterAll(async () => {
  await database.destroy();
  await center.close();
});

const prepared = async () => {
  const { rows } = await sql<{ statement: string; generic: number }>`
    select statement, generic_plans as generic from pg_prepared_statements`.execute(database);
  return rows;
};

test('what is asked often is prepared, and row security holds for the scope of each time', async () => {
  const places = (area: string) =>
    inScope(database, { area, account: null }, async (transaction) => {
      const rows = await transaction.selectFrom('place').select('area').where('number', '>=', 1).execute();
      return rows.length;
    });
  const counts: number[] = [];
  for (let time = 0; time < OFTEN; time += 1) {
    for (const area of ['*', '16.07.01', '16.06', '16.07.01.2001']) counts.push(await places(area));
  }
  expect(counts).toEqual(Array.from({ length: OFTEN }, () => [4, 2, 0, 1]).flat());
  const ours = (await prepared()).filter(({ statement }) => statement.includes('"place"'));
  expect(ours).toHaveLength(1);
  // one plan for all scopes was really used: the scope is not in it
  expect(ours[0]?.generic).toBeGreaterThan(0);
  const withoutScope = await database
    .transaction()
    .execute((transaction) =>
      transaction.selectFrom('place').select('area').where('number', '>=', 1).execute(),
    );
  expect(withoutScope).toEqual([]);
});

test('a temporary table of each transaction is met under the same name', async () => {
  for (let time = 0; time < OFTEN; time += 1) {
    const kept = await inScope(database, OWN_WORK, async (transaction) => {
      await sql`create temporary table aside (number int) on commit drop`.execute(transaction);
      await sql`insert into aside select * from unnest(${[time, time]}::int[])`.execute(transaction);
      const { rows } = await sql<{ number: number }>`select * from aside where number >= ${0}`.execute(
        transaction,
      );
      return rows;
    });
    expect(kept).toEqual([{ number: time }, { number: time }]);
  }
});

test('a table that changes under a running process fails one transaction at most', async () => {
  const { owner, url } = center.store;
  await sql`create table changing (number int)`.execute(owner);
  await sql`insert into changing values (1)`.execute(owner);
  await sql`grant select on changing to bilik_app`.execute(owner);
  const ask = (where: Database) => sql`select * from changing where number >= ${0}`.execute(where);
  const other = connect(url, { most: 1, onBroken: () => {} });
  try {
    for (let time = 0; time < OFTEN; time += 1) {
      expect((await ask(database)).rows).toEqual([{ number: 1 }]);
      await inScope(other, OWN_WORK, ask);
    }
    await sql`alter table changing add column said text default 'new'`.execute(owner);
    expect((await ask(database)).rows, 'asked again without a name').toEqual([{ number: 1, said: 'new' }]);
    await expect(inScope(other, OWN_WORK, ask)).rejects.toThrow('cached plan must not change result type');
    for (let time = 0; time < OFTEN; time += 1) {
      expect((await inScope(other, OWN_WORK, ask)).rows).toEqual([{ number: 1, said: 'new' }]);
    }
  } finally {
    await other.destroy();
    await sql`drop table changing`.execute(owner);
  }
});
