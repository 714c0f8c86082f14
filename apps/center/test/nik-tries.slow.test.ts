import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openIdentities } from '../src/voters/identity/identities.ts';
import { personOf } from '../src/voters/identity/voter-row.ts';
import { addAccount, ELECTION, REGENCY, VILLAGE } from './small-regency.ts';
import { withSmallList } from './small-voter-lists.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

let center: TestCenter;
beforeAll(async () => {
  center = await openTestCenter();
  await withSmallList(center);
});
afterAll(() => center.close());
beforeEach(async () => {
  await center.store.owner.deleteFrom('voter_public_look').execute();
});

const search = async (account: string, text: string, more: object = {}) => {
  const input = { election: ELECTION, area: account === 'registrar' ? REGENCY : VILLAGE, text, ...more };
  const { status, body } = await center.act(account, 'voters.list', input);
  return { status, type: body.error?.type, lines: (body.value as { lines?: object[] } | undefined)?.lines };
};
const listed = async (position: number) => {
  const rows = await center.store.owner.selectFrom('voter').selectAll().orderBy('id').execute();
  const row = rows[position];
  if (row === undefined) throw new Error('nobody');
  return { id: row.id, ...personOf(openIdentities(center.parts.keys), row) };
};
const serial = (nik: string, number: number) => nik.slice(0, 12) + String(number).padStart(4, '0');

const TOO_MANY = { status: 409, type: 'too-many-nik-tries', lines: undefined };

test('whoever knows all of a NIK but its last digits tries five a day, on whatever pages, and shuts out nobody else', async () => {
  const { id, nik } = await listed(3);
  const statuses: number[] = [];
  for (let number = 7001; number <= 7004; number += 1) {
    const after = number === 7003 ? { area: VILLAGE, name: 'A', id: 1 } : null;
    statuses.push((await search('committee', serial(nik, number), { after })).status);
  }
  expect(statuses).toEqual([200, 200, 200, 200]);
  expect((await search('committee', nik)).lines).toMatchObject([{ id }]);
  expect(await search('committee', nik)).toEqual(TOO_MANY);
  // another account, and somebody else's, and names, are found as before
  expect((await search('registrar', nik)).lines).toMatchObject([{ id }]);
  expect((await search('committee', (await listed(4)).nik)).lines).toHaveLength(1);
  expect((await search('committee', (await listed(3)).name)).status).toBe(200);
  center.moveClock(24 * 3_600_000);
  try {
    expect((await search('auditor', nik)).status).toBe(200);
  } finally {
    center.moveClock(-24 * 3_600_000);
  }
});

test('all accounts together try a beginning twenty times a day; then proposals are still taken', async () => {
  const { id: voter, ...person } = await listed(5);
  const statuses: number[] = [];
  for (const account of ['panitia-satu', 'panitia-dua', 'panitia-tiga', 'panitia-empat']) {
    await addAccount(center.store.database, { id: account, role: 'committee', area: VILLAGE });
    for (let number = 7001; number <= 7006; number += 1) {
      statuses.push((await search(account, serial(person.nik, number))).status);
    }
  }
  // what is refused to one account takes none of the others' tries
  expect(statuses.filter((status) => status === 200)).toHaveLength(20);
  expect(await search('registrar', person.nik)).toEqual(TOO_MANY);
  const proposed = await center.act('committee', 'voters.propose', {
    ...{ election: ELECTION, village: VILLAGE, origin: 'committee', evidence: 'kartu keluarga asli' },
    ...{ kind: 'correct', voter, person },
  });
  expect(proposed.status).toBe(200);
});

test('one account tries two hundred a day, of whomever', async () => {
  const statuses = new Map<number, number>();
  for (let day = 0; day < 210; day += 1) {
    const { status } = await search('committee', `160701${String(100_000 + day)}0001`);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect([...statuses]).toEqual([
    [200, 200],
    [409, 10],
  ]);
  expect((await search('registrar', '1607019999990001')).status).toBe(200);
});

test('who found a person by the NIK stands under the person', async () => {
  const { id, nik } = await listed(6);
  await search('registrar', nik);
  await search('registrar', serial(nik, 7009));
  const looks = await center.store.owner
    .selectFrom('voter_look')
    .select(['voter', 'account', 'why'])
    .where('what', '=', 'search')
    .orderBy('id', 'desc')
    .limit(2)
    .execute();
  expect(looks).toEqual([
    { voter: null, account: 'registrar', why: 'NIK' },
    { voter: id, account: 'registrar', why: 'NIK' },
  ]);
});

test('whether a proposed NIK is the listed one hears who decides, not who typed it; proposals count as tries', async () => {
  const { id: voter, ...person } = await listed(8);
  const propose = (account: string, nik: string) =>
    center.act(account, 'voters.propose', {
      ...{ election: ELECTION, village: VILLAGE, origin: 'committee', evidence: 'kartu keluarga asli' },
      ...{ kind: 'correct', voter, person: { ...person, nik } },
    });
  const seen = async (account: string, proposal: number) => {
    const { body } = await center.act(account, 'voters.proposal', { election: ELECTION, proposal });
    return (body.value as { isSameNik: boolean | null }).isSameNik;
  };
  const idOf = ({ body }: Awaited<ReturnType<typeof propose>>) => (body.value as { id: number }).id;
  const same = idOf(await propose('registrar', person.nik));
  const other = idOf(await propose('committee', serial(person.nik, 7010)));
  expect([await seen('regency', same), await seen('regency', other)]).toEqual([true, false]);
  expect([await seen('registrar', same), await seen('committee', same), await seen('auditor', same)]).toEqual(
    [null, null, null],
  );
  for (let number = 7011; number <= 7014; number += 1) {
    expect((await search('committee', serial(person.nik, number))).status).toBe(200);
  }
  expect((await propose('committee', serial(person.nik, 7015))).body.error).toEqual({
    type: 'too-many-nik-tries',
  });
  expect((await search('committee', person.nik)).type).toBe('too-many-nik-tries');
});
