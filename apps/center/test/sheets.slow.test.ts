import { createHash } from 'node:crypto';
import { optionKeySchema, pollingPlaceIdSchema } from '@bilik/election';
import { type PlacePart, type ResultChange, recount, sumParts, tallyKey } from '@bilik/tabulation';
import { checkCode, readKeyCode } from '@bilik/transfer/signed-code';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inScope } from '../src/database/scope.ts';
import type { SheetCode } from '../src/sheets/sheet-code.ts';
import { foldChanges } from '../src/tabulation/fold.ts';
import { recordChange } from '../src/tabulation/record-change.ts';
import { PAPER_FIGURES as FIGURES } from './paper-figures.ts';
import { addAccount, ELECTION } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

const PLACE = '16.07.05.2003-001';
const SHEET = { election: ELECTION, place: PLACE };
type Figures = Readonly<Record<string, number | null>>;

let center: TestCenter;
let number = 0;
const newId = () => {
  number += 1;
  return String(number).padStart(32, 'e');
};
const refusalOf = (answered: { readonly body: { readonly error?: unknown } }) => answered.body.error;

/** Uploads a picture of so many bytes, different for each seed. @returns its hash */
async function upload(account: string, seed: string, bytes = 400, inside = ''): Promise<string> {
  const picture = Buffer.alloc(bytes, seed);
  // a JPEG as its parts go: a table, the lines, the end
  picture.set([0xff, 0xd8, 0xff, 0xdb, 0, 3, 1, 0xff, 0xda, 0, 3, 1]);
  picture.set([0xff, 0xd9], bytes - 2);
  picture.set(Buffer.from(inside, 'latin1'), 100);
  const id = newId();
  await center.act(account, 'files.upload', { step: 'begin', id, name: 'lembar.jpg', bytes });
  const PIECE = 500 * 1024;
  for (let at = 0; at < bytes; at += PIECE) {
    const piece = picture.subarray(at, at + PIECE).toString('base64');
    await center.act(account, 'files.upload', { step: 'piece', id, at, bytes: piece });
  }
  const sha256 = createHash('sha256').update(picture).digest('hex');
  const { status } = await center.act(account, 'files.upload', { step: 'finish', id, sha256 });
  expect(status).toBe(200);
  return sha256;
}
const enter = (account: string, figures: Figures = FIGURES, place = PLACE, sentAs = newId()) =>
  center.act(account, 'sheets.enter', { election: ELECTION, place, figures, sentAs });
const open = async (account: string, place = PLACE) => {
  const { body } = await center.act(account, 'sheets.open', { election: ELECTION, place });
  return body.value as Readonly<Record<string, unknown>>;
};
/** What the sums know of a place, oldest first. */
const resultsIn = (place: string) =>
  center.store.owner
    .selectFrom('result_change')
    .select(['contest', 'part', 'withdrawn', 'users', 'women', 'valid', 'votes', 'source', 'reason'])
    .where('place', '=', place)
    .orderBy('number')
    .execute();

beforeAll(async () => {
  center = await openTestCenter();
  for (const id of ['ani', 'budi', 'citra']) {
    await addAccount(center.store.database, { id, role: 'sub-district', area: '16.07.05' });
  }
  await addAccount(center.store.database, { id: 'dewi', role: 'regency', area: '16.07' });
  await addAccount(center.store.database, { id: 'panitia', role: 'committee', area: '16.07.05.2003' });
});
afterAll(() => center.close());

describe('a paper sheet over HTTP', () => {
  test('Ani types it first: Budi, Citra, the supervisor and the auditor see nothing of what she wrote, and she sees it herself', async () => {
    await center.act('panitia', 'sheets.add-photo', { ...SHEET, sha256: await upload('panitia', 'a') });
    expect((await center.act('ani', 'sheets.next', { election: ELECTION })).body.value).toEqual({
      place: PLACE,
    });
    expect((await enter('ani')).body.value).toEqual({ step: 'first_entry', version: 1 });
    expect(await open('ani')).toMatchObject({ mine: FIGURES, part: 'typist' });
    for (const other of ['budi', 'citra', 'dewi', 'auditor', 'panitia']) {
      for (const act of ['sheets.open', 'sheets.list', 'sheets.my-entries', 'sheets.next'] as const) {
        const answered = await center.act(other, act, act === 'sheets.open' ? SHEET : { election: ELECTION });
        expect(JSON.stringify(answered.body), `${other} ${act}`).not.toMatch(/121|236/);
      }
    }
    expect((await center.act('ani', 'sheets.next', { election: ELECTION })).body.value).toEqual({
      place: null,
    });
    expect((await center.act('budi', 'sheets.next', { election: ELECTION })).body.value).toEqual({
      place: PLACE,
    });
  });

  test('the database itself gives nobody another’s entry, whatever is asked', async () => {
    const rowsOf = (account: string | null) =>
      inScope(center.store.database, { area: '*', account }, (transaction) =>
        transaction.selectFrom('sheet_entry').select('account').execute(),
      );
    expect(await rowsOf('ani')).toEqual([{ account: 'ani' }]);
    for (const other of ['budi', 'dewi', null]) expect(await rowsOf(other)).toEqual([]);
    const forged = inScope(center.store.database, { area: '16.07', account: 'budi' }, (transaction) =>
      transaction
        .insertInto('sheet_entry')
        .values({
          ...{ ...SHEET, area: '16.07.05.2003', version: 1, round: 1, kind: 'entry', account: 'ani' },
          ...{ sent_as: newId(), typed: '{}', at: new Date(0) },
        })
        .execute(),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
    const changed = inScope(center.store.database, { area: '*', account: 'ani' }, (transaction) =>
      sql`update sheet_entry set typed = '{}'`.execute(transaction),
    );
    await expect(changed).rejects.toThrow(/permission denied/);
  });

  test('Ani may not be the second; the same entry sent again is one entry', async () => {
    expect(refusalOf(await enter('ani'))).toMatchObject({
      type: 'sheet-refused',
      why: 'typed-by-you-already',
    });
    const sentAs = newId();
    const slip = { ...FIGURES, 'kepala-desa:c1': 112 };
    expect((await enter('budi', slip, PLACE, sentAs)).body.value).toMatchObject({ step: 'differs' });
    expect((await enter('budi', slip, PLACE, sentAs)).body.value).toMatchObject({ step: 'differs' });
    const entries = await center.store.owner.selectFrom('sheet_entry').select('account').execute();
    expect(entries.map(({ account }) => account)).toEqual(['ani', 'budi']);
  });

  test('Citra is shown which field differs, never what was typed; her reading settles it and the result goes to the sums', async () => {
    const seen = await open('citra');
    expect(seen).toMatchObject({ step: 'differs', differing: ['kepala-desa:c1'], mine: null, agreed: null });
    expect(JSON.stringify(seen)).not.toMatch(/121|112/);
    expect(await open('budi')).toMatchObject({ differing: [] });
    const resolve = (readings: Figures, account = 'citra') =>
      center.act(account, 'sheets.resolve', { ...SHEET, readings, sentAs: newId() });
    expect(refusalOf(await resolve({ 'kepala-desa:c1': 211 }))).toMatchObject({
      why: 'reading-agrees-with-neither',
    });
    expect(refusalOf(await resolve({ 'kepala-desa:c1': 121 }, 'budi'))).toMatchObject({
      why: 'other-part-before',
    });
    expect((await resolve({ 'kepala-desa:c1': 121 })).body.value).toEqual({ step: 'definitive', version: 1 });
    expect(await open('auditor')).toMatchObject({ agreed: FIGURES, findings: [] });
    expect(await resultsIn(PLACE)).toMatchObject([
      {
        ...{
          contest: 'kepala-desa',
          part: 'whole',
          withdrawn: false,
          users: 240,
          women: 128,
          valid: 236,
        },
        ...{ votes: { c1: 121, c2: 84, c3: 31 }, source: `${PLACE}/1`, reason: null },
      },
    ]);
  });

  test('its code is signed by the center, names the photo, is believed by the page for codes and by the door for the public, and no changed vote is', async () => {
    const { code, key } = (await center.act('panitia', 'sheets.code', SHEET)).body.value as SheetCode;
    const read = readKeyCode(key);
    if (!read.ok) throw new Error(read.error.type);
    const photo = await center.store.owner
      .selectFrom('sheet_photo')
      .select('sha256')
      .executeTakeFirstOrThrow();
    expect(checkCode(code, read.value)).toMatchObject({
      ok: true,
      value: { content: { source: 'sheet', users: 240, casts: 240, recordHash: photo.sha256 } },
    });
    expect(code).toContain('/LEMBAR/H240/S240/KEPALA-DESA:1.121:2.84:3.31:SAH.236:TIDAK.4/C318.2.240/T0/');
    const send = (text: string) => center.post('/api/evidence', { kind: 'code', ...SHEET, code: text });
    expect((await send(code)).body.ok).toBe(true);
    expect((await send(code.replace('1.121', '1.122'))).body.error).toEqual({
      type: 'code-not-believed',
      why: 'code-altered',
    });
    const undone = { election: ELECTION, place: '16.07.05.2004-001' };
    expect(refusalOf(await center.act('ani', 'sheets.code', undone))).toEqual({
      type: 'sheet-not-definitive',
    });
  });

  test('a definitive sheet takes no photo but by a correction, and no sheet one that says more than the paper', async () => {
    const add = async (account: string, sha256: string, name: object = SHEET) =>
      refusalOf(await center.act(account, 'sheets.add-photo', { ...name, sha256 }));
    const junk = await upload('panitia', 'j');
    expect(await add('panitia', junk)).toEqual({ type: 'photo-needs-correction' });
    const rows = center.store.owner.selectFrom('sheet_photo').selectAll().where('sha256', '=', junk);
    expect(await rows.execute()).toEqual([]);
    const spelled = await upload('ani', 'k', 400, ' 1607990101900001 ');
    const other = { ...SHEET, place: '16.07.05.2004-001' };
    expect(await add('ani', spelled, other)).toEqual({ type: 'photo-says-more' });
    const correct = { ...SHEET, reason: 'Foto lain.', evidence: spelled };
    await upload('dewi', 'k', 400, ' 1607990101900001 ');
    expect(refusalOf(await center.act('dewi', 'sheets.correct', correct))).toEqual({
      type: 'photo-says-more',
    });
  });

  test('a correction wants a new photo; the old version counts until the new one is definitive, and the change carries the reason', async () => {
    const first = await center.store.owner
      .selectFrom('sheet_photo')
      .select('sha256')
      .executeTakeFirstOrThrow();
    const correct = (evidence: string, chosen?: string) =>
      center.act('dewi', 'sheets.correct', { ...SHEET, reason: 'KPPS membetulkan lembar', evidence, chosen });
    // somebody else's file: whoever knows its hash alone has not seen it
    expect(refusalOf(await correct(first.sha256))).toEqual({ type: 'photo-unknown' });
    expect(await upload('dewi', 'a')).toBe(first.sha256);
    expect(refusalOf(await correct(first.sha256))).toMatchObject({ why: 'evidence-not-new' });
    // the page drew the same photo anew: other bytes, and named by the file that was chosen
    const drawnAnew = await upload('dewi', 'c');
    expect(refusalOf(await correct(drawnAnew, first.sha256))).toMatchObject({ why: 'evidence-not-new' });
    expect((await correct(await upload('dewi', 'b'), 'ab'.repeat(32))).body.value).toEqual({
      step: 'awaited',
      version: 2,
    });
    // who types the next version is not shown the old figures
    expect(await open('ani')).toMatchObject({ agreed: null, mine: null });
    const corrected = { ...FIGURES, 'kepala-desa:c1': 120, 'kepala-desa:c2': 85 };
    await enter('ani', corrected);
    expect(await resultsIn(PLACE)).toHaveLength(1);
    await enter('budi', corrected);
    expect((await resultsIn(PLACE))[1]).toMatchObject({
      source: `${PLACE}/2`,
      votes: { c1: 120, c2: 85 },
      reason: 'KPPS membetulkan lembar',
    });
    await center.act('dewi', 'sheets.withdraw', { ...SHEET, reason: 'Pungut ulang' });
    expect((await resultsIn(PLACE))[2]).toMatchObject({ withdrawn: true, reason: 'Pungut ulang' });
  });

  test('figures that contradict each other, a sheet of two signatures, a warning: each waits for the people it needs', async () => {
    const other = '16.07.05.2004-001';
    const name = { election: ELECTION, place: other };
    const act = (account: string, what: string, more: object = {}) =>
      center.act(account, what, { ...name, ...more });
    await act('citra', 'sheets.add-photo', { sha256: await upload('citra', 'c') });
    const odd = { ...FIGURES, 'signatures.board': 2, 'signatures.witnesses': 0, 'kepala-desa:c1': 90 };
    await enter('ani', odd, other);
    expect((await enter('budi', odd, other)).body.value).toMatchObject({ step: 'faulty' });
    const view = await open('citra', other);
    expect(view['findings']).toMatchObject([
      { code: 'E02', difference: 31 },
      { code: 'Q02' },
      { code: 'W07' },
    ]);
    await act('citra', 'sheets.discard', { reason: 'Salah ketik keduanya' });
    const right = { ...odd, 'kepala-desa:c1': 121 };
    await enter('budi', right, other);
    expect((await enter('ani', right, other)).body.value).toMatchObject({ step: 'quarantined' });
    expect((await act('citra', 'sheets.clear', { reason: 'x' })).status).toBe(403);
    expect(
      (await act('dewi', 'sheets.clear', { reason: 'Dua anggota sakit, ada surat' })).body.value,
    ).toMatchObject({ step: 'warned' });
    const explanations = [{ code: 'W07', contest: null, text: 'Saksi pulang sebelum selesai' }];
    expect((await act('citra', 'sheets.explain', { explanations })).body.value).toMatchObject({
      step: 'definitive',
    });
    const { acts } = (await open('dewi', other)) as { readonly acts: readonly { readonly act: string }[] };
    expect(acts.map(({ act: one }) => one)).toEqual([
      'enter',
      'enter',
      'discard',
      'enter',
      'enter',
      'clear',
      'explain',
    ]);
  });
});

describe('a machine switched to paper during the day', () => {
  test('what stood of the place becomes the machine’s part with the reason, counts no more until the paper is in, and comes back as long as no sheet was begun', async () => {
    const place = '16.07.01.2001-001';
    const name = { election: ELECTION, place };
    const figures = { users: 90, women: 40, votes: { c1: 50, c2: 30, c3: 10 }, valid: 90, invalid: 0 };
    await inScope(center.store.database, { area: '*', account: null }, (transaction) =>
      recordChange(transaction, {
        ...{ ...name, contest: 'kepala-desa', lane: 'official', part: 'whole', at: new Date(0), figures },
        ...{ sourceKind: 'record', source: 'arsip-pagi', account: null, reason: null },
      }),
    );
    const move = (toPaper: boolean) =>
      center.act('regency', 'sheets.switch', { ...name, toPaper, reason: 'Listrik padam sejak pukul 10' });
    // its result stands: a committee alone does not undo it, and nobody does once people have determined it
    await addAccount(center.store.database, {
      id: 'panitia-mesin',
      role: 'committee',
      area: '16.07.01.2001',
    });
    const moveAsCommittee = await center.act('panitia-mesin', 'sheets.switch', {
      ...{ ...name, toPaper: true, reason: 'Listrik padam' },
    });
    expect(refusalOf(moveAsCommittee)).toEqual({ type: 'result-stands' });
    const decide = (fact: object) =>
      center.store.owner
        .insertInto('outcome_fact')
        .values({
          ...{ election: ELECTION, area: '16.07.01.2001', contest: 'kepala-desa', account: 'regency' },
          ...{ fact: JSON.stringify(fact), at: new Date(0) },
        })
        .execute();
    await decide({ type: 'determined', changes: [1], minutes: 'a'.repeat(64), people: ['Ketua', 'Anggota'] });
    await decide({ type: 'decreed', number: '1/2027', date: '2027-07-01' });
    expect(refusalOf(await move(true))).toEqual({ type: 'determined-already' });
    await decide({ type: 'reopened', reason: 'Keberatan dikabulkan' });
    expect((await move(true)).status).toBe(200);
    expect((await move(false)).status).toBe(200);
    const rows = await center.store.owner
      .selectFrom('result_change')
      .select(['part', 'withdrawn', 'adds_places', 'adds_users', 'source', 'reason'])
      .where('place', '=', place)
      .orderBy('number')
      .execute();
    const why = 'Listrik padam sejak pukul 10';
    const from = { source: 'arsip-pagi', reason: why };
    expect(rows).toEqual([
      { part: 'whole', withdrawn: false, adds_places: 1, adds_users: 90, source: 'arsip-pagi', reason: null },
      { part: 'whole', withdrawn: true, adds_places: -1, adds_users: -90, ...from },
      { part: 'machine', withdrawn: false, adds_places: 0, adds_users: 0, ...from },
      { part: 'machine', withdrawn: true, adds_places: 0, adds_users: 0, ...from },
      { part: 'whole', withdrawn: false, adds_places: 1, adds_users: 90, ...from },
    ]);
    expect(
      refusalOf(await center.act('regency', 'sheets.switch', { ...SHEET, toPaper: true, reason: why })),
    ).toEqual({ type: 'place-not-by-machine' });
    expect(
      (await center.act('regency', 'sheets.machine-places', { election: ELECTION })).body.value,
    ).toMatchObject([{ place, isOnPaperToo: false }]);
    await inScope(center.store.database, { area: '*', account: null }, (transaction) =>
      recordChange(transaction, {
        ...{
          ...name,
          contest: 'kepala-desa',
          lane: 'official',
          part: 'whole',
          at: new Date(0),
          figures: null,
        },
        ...{ sourceKind: 'record', source: 'arsip-pagi', account: null, reason: 'selesai dengan contoh ini' },
      }),
    );
  });

  test('two parts, each with its evidence, one sum: held while somebody may be in both, summed when both are definitive', async () => {
    const place = '16.07.01.2001-001';
    const name = { election: ELECTION, place };
    // as long as it votes by machine, no sheet of it is taken
    expect(refusalOf(await enter('dewi', FIGURES, place))).toEqual({ type: 'sheet-unknown' });
    const toPaper = { ...name, toPaper: true, reason: 'Listrik padam; lanjut dengan kertas' };
    expect((await center.act('regency', 'sheets.switch', toPaper)).body.value).toEqual({
      parts: ['machine', 'paper'],
    });
    expect(refusalOf(await center.act('regency', 'sheets.switch', toPaper))).toEqual({
      type: 'switched-already',
    });
    const machine = await inScope(center.store.database, { area: '*', account: null }, (transaction) =>
      recordChange(transaction, {
        ...{ ...name, contest: 'kepala-desa', lane: 'official', part: 'machine', at: new Date(0) },
        ...{ sourceKind: 'record', source: 'arsip', account: null, reason: null },
        figures: { users: 80, women: 40, votes: { c1: 40, c2: 30, c3: 10 }, valid: 80, invalid: 0 },
      }),
    );
    expect(machine.ok).toBe(true);
    await addAccount(center.store.database, { id: 'fitri', role: 'regency', area: '16.07' });
    await center.act('fitri', 'sheets.add-photo', { ...name, sha256: await upload('fitri', 'f') });
    await enter('dewi', FIGURES, place);
    expect((await enter('fitri', FIGURES, place)).body.value).toMatchObject({ step: 'quarantined' });
    const { findings } = await open('regency', place);
    expect(findings).toMatchObject([{ code: 'Q03', difference: 10 }]);
    const clear = { ...name, reason: 'Daftar hadir dibandingkan: tidak ada yang ganda' };
    expect((await center.act('regency', 'sheets.clear', clear)).body.value).toMatchObject({
      step: 'definitive',
    });
    const sums = await center.store.owner
      .selectFrom('result_change')
      .select(['part', 'adds_places', 'adds_users', 'adds_valid', 'source'])
      .where('place', '=', place)
      .where('source', '!=', 'arsip-pagi')
      .orderBy('number')
      .execute();
    expect(sums).toEqual([
      { part: 'machine', adds_places: 0, adds_users: 0, adds_valid: 0, source: 'arsip' },
      { part: 'paper', adds_places: 1, adds_users: 320, adds_valid: 316, source: `${place}/1` },
    ]);
  });
});

test('whoever folds the stream of changes by the published package finds the sums that the center keeps', async () => {
  await inScope(center.store.database, { area: '*', account: null }, (transaction) =>
    foldChanges(transaction, new Date(0)),
  );
  const rows = await center.store.owner
    .selectFrom('result_change')
    .select(['number', 'place', 'part', 'withdrawn', 'replaces', 'users', 'valid', 'invalid', 'votes'])
    .where('lane', '=', 'official')
    .orderBy('number')
    .execute();
  const contest = 'kepala-desa';
  const halves = new Map<string, PlacePart>();
  const changes = rows.flatMap((row): readonly ResultChange[] => {
    const place = pollingPlaceIdSchema.parse(row.place);
    if (row.withdrawn) {
      const stood = row.part === 'whole' || halves.size === 2;
      halves.delete(row.part);
      return stood ? [{ kind: 'withdrawn', place, contest, reason: 'ditarik' }] : [];
    }
    const options = Object.entries(row.votes).map(([key, votes]) => ({
      key: optionKeySchema.parse(key),
      votes,
    }));
    const { users, valid, invalid } = row;
    const sums = { options, valid, invalid, total: valid + invalid };
    const votes = { place, registered: 310, users, contests: [{ contest, ...sums }] };
    const record = { place, contest, version: row.number, result: { registered: 310, users, ...sums } };
    if (row.part === 'whole') {
      return [
        row.replaces === null
          ? { kind: 'recorded', ...record }
          : { kind: 'corrected', ...record, reason: 'koreksi' },
      ];
    }
    halves.set(row.part, { way: row.part, votes, evidence: [row.part] });
    // cleared at the center: somebody compared both attendances
    const summed = sumParts([...halves.values()], true);
    const [both] = summed.ok ? summed.value.contests : [];
    if (!summed.ok || both === undefined) return [];
    return [{ kind: 'recorded', ...record, result: { registered: 310, users: summed.value.users, ...both } }];
  });
  const places = await center.store.owner.selectFrom('place').select(['id', 'area']).execute();
  const expected = places.map(({ id, area }) => ({
    place: pollingPlaceIdSchema.parse(id),
    contest,
    contestArea: area,
  }));
  const counted = recount(expected, changes);
  if (!counted.ok) throw new Error(JSON.stringify(counted.error));
  const kept = await center.store.owner
    .selectFrom('area_sum')
    .select(['area', 'places', 'users', 'valid', 'invalid'])
    .where('lane', '=', 'official')
    .execute();
  expect(kept.length).toBeGreaterThan(5);
  for (const { area, ...sum } of kept) {
    const tally = counted.value.tallies.get(tallyKey(contest, area));
    expect([area, sum]).toEqual([
      area,
      { places: tally?.counted, users: tally?.users, valid: tally?.valid, invalid: tally?.invalid },
    ]);
  }
  expect(counted.value.falls.length).toBeGreaterThan(0);
});

describe('bad input', () => {
  test('a photo of 30 MB, one that is no picture, and the photo of another place are refused by name', async () => {
    const add = async (sha256: string, place = PLACE) =>
      refusalOf(await center.act('ani', 'sheets.add-photo', { election: ELECTION, place, sha256 }));
    expect(await add(await upload('ani', 'd', 30 * 1024 * 1024))).toEqual({
      type: 'photo-too-large',
      limitBytes: 12 * 1024 * 1024,
    });
    expect(await add('0'.repeat(64))).toEqual({ type: 'photo-unknown' });
    const taken = await center.store.owner
      .selectFrom('sheet_photo')
      .select('sha256')
      .where('place', '=', PLACE)
      .executeTakeFirstOrThrow();
    expect(await add(taken.sha256, '16.07.05.2004-001')).toEqual({ type: 'photo-unknown' });
    expect(await upload('ani', 'a')).toBe(taken.sha256);
    await upload('dewi', 'a');
    const foreign = { election: ELECTION, place: '16.07.01.2002-001', sha256: taken.sha256 };
    expect(refusalOf(await center.act('dewi', 'sheets.add-photo', foreign))).toEqual({
      type: 'photo-of-another-place',
    });
    // a portrait from the public site
    const portrait = await upload('dewi', 'wajah');
    await center.store.owner.transaction().execute(async (transaction) => {
      // the candidacy, whatever else there is of it
      await sql`set local session_replication_role = replica`.execute(transaction);
      await transaction
        .insertInto('candidate')
        .values({
          ...{ election: ELECTION, area: '16.07.01.2002', id: 'calon', name: 'Calon Buatan', number: 1 },
          ...{ born_on: '1980-01-01', state: 'determined', photo: portrait, registered_on: '2026-12-01' },
        })
        .execute();
    });
    expect(refusalOf(await center.act('dewi', 'sheets.add-photo', { ...foreign, sha256: portrait }))).toEqual(
      { type: 'photo-of-a-candidate' },
    );
  });

  test('negative, huge and missing figures, foreign fields are refused before anything is stored', async () => {
    expect((await enter('ani', { ...FIGURES, 'dpt.L': -1 })).status).toBe(400);
    expect((await enter('ani', { ...FIGURES, 'dpt.L': 1e15 })).status).toBe(400);
    expect(refusalOf(await enter('ani', { 'dpt.L': 1 }))).toMatchObject({ type: 'figures-not-of-sheet' });
    expect(refusalOf(await enter('ani', { ...FIGURES, 'bupati:c1': 1 }))).toEqual({
      type: 'figures-not-of-sheet',
      fields: ['bupati:c1'],
    });
  });

  test('two people who type at the same moment are one after the other: neither entry is lost', async () => {
    const place = '16.07.01.2002-001';
    await addAccount(center.store.database, { id: 'eko', role: 'regency', area: '16.07' });
    const answers = await Promise.all([enter('eko', FIGURES, place), enter('dewi', FIGURES, place)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await open('regency', place)).toMatchObject({ step: 'faulty', findings: [{ code: 'E12' }] });
  });
});

describe('accounts that one person of a sub-district let in', () => {
  test('they and that person type as one: two of them make nothing definitive, and neither reads as the third', async () => {
    const place = '16.07.01.2002-001';
    const name = { election: ELECTION, place };
    const invite = async (by: string, account: string) =>
      center.act(by, 'accounts.invite', {
        ...{ account, name: 'Orang Buatan', role: 'committee', area: '16.07.01.2002' },
      });
    for (const account of ['palsu.1', 'palsu.2']) {
      expect((await invite('sub-district', account)).status).toBe(200);
    }
    expect((await invite('regency', 'panitia.asli')).status).toBe(200);
    const sha256 = await upload('palsu.1', 'p');
    expect((await center.act('palsu.1', 'sheets.add-photo', { ...name, sha256 })).status).toBe(200);
    const discard = { ...name, reason: 'Belum ada foto' };
    expect((await center.act('regency', 'sheets.discard', discard)).status).toBe(200);
    expect((await enter('palsu.1', FIGURES, place)).body.value).toMatchObject({ step: 'first_entry' });
    for (const account of ['palsu.2', 'sub-district']) {
      const refused = await enter(account, FIGURES, place);
      expect(refusalOf(refused)).toMatchObject({ type: 'sheet-refused', why: 'typed-by-same-hand' });
      expect(JSON.stringify(refusalOf(refused))).toContain('dihitung sebagai satu orang');
    }
    const next = async (account: string) =>
      (await center.act(account, 'sheets.next', { election: ELECTION })).body.value;
    expect(await next('sub-district')).toEqual({ place: null });
    expect(await next('eko')).toEqual({ place });
    // somebody whom the regency let in is another person; where the two differ, the third is neither of them
    const honest = { ...FIGURES, 'kepala-desa:c1': 120, 'kepala-desa:c2': 85 };
    expect((await enter('panitia.asli', honest, place)).body.value).toMatchObject({ step: 'differs' });
    const readings = { 'kepala-desa:c1': 121, 'kepala-desa:c2': 84 };
    const read = (account: string) =>
      center.act(account, 'sheets.resolve', { ...name, readings, sentAs: newId() });
    expect(await open('sub-district', place)).toMatchObject({ typedByOwnHand: true, differing: [] });
    expect(await open('regency', place)).toMatchObject({
      typedByOwnHand: false,
      differing: ['kepala-desa:c1', 'kepala-desa:c2'],
    });
    expect(refusalOf(await read('sub-district'))).toMatchObject({ why: 'typed-by-same-hand' });
    expect(await resultsIn(place)).toEqual([]);
    expect((await read('regency')).body.value).toMatchObject({ step: 'definitive' });
  });
});
