import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActName } from '../src/accounts/acts.ts';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { foldChanges } from '../src/tabulation/fold.ts';
import { PAPER_FIGURES } from './paper-figures.ts';
import { setUpElection } from './set-up-election.ts';
import { addAccount, TEST_NOW } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

/** KPU's pilkada as an exercise: governor and regent on one day, of people who do not exist. */
const PILKADA = 'pilkada-latihan';
const VILLAGE = '16.07.05.2003';
const PLACE = `${VILLAGE}-001`;
const TABLE = ['kode;tps;L;P', `${VILLAGE};1;150;160`, `${VILLAGE};2;90;95`, '16.07.01.2001;1;200;210'];

let center: TestCenter;
let sent = 0;
const act = async (account: string, name: ActName, input: object) =>
  (await center.act(account, name, input)).body as {
    readonly value: unknown;
    readonly error?: { readonly type: string; readonly problems?: readonly { path: string; code: string }[] };
  };
const refusal = async (account: string, name: ActName, input: object) =>
  (await act(account, name, input)).error?.type ?? 'done';
const enterPlaces = (rows: readonly string[]) =>
  act('regency', 'set-up.enter-places', { election: PILKADA, table: rows.join('\n') });

beforeAll(async () => {
  center = await openTestCenter();
  await setUpElection(center);
  for (const id of ['ani', 'budi']) {
    await addAccount(center.store.database, { id, role: 'sub-district', area: '16.07.05' });
  }
  const contest = (id: string) => ({
    ...{ id, office: 'other', title: { id, en: id } },
    candidates: [1, 2, 3].map((number) => ({ number, name: `Pasangan Buatan ${number}` })),
  });
  const made = await act('regency', 'set-up.make-event', {
    ...{ id: PILKADA, title: { id: 'Pilkada latihan', en: 'Exercise of regional elections' } },
    conduct: {
      ...{ by: 'others', body: 'KPU Kabupaten Banyuasin' },
      contests: [contest('gubernur'), contest('bupati')],
    },
    waves: [
      {
        number: 1,
        voting: { date: '2026-12-09', zone: 'WIB', opens: '07:00', closes: '13:00' },
        villages: [VILLAGE, '16.07.01.2001'],
      },
    ],
  });
  expect(made.error).toBeUndefined();
});
afterAll(() => center.close());

test('its polling places come as a table: a wrong row is named and nothing enters; entered again it stays the same', async () => {
  const wrong = await enterPlaces([...TABLE, '16.07.01.2002;1;10;10', `${VILLAGE};3;x;10`]);
  expect(wrong.error).toMatchObject({
    type: 'place-table-wrong',
    problems: [{ path: 'baris 6, laki-laki', code: 'number' }],
  });
  expect((await enterPlaces([...TABLE, '16.07.01.2002;1;10;10'])).error?.problems).toMatchObject([
    { path: 'baris 5, kode desa', code: 'village-not-in-event' },
  ]);
  const places = () =>
    center.store.owner
      .selectFrom('place')
      .select(['id', 'mode', 'registered_l'])
      .where('election', '=', PILKADA)
      .orderBy('id')
      .execute();
  expect(await places()).toEqual([]);
  for (const _time of [1, 2]) {
    expect(await enterPlaces(TABLE)).toMatchObject({ value: { villages: 2, places: 3, all: 3, closed: 0 } });
    expect((await places()).map(({ id, mode }) => `${id} ${mode}`)).toEqual([
      '16.07.01.2001-001 paper',
      `${VILLAGE}-001 paper`,
      `${VILLAGE}-002 paper`,
    ]);
  }
  const own = { election: 'pilkades-2027', table: TABLE.join('\n') };
  expect(await refusal('regency', 'set-up.enter-places', own)).toBe('conducted-by-regency');
  expect(await refusal('sub-district', 'set-up.enter-places', { ...own, election: PILKADA })).toBe(
    'not-allowed',
  );
});

test('it has stages of its own, with lateness; its registration and objections are not the regency’s to decide', async () => {
  const calendar = { election: PILKADA, village: VILLAGE };
  const shown = (await act('regency', 'calendar.village', calendar)).value as {
    readonly isOurs: boolean;
    readonly stages: readonly { readonly id: string; readonly state: string }[];
  };
  expect(shown.isOurs).toBe(false);
  expect(shown.stages.find(({ id }) => id === 'final-list')?.state).toBe('late');
  expect(shown.stages.map(({ id }) => id)).not.toContain('registration');
  const done = { type: 'stage-done', stage: 'final-list', doneOn: '2026-11-30', note: null };
  expect(await refusal('sub-district', 'calendar.note', { ...calendar, fact: done })).not.toBe('done');
  expect(await refusal('ani', 'calendar.note', { ...calendar, fact: done })).toBe('done');
  const decided = { decidedOn: '2026-12-01', reason: 'Coba' };
  for (const fact of [
    { type: 'registration-extended', days: 15, ...decided },
    { type: 'condition', condition: 'objection-filed', holds: true },
  ]) {
    expect(await refusal('regency', 'calendar.decide', { ...calendar, fact })).toBe('others-decide');
  }
  expect(await refusal('regency', 'calendar.villages', { election: PILKADA })).toBe('done');
});

test('two people type its sheet of several contests; the sums are the internal count, and nothing of it is official, signed or public', async () => {
  await typeSheet();
  const { value } = await act('desk', 'tabulation.own-count', {
    ...{ election: PILKADA, contest: 'bupati', area: '16.07' },
  });
  expect(value).toMatchObject({
    own: { places: 1, expected: 3, valid: 236, invalid: 4 },
    votes: { c1: 121, c2: 84, c3: 31 },
    options: [{ number: 1, name: 'Pasangan Buatan 1' }, { number: 2 }, { number: 3 }],
  });
  const question = { election: PILKADA, contest: 'gubernur', area: VILLAGE };
  for (const account of ['regency', 'ani', 'auditor']) {
    expect(await act(account, 'tabulation.own-count', question)).toMatchObject({
      value: { own: { places: 1, expected: 2 }, votes: { c1: 121 } },
    });
  }
  expect(await refusal('sub-district', 'tabulation.own-count', question)).toBe('area-not-yours');
  expect(await refusal('observer', 'tabulation.own-count', question)).toBe('not-allowed');
  for (const account of ['regency', 'observer']) {
    const area = account === 'regency' ? VILLAGE : '16.07.01.2001';
    expect(await refusal(account, 'tabulation.area', { ...question, area })).toBe('conducted-by-others');
  }
  const sheet = { election: PILKADA, place: PLACE };
  expect(await refusal('ani', 'sheets.code', sheet)).toBe('conducted-by-others');
  const { changes } = (await act('ani', 'tabulation.history', sheet)).value as { changes: unknown[] };
  expect(changes).toHaveLength(2);
  // no lane beside it
  expect(JSON.stringify((await act('desk', 'lanes.elections', {})).value)).not.toContain(PILKADA);
  expect(await refusal('regency', 'lanes.ballot', sheet)).toBe('place-unknown');
  const photo = Buffer.from([0xff, 0xd8, 0xff, 0xdb, 0, 3, 1, 0xff, 0xda, 0, 3, 1, 0xff, 0xd9]).toString(
    'base64',
  );
  const evidence = await center.post('/api/evidence', { kind: 'photo', ...sheet, photo });
  expect(evidence.body).toMatchObject({ error: { type: 'place-unknown' } });
  expect(await refusal('regency', 'publish.decide', { election: PILKADA, open: true, reason: 'Coba' })).toBe(
    'election-unknown',
  );
  expect(await refusal('regency', 'outcome.village', question)).not.toBe('done');
});

test('no voter of it is listed here: every act of the lists is refused, its places stay on paper, and no stranger reads them', async () => {
  for (const [name, input] of [
    ['voters.import-ask', { election: PILKADA, upload: 'a'.repeat(32), options: { village: VILLAGE } }],
    ['voters.divide', { election: PILKADA, village: VILLAGE }],
    ['voters.list', { election: PILKADA, area: VILLAGE }],
  ] as const) {
    expect(await refusal('regency', name, input), name).toBe('conducted-by-others');
  }
  const added = sql`insert into voter_list (election, area) values (${PILKADA}, ${VILLAGE})`;
  await expect(added.execute(center.store.owner)).rejects.toThrow(/conducted by others/);
  const places = [1, 2].map((number) => ({ number, mode: 'electronic' }));
  const decision = { village: VILLAGE, places, reason: 'Coba' };
  expect(await refusal('regency', 'set-up.decide-modes', { election: PILKADA, decision })).toBe(
    'conducted-by-others',
  );
  const { body } = await center.post('/api/evidence-places', { election: PILKADA });
  expect(JSON.stringify(body)).not.toContain(VILLAGE);
});

test('the database itself takes no official figure of it, and shows its sums to nobody who only watches', async () => {
  const official = sql`
    insert into result_change (at, election, place, area, contest, contest_area, lane, part, users, valid, invalid, votes, source_kind, source,
      adds_places, adds_registered_l, adds_registered_p, adds_users, adds_women, adds_valid, adds_invalid, adds_votes)
    select at, election, ${`${VILLAGE}-002`}, area, contest, contest_area, 'official', part, users, valid, invalid, votes, source_kind, source,
      0, 0, 0, 0, 0, 0, 0, '{}' from result_change where election = ${PILKADA} limit 1`;
  await expect(official.execute(center.store.owner)).rejects.toThrow(/conducted by others/);
  const seenBy = (account: string, area: string) =>
    inScope(center.store.database, { account, area }, async (transaction) => {
      const { rows } = await sql<{ sums: number; changes: number }>`
        select (select count(*)::int from area_sum where election = ${PILKADA}) as sums,
          (select count(*)::int from result_change where election = ${PILKADA}) as changes`.execute(
        transaction,
      );
      return rows[0];
    });
  expect(await seenBy('regency', '16.07')).toEqual({ sums: 8, changes: 2 });
  await addAccount(center.store.database, { id: 'pengamat', role: 'observer', area: '16.07.05' });
  expect(await seenBy('pengamat', '16.07.05')).toEqual({ sums: 0, changes: 0 });
});

test('a place whose sheet has begun keeps its registered voters and stays in the table', async () => {
  const rows = TABLE.filter((row) => !row.startsWith(`${VILLAGE};1`));
  const begun = { error: { type: 'place-table-wrong', problems: [{ code: 'place-in-use' }] } };
  expect(await enterPlaces(rows)).toMatchObject(begun);
  expect(await enterPlaces([...rows, `${VILLAGE};1;151;160`])).toMatchObject(begun);
  // another place of the village may still go
  expect(await enterPlaces([`${VILLAGE};1;150;160`])).toMatchObject({
    value: { villages: 1, places: 1, all: 2, closed: 1 },
  });
  expect((await act('regency', 'tabulation.recount', {})).value).toEqual([]);
});

/** Photo, and the same figures by two people. */
async function typeSheet(): Promise<void> {
  const sheet = { election: PILKADA, place: PLACE };
  const picture = Buffer.alloc(400, 'p');
  picture.set([0xff, 0xd8, 0xff, 0xdb, 0, 3, 1, 0xff, 0xda, 0, 3, 1]);
  picture.set([0xff, 0xd9], 398);
  const id = 'f'.repeat(32);
  await act('ani', 'files.upload', { step: 'begin', id, name: 'lembar.jpg', bytes: 400 });
  await act('ani', 'files.upload', { step: 'piece', id, at: 0, bytes: picture.toString('base64') });
  const sha256 = createHash('sha256').update(picture).digest('hex');
  await act('ani', 'files.upload', { step: 'finish', id, sha256 });
  expect(await refusal('ani', 'sheets.add-photo', { ...sheet, sha256 })).toBe('done');
  // one voter of another place voted here, as KPU's rules let: one of the 112 men is not of its list
  const paper = { ...PAPER_FIGURES, 'dpt.L': 111, 'dpt.total': 239, 'added.L': 1, 'added.total': 1 };
  const figures = Object.fromEntries(
    Object.entries(paper).flatMap(([key, value]) =>
      key.startsWith('kepala-desa:')
        ? ['gubernur', 'bupati'].map((contest) => [key.replace('kepala-desa', contest), value])
        : [[key, value]],
    ),
  );
  for (const account of ['ani', 'budi']) {
    sent += 1;
    const sentAs = String(sent).padStart(32, 'a');
    const answer = await act(account, 'sheets.enter', { ...sheet, figures, sentAs });
    expect(answer.error).toBeUndefined();
  }
  await inScope(center.store.database, OWN_WORK, (transaction) => foldChanges(transaction, TEST_NOW));
}
