import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCenter, type TestCenter } from './test-center.ts';

let center: TestCenter;
beforeAll(async () => {
  center = await openTestCenter();
});
afterAll(() => center.close());

const namesFor = async (account: string) => {
  const { body } = await center.act(account, 'set-up.names');
  return body.value as { readonly areas: readonly { code: string; name: string }[]; readonly zone: string };
};
const codesFor = async (account: string) => (await namesFor(account)).areas.map(({ code }) => code);

test('names are told of one’s own area, of those below and above it, and of no other', async () => {
  expect(await codesFor('committee')).toEqual(['16', '16.07', '16.07.01', '16.07.01.2001']);
  expect(await codesFor('sub-district')).toEqual([
    ...['16', '16.07', '16.07.01', '16.07.01.2001', '16.07.01.2002'],
  ]);
  expect((await codesFor('desk')).filter((code) => code.startsWith('16.06'))).toEqual([]);
  expect((await namesFor('desk')).areas).toContainEqual({ code: '16.07.01.2002', name: 'Perajen' });
});

test('the zone is that of the regency’s nearest election; before there is one, that of its province', async () => {
  expect((await namesFor('committee')).zone).toBe('WIB');
  await sql`update election set zone = 'WITA'`.execute(center.store.owner);
  expect((await namesFor('committee')).zone).toBe('WITA');
});

test('what one’s own role may do is what the door lets through', async () => {
  const { body } = await center.act('desk', 'accounts.mine');
  expect(body.value).toContain('lanes.commit');
  expect(body.value).not.toContain('accounts.invite');
  expect((await center.act('desk', 'accounts.invite')).status).toBe(403);
});
