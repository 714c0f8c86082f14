import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { regencyCodeSchema } from '@bilik/election';
import {
  defaultChecklist,
  defaultSetUp,
  drawCommitment,
  drawNumbers,
  drawRecordSchema,
} from '@bilik/preparation';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isBallotSignedOff } from '../src/candidates/ballot-contest.ts';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { recordChange } from '../src/tabulation/record-change.ts';
import { FIRST_WAVE, SET_UP_ELECTION, setUpElection } from './set-up-election.ts';
import { VILLAGE } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const PHOTO = readFileSync(
  fileURLToPath(new URL('../../../packages/papers/test/portrait.jpg', import.meta.url)),
);

let center: TestCenter;
beforeAll(async () => {
  center = await openTestCenter();
  await setUpElection(center);
});
afterAll(() => center.close());

const inVillage = (village: string, input: object = {}) => ({ election: SET_UP_ELECTION, village, ...input });
const act = async (account: string, name: string, input: object) =>
  (await center.act(account, name, input)).body;
const typeOf = async (account: string, name: string, input: object) => {
  const answer = await act(account, name, input);
  return answer.ok ? 'done' : answer.error?.type;
};

/** Registers candidates and accepts all their papers. */
async function register(account: string, village: string, candidates: readonly string[]): Promise<void> {
  for (const candidate of candidates) {
    const person = { candidate, name: `Calon ${candidate}`, bornOn: '1980-03-04' };
    expect(await typeOf(account, 'candidates.register', inVillage(village, person))).toBe('done');
    for (const { id } of defaultChecklist.requirements) {
      const finding = { requirement: id, finding: 'accepted' };
      await act(account, 'candidates.note-finding', inVillage(village, { candidate, finding }));
    }
  }
}

const determine = (account: string, village: string, selected: readonly string[]) =>
  typeOf(account, 'candidates.determine', inVillage(village, { selected, reason: 'Memenuhi syarat' }));

function secretsOf(village: string, candidates: readonly string[]) {
  const reveals = candidates.map((candidate) => ({
    candidate,
    words: `kata ${candidate}`,
    salt: sha256(candidate).slice(0, 32),
  }));
  const arrivals = reveals.map((reveal) => ({
    candidate: reveal.candidate,
    drawnBy: `Calon ${reveal.candidate}`,
    commitment: drawCommitment(village, reveal, sha256),
  }));
  return { reveals, arrivals };
}

const DICE = [3, 1, 4, 1, 5, 2];

describe('a village committee brings three candidates to the ballot', () => {
  const three = ['sari', 'budi', 'wati'];

  test('nobody is determined while papers are open; then exactly all who are eligible are', async () => {
    await register('committee', VILLAGE, ['sari', 'budi']);
    await act(
      'committee',
      'candidates.register',
      inVillage(VILLAGE, { candidate: 'wati', name: 'Calon wati', bornOn: '1990-01-01' }),
    );
    expect(await determine('committee', VILLAGE, three)).toBe('not-the-eligible');
    for (const { id } of defaultChecklist.requirements) {
      const finding = { requirement: id, finding: 'accepted' };
      await act('committee', 'candidates.note-finding', inVillage(VILLAGE, { candidate: 'wati', finding }));
    }
    expect(await determine('committee', VILLAGE, ['sari', 'budi'])).toBe('not-the-eligible');
    expect(await determine('committee', VILLAGE, three)).toBe('done');
  });

  test('the draw wants every candidate, keeps what binds them before the dice, and is the same when computed apart', async () => {
    const { reveals, arrivals } = secretsOf(VILLAGE, three);
    const begin = (input: object) => typeOf('committee', 'candidates.begin-draw', inVillage(VILLAGE, input));
    const finish = (input: object) => act('committee', 'candidates.finish-draw', inVillage(VILLAGE, input));
    expect((await finish({ dice: DICE, reveals })).error?.type).toBe('draw-not-begun');
    expect(await begin({ arrivals: arrivals.slice(1), reason: null })).toBe('arrivals-differ');
    expect(await begin({ arrivals, reason: null })).toBe('done');
    expect(await begin({ arrivals, reason: null })).toBe('draw-begun-already');
    const otherWords = reveals.map((reveal, index) => (index === 0 ? { ...reveal, words: 'lain' } : reveal));
    expect((await finish({ dice: DICE, reveals: otherWords })).error?.type).toBe('commitment-broken');
    const drawn = await finish({ dice: DICE, reveals });
    const apart = drawNumbers({ village: VILLAGE as never, arrivals, dice: DICE, reveals }, sha256);
    expect(drawn).toMatchObject({ ok: true, value: apart.ok ? apart.value : null });
    expect((await finish({ dice: [1, 1, 1, 1, 1, 1], reveals })).error?.type).toBe('numbers-drawn-already');
    expect(await determine('committee', VILLAGE, three)).toBe('numbers-drawn-already');
    const paper = await center.paper('observer', 'candidates.draw-record', inVillage(VILLAGE));
    expect({ ok: true, value: drawRecordSchema.parse(JSON.parse(paper.bytes.toString('utf8'))) }).toEqual(
      apart,
    );
  });

  test('a photo is a small prepared JPEG; anything else is refused by name', async () => {
    const photo = (candidate: string, bytes: Uint8Array) =>
      typeOf(
        'committee',
        'candidates.set-photo',
        inVillage(VILLAGE, { candidate, jpeg: Buffer.from(bytes).toString('base64') }),
      );
    const wide = new Uint8Array(PHOTO);
    const frame = PHOTO.indexOf(Buffer.from([0xff, 0xc0]));
    wide[frame + 8] = 0x59;
    expect(await photo('sari', wide)).toBe('photo-not-prepared');
    expect(await photo('sari', Buffer.from('<svg/>'))).toBe('photo-not-prepared');
    const large = await center.act(
      'committee',
      'candidates.set-photo',
      inVillage(VILLAGE, { candidate: 'sari', jpeg: 'A'.repeat(420_000) }),
    );
    expect(large.status).toBe(400);
    await center.store.owner.transaction().execute(async (transaction) => {
      // the sheet of a place elsewhere has this photo, whatever else there is of it
      await sql`set local session_replication_role = replica`.execute(transaction);
      await transaction
        .insertInto('sheet_photo')
        .values({
          ...{ election: SET_UP_ELECTION, place: '16.07.05.2004-001', area: '16.07.05.2004', version: 1 },
          ...{ sha256: createHash('sha256').update(PHOTO).digest('hex'), type: 'image/jpeg' },
          ...{ account: 'committee', at: new Date(0) },
        })
        .execute();
    });
    expect(await photo('sari', PHOTO), 'a file is a sheet or a face').toBe('photo-of-a-sheet');
    await sql`truncate sheet_photo`.execute(center.store.owner);
    for (const candidate of three) expect(await photo(candidate, PHOTO)).toBe('done');
    const shown = await center.paper(
      'observer',
      'candidates.photo',
      inVillage(VILLAGE, { candidate: 'sari' }),
    );
    expect(Buffer.compare(shown.bytes, PHOTO)).toBe(0);
  });

  test('the contest is written when all signed for the very same look; a withdrawal takes their word away', async () => {
    const proof = async () => {
      const { value } = await act('committee', 'candidates.show', inVillage(VILLAGE));
      return (value as { proof: { fingerprint: string; open: string[] } }).proof;
    };
    const sign = (candidate: string, fingerprint: string) =>
      typeOf(
        'committee',
        'candidates.sign-off',
        inVillage(VILLAGE, { candidate, fingerprint, signedBy: candidate }),
      );
    const contest = () =>
      center.store.owner
        .selectFrom('contest')
        .select('options')
        .where('election', '=', SET_UP_ELECTION)
        .where('area', '=', VILLAGE)
        .executeTakeFirst();
    const signed = () =>
      inScope(center.store.database, OWN_WORK, (transaction) =>
        isBallotSignedOff(transaction, SET_UP_ELECTION, VILLAGE),
      );
    const { fingerprint } = await proof();
    expect(await sign('sari', 'f'.repeat(64))).toBe('proof-changed');
    expect(await sign('sari', fingerprint)).toBe('done');
    expect(await sign('budi', fingerprint)).toBe('done');
    expect(await contest()).toBeUndefined();
    expect(await signed()).toBe(false);
    expect(await sign('wati', fingerprint)).toBe('done');
    expect((await contest())?.options.map(({ key, name }) => [key, name.split(' ')[0]])).toEqual([
      ['c1', 'Calon'],
      ['c2', 'Calon'],
      ['c3', 'Calon'],
      ['blank', 'Suara'],
    ]);
    expect(await signed()).toBe(true);
    expect(
      await typeOf(
        'committee',
        'candidates.withdraw',
        inVillage(VILLAGE, { candidate: 'budi', reason: 'Sakit' }),
      ),
    ).toBe('done');
    const { options: ballot } = (await contest()) ?? {};
    expect((await proof()).open.sort((left, right) => (left < right ? -1 : 1))).toEqual(['sari', 'wati']);
    expect(await signed()).toBe(false);
    // once anything is counted, photos and ballot stay as the voters saw them
    const figures = { users: 3, women: 0, valid: 3, invalid: 0, votes: { c1: 1, c2: 1, c3: 1, blank: 0 } };
    const recorded = await inScope(center.store.database, OWN_WORK, (transaction) =>
      recordChange(transaction, {
        ...{ election: SET_UP_ELECTION, place: `${VILLAGE}-001`, contest: 'village-head', lane: 'official' },
        ...{ part: 'whole', figures, sourceKind: 'sheet', source: 'uji', account: null, reason: null },
        at: center.parts.now(),
      }),
    );
    expect(recorded.ok).toBe(true);
    expect(await sign('sari', (await proof()).fingerprint)).toBe('voted-already');
    const jpeg = PHOTO.toString('base64');
    const photo = inVillage(VILLAGE, { candidate: 'sari', jpeg });
    expect(await typeOf('committee', 'candidates.set-photo', photo)).toBe('voted-already');
    const leaving = inVillage(VILLAGE, { candidate: 'sari', reason: 'Sakit' });
    expect(await typeOf('committee', 'candidates.withdraw', leaving)).toBe('voted-already');
    const decision = { village: VILLAGE, places: [{ number: 1, mode: 'electronic' }], reason: 'Rawan' };
    const modes = { election: SET_UP_ELECTION, decision };
    expect(await typeOf('regency', 'set-up.decide-modes', modes)).toBe('voted-already');
    expect((await contest())?.options).toEqual(ballot);
    await sql`truncate result_change, place_result, change_to_fold`.execute(center.store.owner);
  });

  test.each(['announcement', 'draw', 'proof'])('the paper %s is a PDF', async (paper) => {
    const { status, type, bytes } = await center.paper(
      'committee',
      'candidates.paper',
      inVillage(VILLAGE, { paper }),
    );
    expect([status, type, bytes.subarray(0, 5).toString('latin1')]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
  });

  test('no day of birth is in the stream of events', async () => {
    const rows = await center.store.owner.selectFrom('event').select(['before', 'after']).execute();
    expect(rows.length).toBeGreaterThan(40);
    expect(JSON.stringify(rows)).not.toMatch(/1980-03-04|1990-01-01/);
  });
});

test('of six candidates the published scores choose five, and nobody else does', async () => {
  const village = FIRST_WAVE[1];
  const six = ['a', 'b', 'c', 'd', 'e', 'f'];
  await register('sub-district', village, six);
  expect(await determine('sub-district', village, six.slice(0, 5))).toBe('scores-missing');
  for (const [index, candidate] of six.entries()) {
    // the last two are equal in everything
    const score = Math.max(50, 90 - index * 10);
    const scores = ['experience', 'education', 'age'].map((criterion) => ({ criterion, score }));
    expect(await typeOf('regency', 'candidates.score', inVillage(village, { candidate, scores }))).toBe(
      'done',
    );
  }
  expect(await determine('sub-district', village, ['b', 'c', 'd', 'e', 'f'])).toBe('not-by-score');
  expect(await determine('sub-district', village, six)).toBe('not-by-score');
  // e and f are equal: people chose f, with their reason
  expect(await determine('sub-district', village, ['a', 'b', 'c', 'd', 'f'])).toBe('done');
});

test('too few: determination is refused, registration is extended by the rule pack, then the village is postponed with its reason', async () => {
  const village = FIRST_WAVE[2];
  await register('regency', village, ['tunggal']);
  expect(await determine('regency', village, ['tunggal'])).toBe('must-extend');
  const extend = (days: number) =>
    typeOf(
      'regency',
      'calendar.decide',
      inVillage(village, {
        fact: { type: 'registration-extended', days, decidedOn: '2026-12-01', reason: 'Baru satu pendaftar' },
      }),
    );
  expect(await extend(10)).toBe('extension-other-days');
  expect([await extend(15), await extend(10), await extend(10)]).toEqual([
    'done',
    'done',
    'extension-none-left',
  ]);
  const { value } = await act('regency', 'calendar.village', inVillage(village));
  const shown = value as { again: string[]; stages: { id: string; due: string }[] };
  const fact = {
    type: 'postponed',
    fromWave: 1,
    toWave: 2,
    decidedOn: '2026-12-01',
    reason: 'Calon tunggal',
    again: shown.again,
  };
  expect(await typeOf('committee', 'calendar.decide', inVillage(VILLAGE, { fact }))).toBe('not-allowed');
  expect(await typeOf('regency', 'calendar.decide', inVillage(village, { fact }))).toBe('done');
  const after = (await act('regency', 'calendar.village', inVillage(village))).value;
  expect(after).toMatchObject({ wave: 2, firstWave: 1, votingDate: '2027-12-08', extensions: [] });
});

test('villages come by lateness, each office sees its own, and a late stage is named', async () => {
  center.moveClock(31 * 86_400_000);
  center.signInAnew('regency');
  center.signInAnew('sub-district');
  const list = async (account: string) => {
    const { value } = await act(account, 'calendar.villages', { election: SET_UP_ELECTION });
    return (value as { villages: { code: string; lateDays: number; current: { id: string } }[] }).villages;
  };
  const all = await list('regency');
  expect(all).toHaveLength(4);
  const late = all.map(({ lateDays }) => lateDays);
  expect(late).toEqual([...late].sort((left, right) => right - left));
  // notice was due by 17 December (180 days before 9 June, seven days long); today is 1 January
  expect(all[0]).toMatchObject({ lateDays: 15, current: { id: 'end-of-term-notice' } });
  expect(
    (await list('sub-district')).map(({ code }) => code).every((code) => code.startsWith('16.07.01.')),
  ).toBe(true);
});

test('modes: the proposal says why, people decide all polling places of a village with a reason, and the place follows', async () => {
  const limits = {
    ...{ sets: 3, sparePercent: 0, votersPerSet: 800, budgetRupiah: 100_000_000 },
    ...{ costPerSetRupiah: 5_000_000, costPerVillageRupiah: 10_000_000 },
    ...{ vulnerabilityPercent: 60, scope: 'whole-village', fewestVoters: 0 },
  };
  const condition = { power: 'grid', hasLegalBasis: true, scores: { 'past-disputes': 90 } };
  expect(await typeOf('regency', 'set-up.note-condition', inVillage(VILLAGE, condition))).toBe('done');
  const { value } = await act('regency', 'set-up.propose-modes', { election: SET_UP_ELECTION, limits });
  const { proposal } = value as { proposal: { villages: { code: string; reason: string; sets: number }[] } };
  expect(proposal.villages.map(({ code, reason }) => [code, reason])).toEqual([
    [VILLAGE, 'chosen'],
    ...['16.07.01.2002', '16.07.05.2003', '16.07.05.2004'].map((code) => [code, 'no-legal-basis']),
  ]);
  const decide = (places: readonly object[]) =>
    typeOf('regency', 'set-up.decide-modes', {
      election: SET_UP_ELECTION,
      decision: { village: VILLAGE, places, reason: 'Rawan; listrik ada' },
    });
  expect(
    await decide([
      { number: 1, mode: 'electronic' },
      { number: 2, mode: 'paper' },
    ]),
  ).toBe('places-differ');
  expect(await decide([{ number: 1, mode: 'electronic' }])).toBe('done');
  const place = await center.store.owner
    .selectFrom('place')
    .select('mode')
    .where('election', '=', SET_UP_ELECTION)
    .where('area', '=', VILLAGE)
    .executeTakeFirstOrThrow();
  expect(place.mode).toBe('electronic');
});

test('an election that KPU conducts has several contests and the internal lane only', async () => {
  const contest = (id: string) => ({
    ...{ id, office: 'other', title: { id, en: id } },
    candidates: [1, 2].map((number) => ({ number, name: `Pasangan ${number}` })),
  });
  const event = {
    id: 'pilkada-2029',
    title: { id: 'Pilkada 2029', en: 'Regional elections 2029' },
    conduct: {
      by: 'others',
      body: 'KPU Kabupaten Banyuasin',
      contests: [contest('gubernur'), contest('bupati')],
    },
    waves: [
      {
        number: 1,
        voting: { date: '2029-11-28', zone: 'WIB', opens: '07:00', closes: '13:00' },
        villages: [VILLAGE],
      },
    ],
  };
  center.signInAnew('committee');
  center.signInAnew('regency');
  expect(await typeOf('committee', 'set-up.make-event', event)).toBe('not-allowed');
  // what everybody's pages say is judged on entry: published, it would stop the whole regency
  for (const change of [
    { id: '081234567890' },
    { title: { id: 'Hubungi 0812 3456 7890', en: 'Election' } },
    { title: { id: 'Pemilihan', en: 'Election 1607990101900001' } },
  ]) {
    expect(await typeOf('regency', 'set-up.make-event', { ...event, ...change })).toBe('text-not-public');
  }
  const { labels } = defaultSetUp({ code: regencyCodeSchema.parse('16.07'), name: 'Banyuasin' });
  const head = { id: 'Kepala 1607990101900001', en: 'Head' };
  expect(await typeOf('regency', 'set-up.set-labels', { labels: { ...labels, head } })).toBe(
    'text-not-public',
  );
  expect(await typeOf('regency', 'set-up.make-event', event)).toBe('done');
  expect(await typeOf('regency', 'set-up.make-event', event)).toBe('event-exists');
  const { value } = await act('regency', 'set-up.show', {});
  const { elections } = value as { elections: { id: string; lanes: string[] }[] };
  expect(elections.find(({ id }) => id === event.id)?.lanes).toEqual(['internal']);
  expect(elections.find(({ id }) => id === SET_UP_ELECTION)?.lanes).toContain('official');
  const contests = await center.store.owner
    .selectFrom('contest')
    .select(['id', 'area', 'office'])
    .where('election', '=', event.id)
    .orderBy('position')
    .execute();
  expect(contests).toEqual(['gubernur', 'bupati'].map((id) => ({ id, area: '16.07', office: 'other' })));
  const rejected = {
    ...event,
    id: 'pilkades-lama',
    conduct: {
      by: 'regency',
      rulePack: { id: 'indonesia-default', version: 2, fingerprint: 'a'.repeat(64) },
    },
  };
  const waves = event.waves.map((wave) => ({ ...wave, voting: { ...wave.voting, date: '2020-01-08' } }));
  const early = (await act('regency', 'set-up.make-event', { ...rejected, waves })).error;
  expect(early).toMatchObject({ type: 'event-wrong', problems: [{ code: 'rule-pack-not-yet-valid' }] });
});
