import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACTS, type ActName } from '../src/accounts/acts.ts';
import { ROLES, type Role } from '../src/accounts/roles.ts';
import { ACT_EXAMPLES } from './act-examples/index.ts';
import { AREA_OF_ROLE, addAccount } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

/** Where the foreigner of each role stands: the same level, another regency. */
const FOREIGN_AREA: Readonly<Record<Role, string>> = {
  regency: '16.06',
  'sub-district': '16.06.01',
  committee: '16.06.01.2001',
  registrar: '16.06',
  desk: '16.06',
  technician: '16.06.01',
  auditor: '16.06',
  observer: '16.06.01',
};

let center: TestCenter;
beforeAll(async () => {
  center = await openTestCenter();
  for (const role of ROLES) {
    await addAccount(center.store.database, { id: `${role}.foreign`, role, area: FOREIGN_AREA[role] });
  }
});
afterAll(() => center.close());

const names = Object.keys(ACTS) as ActName[];

const call = async (
  account: string,
  name: ActName,
): Promise<{ readonly status: number; readonly text: string }> => {
  const example = ACT_EXAMPLES[name];
  center.signInAnew(account);
  const input = await example.input(center, AREA_OF_ROLE[account.replace('.foreign', '') as Role]);
  if (example.isPaper === true) {
    const { status, bytes } = await center.paper(account, name, input);
    return { status, text: bytes.toString('latin1') };
  }
  const { status, body } = await center.act(account, name, input);
  return { status, text: JSON.stringify(body) };
};

describe('every act', () => {
  test('has an example of its own', () => {
    expect(new Set(Object.keys(ACT_EXAMPLES))).toEqual(new Set(names));
  });

  test.each(names)('%s: nobody without a session, no other role', async (name) => {
    expect((await center.act(undefined, name)).status === 401 || ACT_EXAMPLES[name].isPaper).toBe(true);
    for (const role of ROLES) {
      const { status } = await call(role, name);
      const may = (ACTS[name].roles as readonly Role[]).includes(role);
      if (may) expect([200, 409], `${role} may`).toContain(status);
      else expect(status, `${role} may not`).toBe(403);
    }
  });

  test.each(names)('%s: the same role of another regency changes and sees nothing of ours', async (name) => {
    const changes = () =>
      center.store.owner
        .selectFrom('event')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('area', 'like', '16.07%')
        .executeTakeFirstOrThrow();
    for (const role of ACTS[name].roles) {
      const before = await changes();
      const { status, text } = await call(`${role}.foreign`, name);
      expect(await changes(), `${role} of elsewhere changed something`).toEqual(before);
      const { seesOnly } = ACT_EXAMPLES[name];
      if (seesOnly === 'own' && status === 200) {
        expect(text, `${role} of elsewhere saw something`).not.toMatch(/16\.07\.\d/);
      }
    }
  });
});
