import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { VILLAGE } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';
import { giveVotes, OUTCOME_QUESTION, outcomeVillage } from './village-outcome.ts';

let center: TestCenter;
beforeAll(async () => {
  center = await openTestCenter();
  await outcomeVillage(center);
});
afterAll(() => center.close());
beforeEach(() =>
  sql`truncate result_change, place_result, change_to_fold, outcome_fact`.execute(center.store.owner),
);

const question = { ...OUTCOME_QUESTION, area: VILLAGE };
const people = ['Ketua Buatan', 'Anggota Buatan'];
const act = (name: string, input: object = {}) => center.act('regency', name, { ...question, ...input });
const stands = async () => {
  const { body } = await act('outcome.village');
  return body.value as {
    readonly standing: object;
    readonly winner: number | null;
    readonly changes: number[];
  };
};
const refusal = async (name: string, input: object = {}) => (await act(name, input)).body.error?.type;

test('a village without all its places is not determined; with them it is, by what people saw', async () => {
  expect(await refusal('outcome.determine', { people, changes: [1] })).toBe('not-complete');
  const first = await giveVotes(center, 100, 50);
  expect(await stands()).toMatchObject({ standing: { stage: 'provisional' }, winner: 1, changes: [first] });
  const second = await giveVotes(center, 101, 50, 'Salah salin.');
  expect(await refusal('outcome.determine', { people, changes: [first] })).toBe('result-changed');
  expect((await act('outcome.determine', { people, changes: [second] })).status).toBe(200);
  expect(await stands()).toMatchObject({ standing: { stage: 'determined', isStale: false } });
  expect(await refusal('outcome.determine', { people, changes: [second] })).toBe('determined-already');
});

test('figures that change after it was determined make it stale: no decree until it is determined anew', async () => {
  const first = await giveVotes(center, 100, 50);
  await act('outcome.determine', { people, changes: [first] });
  const second = await giveVotes(center, 40, 50, 'Putusan sengketa.');
  expect(await stands()).toMatchObject({ standing: { stage: 'determined', isStale: true }, winner: 2 });
  expect(await refusal('outcome.decree', { number: '1/2027', date: '2027-07-01' })).toBe('not-determined');
  expect((await act('outcome.determine', { people, changes: [second] })).status).toBe(200);
  expect((await act('outcome.decree', { number: '1/2027', date: '2027-07-01' })).status).toBe(200);
  expect(await stands()).toMatchObject({ standing: { stage: 'decreed', isStale: false, number: '1/2027' } });
  expect((await act('outcome.reopen', { reason: 'Keberatan dikabulkan.' })).status).toBe(200);
  expect(await stands()).toMatchObject({ standing: { stage: 'provisional' } });
});

test('where the rules end people choose among those who are tied, with a reason; else the rules decide', async () => {
  await giveVotes(center, 50, 40);
  const choice = { candidate: 2, reason: 'Musyawarah desa.', minutesNumber: '7/2027', people };
  expect(await refusal('outcome.choose', choice)).toBe('rules-decide');
  const tied = await giveVotes(center, 45, 45, 'Hitung ulang.');
  expect((await stands()).winner).toBeNull();
  await act('outcome.determine', { people, changes: [tied] });
  expect(await refusal('outcome.decree', { number: '1', date: '2027-07-01' })).toBe('no-winner');
  expect(await refusal('outcome.choose', { ...choice, candidate: 9 })).toBe('not-among');
  expect((await act('outcome.choose', choice)).status).toBe(200);
  expect((await stands()).winner).toBe(2);
  // on other figures, determined anew, it is no choice any more
  const other = await giveVotes(center, 46, 46, 'Hitung ulang lagi.');
  expect(await refusal('outcome.choose', choice)).toBe('not-determined');
  await act('outcome.determine', { people, changes: [other] });
  expect(await stands()).toMatchObject({ winner: null, standing: { stage: 'determined', isStale: false } });
  await act('outcome.choose', choice);
  await act('outcome.decree', { number: '1/2027', date: '2027-07-01' });
  // nor does the winner change under the decree
  expect(await refusal('outcome.choose', { ...choice, candidate: 1 })).toBe('decreed-already');
  expect(await stands()).toMatchObject({ winner: 2, standing: { stage: 'decreed', number: '1/2027' } });
});

test('a second decree is refused by name: the first is reopened with a reason', async () => {
  const change = await giveVotes(center, 70, 30);
  await act('outcome.determine', { people, changes: [change] });
  expect((await act('outcome.decree', { number: '1/2027', date: '2027-07-01' })).status).toBe(200);
  expect(await refusal('outcome.decree', { number: '2/2027', date: '2027-07-02' })).toBe('decreed-already');
  expect(await stands()).toMatchObject({ standing: { stage: 'decreed', number: '1/2027' } });
  await act('outcome.reopen', { reason: 'Salah nomor.' });
  await act('outcome.determine', { people, changes: [change] });
  expect((await act('outcome.decree', { number: '2/2027', date: '2027-07-02' })).status).toBe(200);
});

test('by other rules than those it was determined by it is stale: no decree until it is determined anew', async () => {
  const change = await giveVotes(center, 70, 30);
  await act('outcome.determine', { people, changes: [change] });
  // no act changes the rules of an election that was made: whoever owns the database does
  await expect(
    sql`update election_rules set rule_pack = rule_pack`.execute(center.store.database),
  ).rejects.toThrow(/permission denied/);
  const version = (by: number) =>
    sql`update bilik.election_rules set rule_pack = jsonb_set(rule_pack, '{version}', to_jsonb((rule_pack ->> 'version')::int + ${by}))`.execute(
      center.store.owner,
    );
  await version(1);
  expect(await stands()).toMatchObject({ standing: { stage: 'determined', isStale: true } });
  expect(await refusal('outcome.decree', { number: '1/2027', date: '2027-07-01' })).toBe('not-determined');
  await version(-1);
  expect(await stands()).toMatchObject({ standing: { stage: 'determined', isStale: false } });
});

test('minutes and draft of the decree are papers; the draft only of a determined winner', async () => {
  const change = await giveVotes(center, 70, 30);
  const minutes = await center.paper('committee', 'outcome.minutes', question);
  expect([minutes.status, minutes.type, minutes.bytes.subarray(0, 5).toString()]).toEqual([
    200,
    'application/pdf',
    '%PDF-',
  ]);
  expect((await center.paper('regency', 'outcome.decree-draft', question)).status).toBe(409);
  await act('outcome.determine', { people, changes: [change] });
  expect((await center.paper('regency', 'outcome.decree-draft', question)).status).toBe(200);
});
