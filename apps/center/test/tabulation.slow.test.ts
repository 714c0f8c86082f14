import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { areaPage } from '../src/tabulation/area-page.ts';
import { foldChanges } from '../src/tabulation/fold.ts';
import { type NewChange, recordChange } from '../src/tabulation/record-change.ts';
import { recountSums } from '../src/tabulation/recount.ts';
import type { Part } from '../src/tabulation/tables.ts';
import { ELECTION, fillSmallRegency, TEST_NOW, VILLAGE } from './small-regency.ts';
import { openTestDatabase, type TestDatabase } from './test-database.ts';

const VILLAGES = ['16.07.01.2001', '16.07.01.2002', '16.07.05.2003', '16.07.05.2004'] as const;
const SWITCHED = `${VILLAGES[1]}-001`;

let store: TestDatabase;
beforeAll(async () => {
  store = await openTestDatabase();
  await fillSmallRegency(store.database);
  await inScope(store.database, OWN_WORK, async (transaction) => {
    await transaction
      .updateTable('place')
      .set({ parts: ['machine', 'paper'] })
      .where('id', '=', SWITCHED)
      .execute();
  });
});
afterAll(() => store.close());
beforeEach(() =>
  sql`truncate result_change, place_result, change_to_fold, area_sum, area_votes`.execute(store.owner),
);

const asOurs = <Value>(work: Parameters<typeof inScope<Value>>[2]) => inScope(store.database, OWN_WORK, work);
const fold = () => asOurs((transaction) => foldChanges(transaction, TEST_NOW));
const recount = () => asOurs(recountSums);
const page = (area: string) =>
  asOurs((transaction) =>
    areaPage(transaction, { election: ELECTION, contest: 'kepala-desa', lane: 'official', area }),
  );

function change(
  place: string,
  given: Partial<NewChange> & { readonly votes?: readonly number[] } = {},
): NewChange {
  const { votes = [10, 20, 30], ...rest } = given;
  const [c1 = 0, c2 = 0, c3 = 0] = votes;
  const valid = c1 + c2 + c3;
  return {
    ...{ election: ELECTION, place, contest: 'kepala-desa', lane: 'official', part: 'whole' },
    figures: { users: valid + 5, women: 5, valid, invalid: 5, votes: { c1, c2, c3 } },
    ...{ sourceKind: 'sheet', source: 'uji', account: null, reason: null, at: TEST_NOW },
    ...rest,
  };
}
const record = (given: NewChange) => asOurs((transaction) => recordChange(transaction, given));

test('one result stands in the sums of its village and of all above it, with coverage, and its votes only where one ballot is', async () => {
  await record(change(`${VILLAGES[0]}-001`));
  expect(await fold()).toBe(1);
  const village = await page(VILLAGES[0]);
  expect(village.own).toMatchObject({
    places: 1,
    expected: 1,
    registered: 310,
    users: 65,
    valid: 60,
    invalid: 5,
  });
  expect([village.votes, village.placesHere.length, village.above.length]).toEqual([
    { c1: 10, c2: 20, c3: 30 },
    1,
    3,
  ]);
  const regency = await page('16.07');
  // turnout is of the voters of places that are in; those of the three others are told beside it
  expect(regency.own).toMatchObject({ places: 1, expected: 4, users: 65, registered: 310 });
  expect(regency.own?.registeredInAll).toBe(4 * 310);
  expect(regency.below.map(({ registered }) => registered)).toEqual([310, 0]);
  expect([regency.votes, regency.below.map(({ places, expected }) => [places, expected])]).toEqual([
    {},
    [
      [1, 2],
      [0, 2],
    ],
  ]);
});

test('a place with two parts counts when both are in, and no more when one is withdrawn', async () => {
  await record(change(SWITCHED, { part: 'machine' }));
  await fold();
  expect((await page('16.07')).own).toMatchObject({ places: 0, users: 0 });
  await record(change(SWITCHED, { part: 'paper', votes: [1, 2, 3] }));
  await fold();
  expect((await page('16.07')).own).toMatchObject({ places: 1, users: 65 + 11, valid: 66 });
  await record(change(SWITCHED, { part: 'paper', figures: null, reason: 'Foto milik TPS lain.' }));
  await fold();
  expect((await page('16.07')).own).toMatchObject({ places: 0, users: 0, valid: 0 });
  expect(await recount()).toEqual([]);
});

test('a correction needs a reason, replaces what stood, and a total that falls is an event of its own', async () => {
  const place = `${VILLAGES[2]}-001`;
  await record(change(place));
  expect(await record(change(place, { votes: [9, 20, 30] }))).toEqual({
    ok: false,
    error: { type: 'reason-missing' },
  });
  const corrected = await record(change(place, { votes: [9, 20, 30], reason: 'Salah salin.' }));
  expect(corrected.ok).toBe(true);
  await fold();
  expect((await page(VILLAGES[2])).votes).toEqual({ c1: 9, c2: 20, c3: 30 });
  const fell = await asOurs((transaction) =>
    transaction
      .selectFrom('event')
      .select('after')
      .where('act', '=', 'tabulation.total-fell')
      .where('subject', '=', place)
      .execute(),
  );
  expect(fell.map(({ after }) => after)).toMatchObject([
    { fallen: ['users', 'valid', 'c1'], reason: 'Salah salin.' },
  ]);
});

test.each<[string, Partial<NewChange> & { readonly place?: string }, string]>([
  ['a place that is not there', { place: '16.07.01.2001-009' }, 'place-unknown'],
  ['a contest that is not there', { contest: 'bupati' }, 'contest-unknown'],
  ['a part that it does not have', { part: 'paper' }, 'part-unknown'],
  ['nothing to withdraw', { figures: null, reason: 'x' }, 'nothing-to-withdraw'],
  [
    'an option too few',
    { figures: { users: 1, women: 0, valid: 1, invalid: 0, votes: { c1: 1, c2: 0 } } },
    'options-not-of-contest',
  ],
])('%s is refused by name and leaves nothing', async (_what, given, type) => {
  const refused = await record({ ...change(`${VILLAGES[0]}-001`), ...given });
  expect(refused).toMatchObject({ ok: false, error: { type } });
});

test('after any sequence of results, corrections and withdrawals, folded at any moments by several workers, every sum equals a recount', async () => {
  const reached = { corrected: 0, withdrawn: 0, refused: 0, foldedTogether: 0 };
  const step = fc.record({
    village: fc.nat(3),
    part: fc.constantFrom<Part>('machine', 'paper'),
    votes: fc.array(fc.nat(300), { minLength: 3, maxLength: 3 }),
    act: fc.constantFrom('give', 'give', 'withdraw', 'withdraw', 'fold', 'fold-together'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      await sql`truncate result_change, place_result, change_to_fold, area_sum, area_votes`.execute(
        store.owner,
      );
      for (const { village, part, votes, act } of steps) {
        if (act === 'fold') await fold();
        else if (act === 'fold-together') {
          const [one = 0, other = 0] = await Promise.all([fold(), fold()]);
          expect(one === 0 || other === 0, 'two workers folded the same changes').toBe(true);
          reached.foldedTogether += 1;
        } else {
          const place = `${VILLAGES[village] ?? ''}-001`;
          const given = change(place, {
            part: place === SWITCHED ? part : 'whole',
            votes,
            reason: 'Versi baru.',
          });
          const answer = await record(act === 'give' ? given : { ...given, figures: null });
          if (!answer.ok) reached.refused += 1;
          else reached[act === 'give' ? 'corrected' : 'withdrawn'] += 1;
        }
        expect(await recount()).toEqual([]);
      }
      while ((await fold()) > 0);
      expect(await recount()).toEqual([]);
    }),
    { numRuns: 15, seed: 7 },
  );
  for (const [what, count] of Object.entries(reached)) expect(count, what).toBeGreaterThan(5);
});

test('the recount finds every sum that somebody changed', async () => {
  for (const village of VILLAGES)
    await record(change(`${village}-001`, village === VILLAGES[1] ? { part: 'machine' } : {}));
  await fold();
  await sql`update area_sum set valid = valid + 1 where area = '16.07.01'`.execute(store.owner);
  await sql`update area_votes set votes = votes - 1 where area = ${VILLAGES[2]} and option = 'c2'`.execute(
    store.owner,
  );
  await sql`delete from area_sum where area = '16'`.execute(store.owner);
  const found = (await recount()).map(({ area, field, kept, counted }) => [area, field, kept - counted]);
  expect(found).toContainEqual(['16.07.01', 'valid', 1]);
  expect(found).toContainEqual([VILLAGES[2], 'votes.c2', -1]);
  expect(found.filter(([area]) => area === '16').length).toBeGreaterThan(4);
});

test('how many polling places an area expects follows every change of them, also by a committee that sees its village alone', async () => {
  const expected = async (area: string) =>
    (await asOurs((transaction) =>
      transaction
        .selectFrom('expected_places')
        .select(['places', 'registered_l', 'registered_p'])
        .where('election', '=', ELECTION)
        .where('area', '=', area)
        .executeTakeFirst(),
    )) ?? { places: 0, registered_l: 0, registered_p: 0 };
  const asCommittee = <Value>(work: Parameters<typeof inScope<Value>>[2]) =>
    inScope(store.database, { area: VILLAGE, account: 'committee' }, work);
  const before = await expected('16.07');
  const place = { election: ELECTION, id: `${VILLAGE}-009`, area: VILLAGE, number: 9, name: null };
  await asCommittee((transaction) =>
    transaction
      .insertInto('place')
      .values({ ...place, mode: 'paper', registered_l: 0, registered_p: 0 })
      .execute(),
  );
  await asCommittee((transaction) =>
    transaction
      .updateTable('place')
      .set({ registered_l: 120, registered_p: 131 })
      .where('id', '=', place.id)
      .execute(),
  );
  for (const area of ['16', '16.07', '16.07.01', VILLAGE]) {
    const { rows } = await sql<{ places: number; registered_l: number; registered_p: number }>`
      select count(*) as places, sum(registered_l) as registered_l, sum(registered_p) as registered_p from place
      where election = ${ELECTION} and (area = ${area} or area like ${`${area}.%`})`.execute(store.owner);
    expect(await expected(area), area).toEqual(rows[0]);
  }
  expect((await expected('16.07')).places).toBe(before.places + 1);
  await sql`delete from place where id = ${place.id}`.execute(store.owner);
  expect(await expected('16.07')).toEqual(before);
  const byHand = asOurs((transaction) => sql`update expected_places set places = 1`.execute(transaction));
  await expect(byHand).rejects.toThrow(/permission denied/);
});
