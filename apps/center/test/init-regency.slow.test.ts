import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { civilDate } from '@bilik/election';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { openKeys } from '../src/keys.ts';
import { initRegency } from '../src/set-up/init-regency.ts';
import { readInitOrder } from '../src/set-up/regency-order.ts';
import { exportCommand, importCommand } from '../src/set-up/set-up-command.ts';
import { openTestDatabase, type TestDatabase } from './test-database.ts';

const NOW = new Date('2026-12-01T02:00:00Z');
let store: TestDatabase;
let home: string;
beforeAll(async () => {
  store = await openTestDatabase();
  home = mkdtempSync(join(tmpdir(), 'bilik-init-'));
});
afterAll(async () => {
  await store.close();
  rmSync(home, { recursive: true, force: true });
});

function order(regency: string, votingDate?: string) {
  return readInitOrder({ regency, votingDate, kind: 'exercise', villages: undefined }, NOW);
}

async function init(regency: string, votingDate?: string) {
  const read = order(regency, votingDate);
  return read.ok ? initRegency(store.database, read.value, NOW) : read;
}

const rowsOf = (table: 'area' | 'event' | 'set_up' | 'election_village') =>
  store.owner
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();

test('Pemalang gets its areas, its rules and an event of all villages that elect a head; asked again, nothing changes', async () => {
  const made = await init('33.27');
  if (!made.ok) throw new Error(made.error.sentence.en);
  expect(made.value).toMatchObject({
    ...{ name: 'Kabupaten Pemalang', subDistricts: 14, villages: 223, areasAdded: 2 + 14 + 223 },
    ...{ electionMade: true, setUpMade: true, rulePack: { id: 'indonesia-default', version: 2 } },
  });
  const before = await Promise.all((['area', 'event', 'set_up', 'election_village'] as const).map(rowsOf));
  const again = await init('33.27');
  expect(again).toMatchObject({
    ok: true,
    value: { areasAdded: 0, electionMade: false, setUpMade: false },
  });
  expect(await Promise.all((['area', 'event', 'set_up', 'election_village'] as const).map(rowsOf))).toEqual(
    before,
  );
});

test('Sleman begins with its own variant and words; Jayapura stands in its own zone', async () => {
  expect(await init('34.04')).toMatchObject({ ok: true, value: { rulePack: { id: 'sleman' } } });
  const { content } = await store.owner
    .selectFrom('set_up')
    .select('content')
    .where('area', '=', '34.04')
    .executeTakeFirstOrThrow();
  expect(content.labels.head.id).toBe('lurah');
  expect(order('91.03')).toMatchObject({ ok: true, value: { zone: 'WIT' } });
  expect(order('73.08')).toMatchObject({ ok: true, value: { zone: 'WITA' } });
});

test.each([
  ['99.99', undefined, 'unknown'],
  ['3327', undefined, 'malformed'],
  ['16.07', '2027-02-30', 'civil-date'],
  ['16.07', '2020-02-05', 'rule-pack-not-yet-valid'],
])('%s on %s is refused with a sentence, and nothing is left behind', async (regency, date, type) => {
  const refused = await init(regency, date);
  expect(refused).toMatchObject({ ok: false, error: { type } });
  if (!refused.ok) expect(refused.error.sentence.id.length).toBeGreaterThan(30);
  const left = await store.owner
    .selectFrom('area')
    .select('code')
    .where('code', 'like', `${regency}%`)
    .execute();
  expect(left).toEqual([]);
});

test('a set-up goes from Sleman to Pemalang as one file; a changed one is refused; made elections keep their rules', async () => {
  const file = join(home, 'sleman.json');
  const keys = openKeys(home);
  const parts = { database: store.database, keys, now: () => NOW };
  expect(await exportCommand(parts, '34.04', file)).toMatchObject({ done: true });
  const written = readFileSync(file, 'utf8');
  const again = await exportCommand(parts, '34.04', file);
  expect(again).toMatchObject({
    done: false,
    lines: [expect.stringContaining('sudah ada'), expect.anything()],
  });
  expect(readFileSync(file, 'utf8')).toBe(written);
  expect(await importCommand(parts, '33.27', file)).toMatchObject({ done: true });
  const setUps = await store.owner
    .selectFrom('set_up')
    .select(['content', 'issuer'])
    .where('area', '=', '33.27')
    .orderBy('number')
    .execute();
  expect(setUps).toHaveLength(2);
  expect(setUps[1]?.content.from).toEqual({ regency: '33.27', name: 'Kabupaten Pemalang' });
  expect(setUps[1]?.content.rulePacks[0]).toMatchObject({ id: 'sleman', regency: '33.27' });
  expect(setUps[1]?.issuer).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  const { rule_pack } = await store.owner
    .selectFrom('election_rules')
    .select('rule_pack')
    .where('area', '=', '33.27')
    .executeTakeFirstOrThrow();
  expect(rule_pack?.id).toBe('indonesia-default');
  const changed = join(home, 'changed.json');
  writeFileSync(changed, readFileSync(file, 'utf8').replace('"minimumAgeYears":25', '"minimumAgeYears":26'));
  expect(await importCommand(parts, '33.27', changed)).toMatchObject({ done: false });
  expect(await importCommand(parts, '33.27', home)).toMatchObject({ done: false });
  // rules and labels are published: with a word in them that must not be public they are not taken over
  const spoiled = join(home, 'spoiled.json');
  await sql`update bilik.set_up set content = jsonb_set(content, '{rulePacks,0,name,id}', '"Hitungan internal"') where area = '34.04'`.execute(
    store.owner,
  );
  expect(await exportCommand(parts, '34.04', spoiled)).toMatchObject({ done: true });
  expect(await importCommand(parts, '33.27', spoiled)).toMatchObject({ done: false });
});

test('a regency of 212 villages: the calendar of all of them is computed in less than a second', async () => {
  const { readVillages } = await import('../src/set-up/known-village.ts');
  const { planStages } = await import('@bilik/preparation');
  const begun = performance.now();
  const planned = await inScope(store.database, OWN_WORK, async (transaction) => {
    const read = await readVillages(transaction, 'pilkades-2027-33-27');
    if (!read.ok) throw new Error(read.error.sentence.en);
    const { rulePack, calendar } = read.election;
    if (rulePack === null) throw new Error('no rule pack');
    return read.villages.map(({ life }) =>
      planStages({
        ...{ calendar, rulePack, votingDate: civilDate('2027-06-23') },
        ...{ extensionDays: 0, conditions: life.conditions, doneOn: life.doneOn, today: null },
      }),
    );
  });
  expect(planned).toHaveLength(212);
  expect(planned.every(({ ok }) => ok)).toBe(true);
  expect(performance.now() - begun).toBeLessThan(1000);
});
