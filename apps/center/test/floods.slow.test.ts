import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { TRIES_AN_HOUR } from '../src/lanes/public-evidence.ts';
import { MOST_TRIES_AN_HOUR } from '../src/voters/look-up/look-up-routes.ts';
import { ELECTION, VILLAGE } from './small-regency.ts';
import { withSmallList } from './small-voter-lists.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

const PLACE = '16.07.05.2003-001';
const PHOTO = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(300, 'x')]).toString(
  'base64',
);
const EVIDENCE = { kind: 'photo', election: ELECTION, place: PLACE, photo: PHOTO };

let center: TestCenter;
beforeAll(async () => {
  center = await openTestCenter();
  await withSmallList(center);
});
afterAll(() => center.close());

/** Holds a table so that whoever asks for it waits with a connection, as behind something slow. @returns what `work` returned */
function whileHeld<Value>(
  table: string,
  work: (waiting: () => Promise<number>) => Promise<Value>,
): Promise<Value> {
  return center.store.owner.transaction().execute(async (transaction) => {
    await sql`lock table ${sql.table(table)} in access exclusive mode`.execute(transaction);
    return work(async () => {
      const { rows } = await sql<{ readonly waiting: number }>`select count(*) as waiting from pg_locks
        where not granted and database = (select oid from pg_database where datname = current_database())`.execute(
        transaction,
      );
      return rows[0]?.waiting ?? 0;
    });
  });
}
const kindsOf = (statuses: readonly number[]) =>
  Object.fromEntries(
    [...new Set(statuses)].map((one) => [one, statuses.filter((other) => other === one).length]),
  );

test('three pieces of public evidence are at work at once, some wait, the others hear it; the office works on', async () => {
  const url = await center.listen();
  const sent = await whileHeld('evidence', async (waiting) => {
    const all = Array.from({ length: 23 }, () => center.post('/api/evidence', EVIDENCE, '10.7.7.7'));
    await vi.waitFor(async () => expect(await waiting()).toBe(3), { timeout: 20_000 });
    expect((await center.act('regency', 'sheets.list', { election: ELECTION })).status).toBe(200);
    const refused = await fetch(`${url}/api/evidence`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(EVIDENCE),
    });
    expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([
      ...[429, '5'],
      { ok: false, error: { type: 'too-many-waiting' } },
    ]);
    expect(await waiting()).toBe(3);
    return { all };
  });
  expect(kindsOf((await Promise.all(sent.all)).map(({ status }) => status))).toEqual({ 200: 23 });
});

test('the same photo sent again leaves no row and counts all the same; other addresses are heard', async () => {
  const send = (address: string) => center.post('/api/evidence', EVIDENCE, address);
  const statuses: number[] = [];
  for (let tried = 0; tried < TRIES_AN_HOUR + 5; tried += 1) statuses.push((await send('10.6.6.6')).status);
  expect(kindsOf(statuses)).toEqual({ 200: TRIES_AN_HOUR, 409: 5 });
  // told before the database is asked
  await whileHeld('place', async () => {
    expect((await send('10.6.6.6')).body.error).toEqual({ type: 'too-many-from-here', minutes: 60 });
  });
  expect((await send('10.6.6.5')).status).toBe(200);
  center.moveClock(3_600_000);
  expect((await send('10.6.6.6')).status).toBe(200);
});

test('of one person four things are at work at once and the others wait without a connection; whoever asks for hundreds hears it', async () => {
  const search = () =>
    center.act('committee', 'voters.list', { election: ELECTION, area: VILLAGE, text: 'siti' });
  await center.cookieOf('committee');
  const sent = await whileHeld('voter', async (waiting) => {
    const all = Array.from({ length: 230 }, search);
    await vi.waitFor(async () => expect(await waiting()).toBe(4), { timeout: 20_000 });
    expect((await center.act('regency', 'sheets.list', { election: ELECTION })).status).toBe(200);
    expect(await waiting()).toBe(4);
    return { all };
  });
  const answers = await Promise.all(sent.all);
  expect(kindsOf(answers.map(({ status }) => status))).toEqual({ 200: 202, 429: 28 });
  expect(answers.find(({ status }) => status === 429)?.body).toEqual({
    ok: false,
    error: { type: 'too-many-waiting' },
  });
  // what a page asks for at once is all answered
  expect(kindsOf((await Promise.all(Array.from({ length: 9 }, search))).map(({ status }) => status))).toEqual(
    {
      200: 9,
    },
  );
});

test('names of elections that nobody has, and look-ups without end, ask the database nothing', async () => {
  const placesOf = (election: string) => center.post('/api/evidence-places', { election });
  expect((await placesOf(ELECTION)).body.value).not.toEqual([]);
  await whileHeld('election', async () => {
    expect((await placesOf('tidak-ada')).body.value).toEqual([]);
    expect((await placesOf(ELECTION)).body.value).not.toEqual([]);
  });
  const ask = (address: string) =>
    center.post('/api/look-up', { village: VILLAGE, lastDigits: '800001', birthDate: '1980-01-01' }, address);
  for (let tried = 0; tried < MOST_TRIES_AN_HOUR; tried += 1) await ask('10.5.5.5');
  await whileHeld('voter_public_look', async () => {
    expect((await ask('10.5.5.5')).body.error).toMatchObject({ type: 'too-many-look-ups' });
  });
  expect((await ask('10.5.5.6')).body.error?.type).not.toBe('broken');
});
