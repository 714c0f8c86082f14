import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { villageCodeSchema } from '@bilik/election';
import { checkFields } from '@bilik/transfer';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeBackup } from '../src/backup/take-backup.ts';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { noteFile } from '../src/files/note-file.ts';
import { publishPlaces } from '../src/publish/publish-places.ts';
import { recordChange } from '../src/tabulation/record-change.ts';
import { findPairs } from '../src/voters/duplicates/find-pairs.ts';
import { eraseVoters } from '../src/voters/erasure/erase-voters.ts';
import { openIdentities } from '../src/voters/identity/identities.ts';
import { enterExerciseLists } from '../src/voters/import/exercise-lists.ts';
import { lawVoters, placeVoters } from '../src/voters/life/list-locking.ts';
import { ELECTION, REGENCY, VILLAGE } from './small-regency.ts';
import { csvOf, importFile, listOf, upload, voterAt } from './small-voter-lists.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

const NEIGHBOUR = '16.07.01.2002';
const DAY_MS = 86_400_000;
const village = villageCodeSchema.parse(VILLAGE);
const people = listOf(VILLAGE, 120).voters;

let center: TestCenter;
beforeAll(async () => {
  center = await openTestCenter();
});
afterAll(() => center.close());

/** Calls an act that must be carried out. */
async function done<Value>(account: string, name: string, input: object): Promise<Value> {
  const { status, body } = await center.act(account, name, { election: ELECTION, ...input });
  expect(body, name).toMatchObject({ ok: true });
  expect(status).toBe(200);
  return body.value as Value;
}

/** Calls an act that must be refused. @returns the refusal's name */
async function refused(account: string, name: string, input: object): Promise<string | undefined> {
  const { status, body } = await center.act(account, name, { election: ELECTION, ...input });
  expect(status, JSON.stringify(body)).toBeGreaterThanOrEqual(400);
  return body.error?.type;
}

const voters = () =>
  center.store.owner.selectFrom('voter').selectAll().where('area', '=', VILLAGE).orderBy('id').execute();

describe('a file that cannot enter leaves nobody behind', () => {
  const lines = async (change: (rows: string[][]) => void) => {
    const rows = Buffer.from(await csvOf(people))
      .toString('utf8')
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(';'));
    change(rows);
    return Buffer.from(`${rows.map((row) => row.join(';')).join('\r\n')}\r\n`, 'utf8');
  };
  const addColumn = (rows: string[][], title: string, value: string) => {
    for (const [index, row] of rows.entries()) row.push(index === 0 ? title : value);
  };

  test('wrong area codes, doubled and rounded NIK, negative and huge numbers, formulas: each named by row and column', async () => {
    const bytes = await lines((rows) => {
      addColumn(rows, 'Kode Desa', VILLAGE);
      const set = (row: number, title: string, value: string) => {
        const column = rows[0]?.indexOf(title) ?? -1;
        expect(column).toBeGreaterThan(0);
        rows[row]?.splice(column, 1, value);
      };
      set(1, 'Kode Desa', '1607040001');
      set(2, 'Kode Desa', NEIGHBOUR);
      set(3, 'NIK', rows[4]?.[rows[0]?.indexOf('NIK') ?? -1] ?? '');
      set(5, 'RT', '-4');
      set(6, 'RT', '1E+308');
      set(7, 'NIK', '1,60799E+15');
      set(8, 'Nama', '=cmd|calc');
    });
    const row = await importFile(center, 'committee', bytes, VILLAGE, 'rusak.csv');
    expect(row['state']).toBe('refused');
    const problems = row['problems'] as readonly { kind: string; row: number; severity: string }[];
    const errors = problems
      .filter(({ severity }) => severity === 'error')
      .map((one) => `${one.row} ${one.kind}`);
    expect(errors).toEqual([
      '2 village-code-bps',
      '3 other-village',
      '5 duplicate-nik',
      '6 rt-rw-not-number',
      '7 rt-rw-not-number',
      '8 identity-scientific',
      '9 formula-text',
    ]);
    expect(JSON.stringify(row)).not.toMatch(/\d{16}/);
    expect(await voters()).toEqual([]);
  });

  test('half a file, an archive that points outside, a picture', async () => {
    const whole = Buffer.from(await csvOf(people));
    const zip = Buffer.from('504b0304140000000000', 'hex');
    for (const [name, bytes] of [
      ['half.csv', whole.subarray(0, Math.floor(whole.length / 2) - 7)],
      ['../../etc/passwd.xlsx', Buffer.concat([zip, Buffer.from('../../../evil')])],
      ['foto.csv', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ] as const) {
      const row = await importFile(center, 'committee', bytes, VILLAGE, name);
      expect(row['state'], name).toBe('refused');
    }
    expect(await voters()).toEqual([]);
    expect(
      await refused('committee', 'voters.import-ask', {
        upload: '0'.repeat(32),
        options: { village: VILLAGE },
      }),
    ).toBe('upload-unknown');
  });

  test('a committee hands in no list of another village', async () => {
    const id = await upload(center, 'committee', await csvOf(listOf(NEIGHBOUR, 20).voters), 'tetangga.csv');
    expect(
      await refused('committee', 'voters.import-ask', { upload: id, options: { village: NEIGHBOUR } }),
    ).toBe('not-allowed');
  });
});

describe('a village’s list from file to lock', () => {
  test('the whole list enters, once, also when two workers take its job', async () => {
    const bytes = await csvOf(people);
    expect(await importFile(center, 'committee', bytes, VILLAGE, 'daftar.csv', 2)).toMatchObject({
      state: 'entered',
      voters: 120,
      villages: 1,
    });
    expect(await voters()).toHaveLength(120);
    const again = await upload(center, 'committee', bytes, 'lagi.csv');
    expect(
      await refused('committee', 'voters.import-ask', { upload: again, options: { village: VILLAGE } }),
    ).toBe('file-again');
    const more = await importFile(
      center,
      'committee',
      await csvOf(listOf(VILLAGE, 30, 'other').voters),
      VILLAGE,
      'b.csv',
    );
    expect(more).toMatchObject({ state: 'refused', problems: [{ kind: 'village-has-list' }] });
    expect(await voters()).toHaveLength(120);
  });

  test('no column holds a NIK or family card that could be read; the rows give them back exactly', async () => {
    const rows = await sql<{ row: string }>`select voter::text as row from voter`.execute(center.store.owner);
    const text = rows.rows.map(({ row }) => row).join('\n');
    for (const { nik, familyCard } of people) {
      expect(text.includes(nik) || text.includes(familyCard ?? '?')).toBe(false);
      expect(text.includes(Buffer.from(nik).toString('hex'))).toBe(false);
    }
    const identities = openIdentities(center.parts.keys);
    const opened = (await voters()).map((row) => identities.openNik(row.nik_sealed, row.nik_hash));
    expect(new Set(opened)).toEqual(new Set(people.map(({ nik }) => nik)));
    const [one, other] = await voters();
    if (one === undefined || other === undefined) throw new Error('no rows');
    expect(() => identities.openNik(one.nik_sealed, other.nik_hash)).toThrow();
  });

  test('pages cover everybody once, searches find a name in other spelling and a whole NIK, and are noted', async () => {
    const seen: string[] = [];
    let after: unknown = null;
    do {
      const page = await done<{ lines: { name: string; nik: string }[]; end: unknown }>(
        'committee',
        'voters.list',
        { area: VILLAGE, after },
      );
      seen.push(...page.lines.map(({ name }) => name));
      expect(JSON.stringify(page)).not.toMatch(/\d{10}/);
      after = page.end;
    } while (after !== null);
    expect(seen).toEqual(people.map(({ name }) => name).sort((one, next) => (one < next ? -1 : 1)));
    const [somebody] = people;
    if (somebody === undefined) throw new Error('nobody');
    const found = async (account: string, area: string, text: string) =>
      (await done<{ lines: { name: string }[] }>(account, 'voters.list', { area, text })).lines.map(
        ({ name }) => name,
      );
    expect(await found('registrar', REGENCY, somebody.nik)).toEqual([somebody.name]);
    const turned = somebody.name.split(' ').reverse().join(' ').toLowerCase();
    expect(await found('registrar', REGENCY, turned)).toContain(somebody.name);
    expect(await found('committee', VILLAGE, somebody.name.slice(1, 6).toLowerCase())).toContain(
      somebody.name,
    );
    const looks = await center.store.owner
      .selectFrom('voter_look')
      .select(['account', 'why'])
      .where('what', '=', 'search')
      .execute();
    expect(looks).toContainEqual({ account: 'registrar', why: 'NIK' });
  });

  test('who looks at a person leaves name, time and reason; without a reason nothing is shown', async () => {
    const voter = await voterAt(center);
    expect(await refused('committee', 'voters.person', { voter, why: '' })).toBe('malformed');
    const shown = await done<{ nik: string }>('committee', 'voters.person', {
      voter,
      why: 'memeriksa kartu keluarga',
    });
    expect(shown.nik).toMatch(/^\d{6}•{10}$/);
    const next = await done<{ looks: { account: string; why: string }[] }>('registrar', 'voters.person', {
      voter,
      why: 'aduan warga',
    });
    expect(next.looks).toMatchObject([{ account: 'committee', why: 'memeriksa kartu keluarga' }]);
  });

  test('a village proposes, somebody else decides, and nobody is ever removed', async () => {
    const voter = await voterAt(center, 3);
    const [stranger] = listOf(VILLAGE, 200, 'stranger').voters.slice(-1);
    const shared = { village: VILLAGE, origin: 'committee', evidence: 'akta kematian nomor 12' };
    const marked = await done<{ id: number }>('committee', 'voters.propose', {
      ...shared,
      kind: 'mark-ineligible',
      voter,
      reason: 'dead',
    });
    const added = await done<{ id: number }>('committee', 'voters.propose', {
      ...shared,
      kind: 'add',
      person: stranger,
    });
    const decide = { approve: true, why: 'bukti cocok' };
    expect(await refused('committee', 'voters.proposal-decide', { proposal: marked.id, ...decide })).toBe(
      'not-allowed',
    );
    await done('regency', 'voters.proposal-decide', { proposal: marked.id, ...decide });
    await done('registrar', 'voters.proposal-decide', { proposal: added.id, ...decide });
    expect(await refused('regency', 'voters.proposal-decide', { proposal: marked.id, ...decide })).toBe(
      'already-decided',
    );
    const twice = await done<{ id: number }>('registrar', 'voters.propose', {
      ...shared,
      kind: 'add',
      person: stranger,
    });
    expect(await refused('registrar', 'voters.proposal-decide', { proposal: twice.id, ...decide })).toBe(
      'own-proposal',
    );
    expect(await refused('regency', 'voters.proposal-decide', { proposal: twice.id, ...decide })).toBe(
      'nik-on-list',
    );
    await done('regency', 'voters.proposal-decide', {
      proposal: twice.id,
      approve: false,
      why: 'sudah terdaftar',
    });
    const rows = await voters();
    expect(rows).toHaveLength(121);
    expect(rows.find(({ id }) => id === voter)).toMatchObject({
      ineligible_reason: 'dead',
      ineligible_evidence: 'akta kematian nomor 12',
    });
    const stored = await sql<{
      text: string;
    }>`select string_agg(voter_proposal::text, '') as text from voter_proposal`.execute(center.store.owner);
    expect(stored.rows[0]?.text).not.toContain(stranger?.name);
  });

  test('somebody on two villages’ lists is found, compared side by side, and marked on one of them', async () => {
    const [double, ...others] = listOf(NEIGHBOUR, 60, 'neighbour').voters;
    const [original] = people.slice(20);
    if (double === undefined || original === undefined) throw new Error('nobody');
    const copy = {
      ...original,
      hamlet: double.hamlet,
      rt: double.rt,
      rw: double.rw,
      familyCard: double.familyCard,
    };
    await importFile(center, 'regency', await csvOf([copy, ...others]), NEIGHBOUR, 'tetangga.csv');
    await findPairs(center.parts, { election: ELECTION, account: 'regency' });
    const own = await done<{ pairs: unknown[] }>('committee', 'voters.duplicates', { area: VILLAGE });
    expect(own.pairs).toEqual([]);
    const { pairs } = await done<{ pairs: { first: number; second: number; rank: string }[] }>(
      'regency',
      'voters.duplicates',
      { area: REGENCY },
    );
    const [pair] = pairs;
    expect(pair?.rank).toBe('same-nik');
    if (pair === undefined) throw new Error('no pair');
    const { first, second } = pair;
    const compared = await done<{ lines: { part: string }[] }>('regency', 'voters.pair', { first, second });
    expect(compared.lines[0]).toMatchObject({ part: 'nik', speaks: 'for' });
    const decide = { first, second, why: 'pindah desa tahun lalu' };
    expect(
      await refused('regency', 'voters.pair-decide', { ...decide, decision: 'two-people', kept: null }),
    ).toBe('same-nik');
    expect(
      await refused('regency', 'voters.pair-decide', { ...decide, decision: 'one-person', kept: 999_999 }),
    ).toBe('kept-not-of-pair');
    await done('regency', 'voters.pair-decide', { ...decide, decision: 'one-person', kept: first });
    expect(
      await refused('regency', 'voters.pair-decide', { ...decide, decision: 'one-person', kept: first }),
    ).toBe('pair-decided');
    await findPairs(center.parts, { election: ELECTION, account: 'regency' });
    const left = await done<{ pairs: { rank: string }[] }>('regency', 'voters.duplicates', { area: REGENCY });
    expect(left.pairs.filter(({ rank }) => rank === 'same-nik')).toEqual([]);
  });

  test('dividing anew into fewer leaves no polling place without voters; one that is in use is kept, and a counted village is divided no more', async () => {
    const places = async () =>
      (
        await center.store.owner
          .selectFrom('place')
          .select('number')
          .where('election', '=', ELECTION)
          .where('area', '=', VILLAGE)
          .orderBy('number')
          .execute()
      ).map(({ number }) => number);
    const expected = async () =>
      (
        await sql<{ places: number }>`
          select places from bilik.expected_places where election = ${ELECTION} and area = ${VILLAGE}`.execute(
          center.store.owner,
        )
      ).rows[0]?.places;
    const divide = (count: number) => ({ village: VILLAGE, votersCap: 5000, places: count });
    await done('committee', 'voters.divide', divide(6));
    expect(await places()).toEqual([1, 2, 3, 4, 5, 6]);
    await done('committee', 'voters.divide', divide(3));
    expect([await places(), await expected()]).toEqual([[1, 2, 3], 3]);
    // a photo of a sheet hangs on the third
    const three = { election: ELECTION, place: `${VILLAGE}-003` };
    await sql`update bilik.place set mode = 'paper' where id = ${three.place}`.execute(center.store.owner);
    expect((await center.act('committee', 'sheets.open', three)).status).toBe(200);
    await sql`insert into bilik.sheet_act (election, place, area, act, account, version, round, step, at)
      values (${three.election}, ${three.place}, ${VILLAGE}, 'quarantine', 'regency', 1, 1, 'quarantined', now())`.execute(
      center.store.owner,
    );
    expect(await refused('committee', 'voters.divide', divide(1))).toBe('place-in-use');
    expect(await places()).toEqual([1, 2, 3]);
    await sql`delete from bilik.sheet_act where place = ${three.place}`.execute(center.store.owner);
    await done('committee', 'voters.divide', divide(1));
    expect([await places(), await expected()]).toEqual([[1], 1]);
    const other = '16.07.05.2004';
    await inScope(center.store.database, OWN_WORK, (transaction) =>
      recordChange(transaction, {
        ...{
          election: ELECTION,
          place: `${other}-001`,
          contest: 'kepala-desa',
          lane: 'official',
          part: 'whole',
        },
        ...{ sourceKind: 'record', source: 'arsip', account: null, reason: null, at: new Date(0) },
        figures: { users: 5, women: 2, votes: { c1: 5, c2: 0, c3: 0 }, valid: 5, invalid: 0 },
      }),
    );
    expect(await refused('regency', 'voters.divide', { village: other })).toBe('village-has-counted');
  });

  test('the village is divided under the cap, an RT is moved, and every place has its numbers', async () => {
    const divided = await done<{
      places: { number: number; voters: number; parts: { hamlet: string; rw: string; rt: string }[] }[];
    }>('committee', 'voters.divide', { village: VILLAGE, votersCap: 80 });
    expect(divided.places.map(({ number }) => number)).toEqual([1, 2]);
    expect(Math.max(...divided.places.map((place) => place.voters))).toBeLessThanOrEqual(80);
    const part = divided.places[0]?.parts.at(-1);
    if (part === undefined) throw new Error('an empty place');
    const neighbourhood = { hamlet: part.hamlet, rw: part.rw, rt: part.rt };
    await done('committee', 'voters.division-move', {
      village: VILLAGE,
      votersCap: 110,
      neighbourhood,
      to: 2,
    });
    expect(
      await refused('committee', 'voters.division-move', {
        village: VILLAGE,
        votersCap: 50,
        neighbourhood,
        to: 1,
      }),
    ).toBe('over-cap');
    expect(await refused('committee', 'voters.divide', { village: VILLAGE, votersCap: 80, places: 1 })).toBe(
      'too-few-places',
    );
    const rows = await voters();
    for (const number of [1, 2]) {
      const numbers = rows
        .filter(({ place_number }) => place_number === number)
        .map((row) => row.number ?? 0);
      expect(numbers.sort((one, next) => one - next)).toEqual(numbers.map((_, index) => index + 1));
    }
    expect(rows.filter(({ place_number }) => place_number === null)).toEqual([]);
  });

  test('stages are posted, advanced and locked; the fingerprints are those of the law’s list; then only marks beside', async () => {
    const step = (step: object) => ({ village: VILLAGE, step });
    const post = step({ type: 'post', posting: { from: '2026-12-02', until: '2026-12-04' } });
    for (let stage = 0; stage < 2; stage += 1) {
      expect(await refused('committee', 'voters.step', step({ type: 'lock' }))).toBe('wrong-step');
      await done('committee', 'voters.step', post);
      expect(await refused('committee', 'voters.step', step({ type: 'advance' }))).toBe('posting-not-over');
      center.moveClock(4 * DAY_MS);
      for (const account of ['committee', 'regency', 'registrar']) center.signInAnew(account);
      await done('committee', 'voters.step', step({ type: 'advance' }));
      center.moveClock(-4 * DAY_MS);
      for (const account of ['committee', 'regency', 'registrar']) center.signInAnew(account);
    }
    await done('committee', 'voters.step', post);
    center.moveClock(4 * DAY_MS);
    for (const account of ['committee', 'regency', 'registrar']) center.signInAnew(account);
    // a polling place in which nobody may vote would be awaited for ever
    await sql`insert into bilik.place (election, id, area, number, mode)
      values (${ELECTION}, ${`${VILLAGE}-009`}, ${VILLAGE}, 9, 'paper')`.execute(center.store.owner);
    expect(await refused('committee', 'voters.step', step({ type: 'lock' }))).toBe('place-without-voters');
    await sql`delete from bilik.place where id = ${`${VILLAGE}-009`}`.execute(center.store.owner);
    const locked = await done<{ stage: string; fingerprint: string }>(
      'committee',
      'voters.step',
      step({ type: 'lock' }),
    );
    expect(locked.stage).toBe('final');
    expect(await refused('committee', 'voters.divide', { village: VILLAGE })).toBe('list-is-final');
    const identities = openIdentities(center.parts.keys);
    const place = await inScope(center.store.database, OWN_WORK, (transaction) =>
      placeVoters(transaction, identities, ELECTION, village, 1),
    );
    expect(place.ok && place.value.voters.length).toBeGreaterThan(0);
    const before = await inScope(center.store.database, OWN_WORK, (transaction) =>
      lawVoters(transaction, identities, ELECTION, village),
    );
    const proposal = { village: VILLAGE, origin: 'committee', evidence: 'pindah setelah penetapan' };
    const voter = await voterAt(center, 8);
    const { id } = await done<{ id: number }>('committee', 'voters.propose', {
      ...proposal,
      kind: 'mark-ineligible',
      voter,
      reason: 'moved',
    });
    expect(await refused('committee', 'voters.propose', { ...proposal, kind: 'restore', voter })).toBe(
      'list-is-final',
    );
    await done('regency', 'voters.proposal-decide', { proposal: id, approve: true, why: 'surat pindah' });
    const after = await inScope(center.store.database, OWN_WORK, (transaction) =>
      lawVoters(transaction, identities, ELECTION, village),
    );
    expect(after).toEqual(before);
    // a row that somebody changed behind the program's back is found before it is given out
    await sql`update voter set name = 'ORANG LAIN' where id = ${await voterAt(center, 5)}`.execute(
      center.store.owner,
    );
    await expect(
      inScope(center.store.database, OWN_WORK, async (transaction) => {
        for (const number of [1, 2]) await placeVoters(transaction, identities, ELECTION, village, number);
      }),
    ).rejects.toThrow(/not the one that was locked/);
  });

  test('a sum by sex that an observer sees hides small groups; the committee sees them', async () => {
    const seen = async (account: string) => {
      center.signInAnew(account);
      const { tables } = await done<{
        tables: { name: string; hiddenRows: number; rows: { key: string; L: number | null }[] }[];
      }>(account, 'voters.statistics', {
        area: '16.07.01',
      });
      return tables.find(({ name }) => name === 'disability');
    };
    const committee = await seen('regency');
    expect(committee?.rows.some(({ key, L }) => key !== 'none' && L !== null)).toBe(true);
    expect((await seen('observer'))?.hiddenRows).toBeGreaterThan(0);
  });
});

describe('the public look-up', () => {
  const ask = (input: object, address?: string) =>
    center.post('/api/look-up', { village: VILLAGE, ...input }, address);
  const [, somebody] = people;
  if (somebody === undefined) throw new Error('nobody');
  const right = { lastDigits: somebody.nik.slice(-6), birthDate: somebody.birthDate };

  test('says place and number and nothing else; what is mistyped and who is not listed look alike', async () => {
    expect((await ask(right)).body).toEqual({
      ok: true,
      value: { listed: true, place: expect.any(Number), number: expect.any(Number) },
    });
    const nobody = { ok: true, value: { listed: false } };
    expect((await ask({ ...right, birthDate: '1950-01-01' })).body).toEqual(nobody);
    expect((await ask({ ...right, lastDigits: '000000' })).body).toEqual(nobody);
    expect((await ask({ ...right, village: NEIGHBOUR })).body).toEqual(nobody);
    expect((await ask({ ...right, lastDigits: '12' })).status).toBe(400);
  });

  test('who is on the list of the next election, too, is told of that one, and never called not listed', async () => {
    const next = 'pilkades-berikut';
    const { owner } = center.store;
    await sql`insert into election select (jsonb_populate_record(null::election,
      to_jsonb(one) || jsonb_build_object('id', ${next}::text, 'voting_date', '2032-06-09'))).* from election one where id = ${ELECTION}`.execute(
      owner,
    );
    await sql`insert into voter_list (election, area) values (${next}, ${VILLAGE})`.execute(owner);
    await sql`insert into voter overriding system value select (jsonb_populate_record(null::voter,
      to_jsonb(one) || jsonb_build_object('id', id + 1000000, 'election', ${next}::text, 'place_number', 3,
        'number', row_number() over (order by id)))).*
      from voter one where election = ${ELECTION} and area = ${VILLAGE} and look_up_hash in (
        select look_up_hash from voter where election = ${ELECTION} and area = ${VILLAGE} group by look_up_hash having count(*) = 1)`.execute(
      owner,
    );
    const votedOn = (day: string) =>
      sql`update election set voting_date = ${day} where id = ${ELECTION}`.execute(owner);
    const { voting_date: today } = await owner
      .selectFrom('election')
      .select('voting_date')
      .where('id', '=', ELECTION)
      .executeTakeFirstOrThrow();
    const now = (await ask(right, '10.8.8.8')).body;
    try {
      // on the voting day of the running one it is that one
      expect(now).toMatchObject({ ok: true, value: { listed: true } });
      expect(now).not.toMatchObject({ value: { place: 3 } });
      await votedOn('2018-06-09');
      expect((await ask(right, '10.8.8.8')).body).toEqual({
        ok: true,
        value: { listed: true, place: 3, number: expect.any(Number) },
      });
    } finally {
      await votedOn(today);
      await sql`delete from voter where election = ${next}`.execute(owner);
      await sql`delete from voter_list where election = ${next}`.execute(owner);
      await sql`delete from election where id = ${next}`.execute(owner);
    }
  });

  test('names the villages that have a list, and nothing else of them', async () => {
    const { status, body } = await center.post('/api/look-up/villages', {});
    expect(status).toBe(200);
    const villages = body.value as readonly { readonly code: string }[];
    expect(villages).toContainEqual({
      ...{ code: VILLAGE, name: 'Sungai Rebo', subDistrict: 'Banyuasin I' },
      isFinal: expect.any(Boolean),
    });
    // in another regency, or without a list
    expect(villages.map(({ code }) => code)).not.toContain('16.06.01.2001');
  });

  test('one address asks twenty times an hour, and then waits; others do not', async () => {
    let answered = 0;
    for (let time = 0; time < 30; time += 1) {
      const birthDate = `1971-01-${String(time + 1).padStart(2, '0')}`;
      const { status } = await ask({ ...right, birthDate }, '10.9.9.9');
      if (status === 200) answered += 1;
    }
    expect(answered).toBe(20);
    expect((await ask(right, '10.9.9.9')).body.error).toMatchObject({ type: 'too-many-look-ups' });
    expect((await ask(right, '10.9.9.8')).status).toBe(200);
    const kept = await sql<{
      text: string;
    }>`select string_agg(subject, ' ') as text from voter_public_look`.execute(center.store.owner);
    expect(kept.rows[0]?.text).not.toContain('10.9.9');
    expect(kept.rows[0]?.text).not.toContain('1971-01');
  });

  test('who knows a birth date tries five serials a day, from however many addresses and hours', async () => {
    const birthDate = people.find((person) => person.birthDate !== right.birthDate)?.birthDate;
    const year = birthDate?.slice(2, 4);
    const statuses: number[] = [];
    for (let serial = 0; serial < 9; serial += 1) {
      const lastDigits = `${year}${String(serial).padStart(4, '0')}`;
      statuses.push((await ask({ birthDate, lastDigits }, `10.9.8.${serial}`)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 409, 409, 409, 409]);
  });

  test('a busy village answers everybody, each address less', async () => {
    await sql`update voter_public_look set asked = 5000 where subject = ${`village ${VILLAGE}`}`.execute(
      center.store.owner,
    );
    let answered = 0;
    for (let time = 0; time < 8; time += 1) {
      const { status } = await ask({ ...right, birthDate: `1972-02-0${time + 1}` }, '10.9.7.1');
      if (status === 200) answered += 1;
    }
    expect(answered).toBe(5);
    expect((await ask({ ...right, birthDate: '1972-03-01' }, '10.9.7.2')).status).toBe(200);
  });
});

describe('erasure after the dispute window', () => {
  const order = (now: Date) =>
    eraseVoters({
      ...{ owner: center.store.owner, files: center.parts.files, keys: center.parts.keys, now },
      ...{ incomingFolder: join(center.home, 'incoming'), election: ELECTION, by: 'Kepala Dinas' },
    });
  /** Everything that every table and file holds. */
  const everything = async () => {
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('bilik', 'jobs')`.execute(
      center.store.owner,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await sql<{
        text: string | null;
      }>`select string_agg(t::text, E'\n') as text from ${sql.raw(name)} t`.execute(center.store.owner);
      texts.push(rows[0]?.text ?? '');
    }
    const filesIn = (folder: string): string[] =>
      readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? filesIn(path) : [readFileSync(path, 'latin1')];
      });
    return [...texts, ...filesIn(center.home)].join('\n');
  };
  const found = (text: string) =>
    people.filter(({ name, nik }) => text.includes(name) || text.includes(nik)).length;

  test('refuses while somebody may still object', async () => {
    expect(await order(new Date('2027-01-04T10:00:00Z'))).toEqual({
      ok: false,
      error: { type: 'window-open', until: '2027-01-04' },
    });
    expect(await voters()).not.toEqual([]);
  });

  test('no byte of a name or NIK is left in any table or file; what is left proves what there was', async () => {
    await upload(center, 'committee', await csvOf(people), 'bukti.csv');
    await center.act('committee', 'files.upload', {
      id: 'f'.repeat(32),
      step: 'begin',
      name: 'putus.csv',
      bytes: 9000,
    });
    const broken = Buffer.from(await csvOf(people))
      .subarray(0, 3000)
      .toString('base64');
    await center.act('committee', 'files.upload', {
      id: 'f'.repeat(32),
      step: 'piece',
      at: 0,
      bytes: broken,
    });
    const sealed = await center.parts.files.keep(Buffer.from('paket buatan'), 100);
    if (!sealed.ok) throw new Error(sealed.error.type);
    const { sha256: packageFile } = sealed.value;
    await inScope(center.store.database, OWN_WORK, async (transaction) => {
      await noteFile(transaction, sealed.value, center.parts.now());
      await transaction
        .insertInto('place_package')
        .values({
          ...{ election: ELECTION, place: `${VILLAGE}-001`, area: VILLAGE, version: 1, file: packageFile },
          ...{ election_uuid: 'buatan', election_fingerprint: 'buatan', cards: 10, reason: null },
          ...{ fingerprint: packageFile, trustees_hash: packageFile, list_fingerprint: packageFile },
          ...{ credentials_hash: packageFile, account: 'regency', issued_at: center.parts.now() },
        })
        .execute();
    });
    expect(found(await everything())).toBe(people.length);
    const erased = await order(new Date('2027-02-01T02:00:00Z'));
    if (!erased.ok) throw new Error(erased.error.type);
    expect(found(await everything())).toBe(0);
    expect(await center.parts.files.has(packageFile), 'a list lies sealed in each package').toBe(false);
    const ofPackage = { election: ELECTION, place: `${VILLAGE}-001` };
    expect((await center.paper('regency', 'packages.file', ofPackage)).status).toBe(409);
    const backup = await takeBackup(
      {
        ...center.parts,
        ...{
          url: center.store.url,
          places: publishPlaces(center.home),
          keysThere: [],
          now: center.parts.now(),
        },
      },
      join(center.home, 'backup'),
    );
    expect(backup, 'what is erased is missed by nobody').toMatchObject({ ok: true });
    expect(found(await everything())).toBe(0);
    rmSync(join(center.home, 'backup'), { recursive: true });
    const { proof, signature, publicKey } = erased.value.proof;
    expect(checkFields(publicKey, 'voter-erasure', [proof], signature)).toBe(true);
    expect(checkFields(publicKey, 'voter-erasure', [proof.replace('Kepala', 'Wakil')], signature)).toBe(
      false,
    );
    expect(JSON.parse(proof)).toMatchObject({
      ...{ by: 'Kepala Dinas', erasedAt: '2027-02-01T02:00:00.000Z', voters: 181 },
      lists: [
        { village: VILLAGE, stage: 'final', fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) },
        { village: NEIGHBOUR },
      ],
    });
    expect(await order(new Date('2027-03-01T02:00:00Z'))).toEqual(erased);
    const looks = await center.store.owner
      .selectFrom('voter_look')
      .select(['account', 'voter', 'why'])
      .execute();
    expect(looks.length).toBeGreaterThanOrEqual(5);
    expect(looks.every(({ voter, why }) => voter === null && why === '–')).toBe(true);
  });
});

test('an exercise gets the lists of its villages divided and locked, each with the fingerprint of its rows', async () => {
  const own = await openTestCenter();
  try {
    const identities = openIdentities(own.parts.keys);
    const lists = [VILLAGE, NEIGHBOUR].map((code, seed) => listOf(code, 150, seed));
    const order = { election: ELECTION, lists, lockWithCap: 80 };
    expect(await enterExerciseLists(own.parts, identities, order)).toBe(300);
    const place = await inScope(own.store.database, OWN_WORK, (transaction) =>
      placeVoters(transaction, identities, ELECTION, village, 2),
    );
    expect(place.ok && place.value.voters.length).toBeGreaterThan(50);
    const registered = await own.store.owner
      .selectFrom('place')
      .select(({ fn }) => [
        fn.sum<number>('registered_l').as('men'),
        fn.sum<number>('registered_p').as('women'),
      ])
      .where('area', 'in', [VILLAGE, NEIGHBOUR])
      .executeTakeFirstOrThrow();
    expect(Number(registered.men) + Number(registered.women)).toBe(300);
    await expect(enterExerciseLists(own.parts, identities, order)).rejects.toThrow(/duplicate key/);
    await expect(enterExerciseLists({ ...own.parts, kind: 'real' }, identities, order)).rejects.toThrow(
      /real/,
    );
  } finally {
    await own.close();
  }
});
