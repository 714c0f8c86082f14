import { afterAll, beforeAll, expect, test } from 'vitest';
import { withPeople } from '../src/accounts/people.ts';
import { inScope } from '../src/database/scope.ts';
import { addAccount } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

let center: TestCenter;
beforeAll(async () => {
  center = await openTestCenter();
  await addAccount(center.store.database, { id: 'betung', role: 'sub-district', area: '16.07.05' });
});
afterAll(() => center.close());

test('people are named to whoever reads their area or works below it; of others the role is told, and of a device nothing', async () => {
  const accounts = ['committee', 'sub-district', 'regency', 'betung', null, 'nobody'];
  const seenFrom = (area: string) =>
    inScope(center.store.database, { area, account: null }, async (transaction) => {
      const rows = await withPeople(
        transaction,
        accounts.map((account) => ({ account })),
      );
      return rows.map(({ person }) => (person === null ? null : (person.name ?? person.role)));
    });
  const [committee, subDistrict, regency] = ['committee', 'sub-district', 'regency'].map(
    (id) => `Orang Buatan ${id}`,
  );
  expect(await seenFrom('16.07')).toEqual([
    ...[committee, subDistrict, regency, 'Orang Buatan betung'],
    ...[null, null],
  ]);
  const inOther = [committee, subDistrict, regency, 'sub-district', null, null];
  expect(await seenFrom('16.07.01')).toEqual(inOther);
  expect(await seenFrom('16.07.05.2003')).toEqual([
    ...['committee', 'sub-district', regency, 'Orang Buatan betung'],
    ...[null, null],
  ]);
});
