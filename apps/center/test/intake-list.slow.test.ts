import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { LIST_LIMITS } from '../src/http/list-limits.ts';
import { ELECTION, VILLAGE } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

let center: TestCenter;
beforeAll(async () => {
  center = await openTestCenter();
});
afterAll(() => center.close());

test('the name of a delivery by which pieces are sent stands in no list before it is here whole', async () => {
  const files = JSON.stringify(['a', 'b', 'c'].map((letter) => letter.repeat(64)));
  const rows = [
    { id: '1'.repeat(64), state: 'coming', files: null },
    // may come again
    { id: '2'.repeat(64), state: 'held', files: null },
    { id: '3'.repeat(64), state: 'held', files },
    { id: '4'.repeat(64), state: 'right', files },
  ] as const;
  await inScope(center.store.database, OWN_WORK, async (transaction) => {
    await transaction
      .insertInto('delivery')
      .values(
        rows.map((row) => ({
          ...{ ...row, election: ELECTION, place: `${VILLAGE}-001`, area: VILLAGE, manifest: '{}' },
          ...{ reasons: '[]', receipt: null, begun_at: new Date(), whole_at: null, decided_at: null },
        })),
      )
      .execute();
  });
  for (const account of ['regency', 'observer', 'auditor']) {
    const input = { election: ELECTION, state: null };
    const { body } = await center.act(account, 'intake.deliveries', input);
    const listed = body.value as { id: string | null; state: string }[];
    expect(new Set(listed.map(({ id, state }) => `${state} ${id?.[0] ?? 'unnamed'}`)), account).toEqual(
      new Set(['coming unnamed', 'held unnamed', 'held 3', 'right 4']),
    );
    const text = JSON.stringify(body);
    expect([text.includes('1111'), text.includes('2222')]).toEqual([false, false]);
  }
});

test('what is here whole is not crowded out by thousands that somebody only began', async () => {
  await sql`insert into delivery (id, election, place, area, manifest, state, begun_at)
    select md5(number::text) || md5(number::text), ${ELECTION}, ${`${VILLAGE}-001`}, ${VILLAGE}, '{}', 'coming', now() + interval '1 day'
    from generate_series(1, ${LIST_LIMITS.deliveries}::int) as number`.execute(center.store.owner);
  const { body } = await center.act('regency', 'intake.deliveries', { election: ELECTION, state: null });
  const listed = body.value as { id: string | null }[];
  expect(listed).toHaveLength(LIST_LIMITS.deliveries);
  expect(
    listed
      .slice(0, 2)
      .map(({ id }) => id?.[0])
      .toSorted(),
  ).toEqual(['3', '4']);
  expect(listed[2]?.id).toBeNull();
});
