import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { civilDate } from '@bilik/election';
import { findVillage, generateVoterList } from '@bilik/intake';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EXERCISE_AREA, EXERCISE_VOTING_DATE } from '../apps/cli/src/exercise/exercise-village.ts';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { must, refusalOf } from './support/answers.ts';
import { closePolls, countAndSeal } from './support/day-end.ts';
import { placesOfFile } from './support/open-places.ts';
import {
  abandon,
  CHAIR,
  castWhole,
  checkIn,
  EARLY,
  MEMBER,
  openPlace,
  openPolls,
  openVotingHand,
} from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { signAnew } from './support/signed-anew.ts';
import { changedTables, copyOf, newFolder, tablesOf } from './support/station-disk.ts';
import { openOnLan, type StationOnLan } from './support/station-http.ts';

const VOTERS = 12;

/** Names as they stand on lists: apostrophes of several kinds, accents, hyphens, one name inside another. */
const NAMES = [
  'H. Ma’ruf Amin',
  "Sa'diyah binti Nu'man",
  'Désirée Ṣāliḥ',
  'MUHAMMAD YUSUF EFFENDI',
  'Yusuf',
  'Siti Yusufiah',
  'Nyi Mas Ayu Sjarifoedin-O`Connor',
  'Andi Baso',
];

let prepared: PreparedHome;
/** The synthetic people's NIKs, which no part of the station ever had. */
let niks: readonly string[];

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: VOTERS, cards: 14, booths: 2 });
  const village = must(findVillage(EXERCISE_AREA.village.code));
  niks = generateVoterList({
    village,
    voters: VOTERS,
    seed: 1607,
    votingDate: civilDate(EXERCISE_VOTING_DATE),
    hamlets: EXERCISE_AREA.hamlets.map(({ name }) => name),
  }).voters.map(({ nik }) => nik);
  giveNames();
});

/** Renames the first voters and adds two who may not vote; the list stays that of the definition. */
function giveNames(): void {
  const path = join(prepared.home.station, 'place', 'desk-voters.json');
  const voters: Record<string, unknown>[] = JSON.parse(readFileSync(path, 'utf8'));
  const named = voters.map((voter, index) => ({ ...voter, name: NAMES[index] ?? voter['name'] }));
  const [model] = named;
  const extra = (number: number, change: Record<string, unknown>) => ({
    ...model,
    number,
    name: `Pemilih Rekaan ${number}`,
    nikKeyedHash: String(number).padStart(64, '0'),
    ...change,
  });
  writeFileSync(
    path,
    JSON.stringify([
      ...named,
      extra(101, { ineligible: { reason: 'dead', evidence: 'akta kematian' } }),
      extra(102, { listKind: 'added' }),
    ]),
  );
  signAnew(prepared);
}

const places = placesOfFile();

const identity = { method: 'name-and-photo', override: null } as const;

describe('search at the desk', () => {
  let place: PollingPlace;

  beforeAll(() => {
    place = places.keep(openPlace(copyOf(prepared)));
    openPolls(place);
  });

  const found = (query: string) => place.desk.search(query).rows.map(({ voter }) => voter.name);

  test.each<[string, string[]]>([
    ['maruf', ['H. Ma’ruf Amin']],
    ["ma'ruf", ['H. Ma’ruf Amin']],
    ['MA’RUF amin', ['H. Ma’ruf Amin']],
    ['amin h', ['H. Ma’ruf Amin']],
    ['sadiyah numan', ["Sa'diyah binti Nu'man"]],
    ['saʼdiyah', ["Sa'diyah binti Nu'man"]],
    ['desiree salih', ['Désirée Ṣāliḥ']],
    ['DÉSIRÉE', ['Désirée Ṣāliḥ']],
    ['oconnor', ['Nyi Mas Ayu Sjarifoedin-O`Connor']],
    ['sjarifoedin o’connor', ['Nyi Mas Ayu Sjarifoedin-O`Connor']],
    ['  andi   baso ', ['Andi Baso']],
    // the name that begins so before the one that has such a word, before the one that has it inside
    ['yusuf', ['Yusuf', 'MUHAMMAD YUSUF EFFENDI', 'Siti Yusufiah']],
    ['fend', ['MUHAMMAD YUSUF EFFENDI']],
    ['yusuf amin', []],
    ['%', []],
    ['   ', []],
    ["'", []],
  ])('%j by name', (query, names) => {
    expect(found(query)).toEqual(names);
  });

  test('by list number and by NIK, typed with dots and spaces too; an unknown one finds nobody', () => {
    expect(place.desk.search('4')).toMatchObject({
      kind: 'number',
      total: 1,
      rows: [{ voter: { number: 4 } }],
    });
    expect(place.desk.search('999')).toMatchObject({ kind: 'number', total: 0, rows: [] });
    for (const [index, nik] of niks.entries()) {
      const typed = index % 2 === 0 ? nik : nik.replace(/(.{6})(.{6})/, ' $1.$2 - ');
      expect(place.desk.search(typed)).toMatchObject({
        kind: 'nik',
        rows: [{ voter: { number: index + 1 } }],
      });
    }
    const unknown = String(niks[0]).replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
    expect(place.desk.search(unknown)).toEqual({ kind: 'nik', total: 0, rows: [], refused: null });
    expect(place.desk.search(String(niks[0]).slice(0, 15))).toMatchObject({ total: 0 });
  });

  test('shows no more than twenty and says how many there are; never the keyed hash of a NIK', () => {
    const all = place.desk.search('a');
    expect(all.rows.length).toBeLessThanOrEqual(20);
    expect(all.total).toBeGreaterThanOrEqual(all.rows.length);
    expect(JSON.stringify(all)).not.toContain('nikKeyedHash');
    expect(all.rows[0]?.voter.nikMask).toMatch(/^\d{6}•{8}\d{2}$/);
  });
});

describe('who has come', () => {
  test('stands in no search: every query answers the same before and after everybody came', async () => {
    const lan = await openOnLan(copyOf(prepared));
    const place = lan.station.pollingPlace;
    openPolls(place);
    const queries = ['a', 'yusuf', 'i', '7', ...niks];
    const ask = () =>
      Promise.all(queries.map(async (query) => (await lan.tell('/api/desk/search', { query })).text));
    const before = await ask();
    for (let voter = 1; voter <= VOTERS; voter += 1) checkIn(place, voter);
    expect(await ask()).toEqual(before);
    expect(before.join()).toContain('"rows":[{"voter"');
    await lan.station.stop();
  });

  test('is told for one voter, by list number: desk and hour, null before, and no such voter', async () => {
    const lan = await openOnLan(copyOf(prepared));
    const place = lan.station.pollingPlace;
    openPolls(place);
    const standing = (voter: number) => lan.tell('/api/desk/standing', { voter });
    expect(await standing(7)).toMatchObject({ refusal: 'accepted', value: { earlier: null } });
    must(place.desk.checkIn({ voter: 7, desk: 2, identity }));
    const heard = await standing(7);
    expect(heard).toMatchObject({ value: { earlier: { desk: 2, hour: '09:00' } } });
    expect(JSON.parse(heard.text)).toEqual({
      ok: true,
      value: { earlier: { desk: 2, hour: '09:00' } },
    });
    expect(await standing(8)).toMatchObject({ value: { earlier: null } });
    expect(await standing(103)).toMatchObject({ refusal: 'voter-unknown' });
    await lan.station.stop();
  });
});

test('a desk learns the voting day, by which ages are reckoned', async () => {
  const lan = await openOnLan(copyOf(prepared));
  expect(JSON.parse((await lan.ask('/api/desk/state')).text)).toMatchObject({
    value: { votingDate: EXERCISE_VOTING_DATE },
  });
  await lan.station.stop();
});

describe('checking in', () => {
  test('refuses who may not vote, by name, and records nothing', () => {
    const home = copyOf(prepared);
    const place = places.keep(openPlace(home));
    const asked = (voter: number) => place.desk.checkIn({ voter, desk: 1, identity });
    expect(asked(1)).toMatchObject({ error: { type: 'polls-not-open', phase: 'configured' } });
    openPolls(place);
    const before = tablesOf(home);
    expect(asked(101)).toMatchObject({ error: { type: 'ineligible', why: { reason: 'dead' } } });
    expect(asked(102)).toEqual({ ok: false, error: { type: 'not-on-list', mayBeAdded: false } });
    expect(refusalOf(asked(103))).toBe('voter-unknown');
    expect(place.desk.checkIn({ voter: 1, desk: 3, identity })).toEqual({
      ok: false,
      error: { type: 'desk-unknown', desk: 3, desks: 2 },
    });
    must(place.board.command('pause', [MEMBER]));
    expect(asked(1)).toMatchObject({ error: { type: 'polls-not-open', phase: 'paused' } });
    expect(changedTables(before, tablesOf(home))).toEqual(['act']);
    expect(place.board.state().poll.released).toBe(0);
  });

  test('tells the second desk where and in which hour, and over a restart too', () => {
    const home = copyOf(prepared);
    const place = openPlace(home);
    openPolls(place);
    must(
      place.desk.checkIn({
        voter: 7,
        desk: 2,
        identity: { method: 'nik-typed', override: 'card-unreadable' },
      }),
    );
    const again = { ok: false, error: { type: 'already-checked-in', earlier: { desk: 2, hour: '09:00' } } };
    expect(place.desk.checkIn({ voter: 7, desk: 1, identity })).toEqual(again);
    place.close();
    const after = places.keep(openPlace(home));
    expect(after.desk.checkIn({ voter: 7, desk: 1, identity })).toEqual(again);
    expect(after.desk.standing(7)).toEqual({ ok: true, value: { earlier: { desk: 2, hour: '09:00' } } });
    expect(after.board.minutes().record.overrides).toMatchObject({ 'card-unreadable': 1, other: 0 });
    expect(after.board.state().poll.released).toBe(1);
  });

  test('closes no more releases than are open, and none before opening', () => {
    const place = places.keep(openPlace(copyOf(prepared)));
    expect(refusalOf(abandon(place, 1))).toBe('polls-not-open');
    openPolls(place);
    for (const voter of [1, 2, 3]) checkIn(place, voter);
    castWhole(place, openVotingHand(prepared).vote(0));
    for (const count of [0, -1, 1.5, Number.NaN]) {
      expect(refusalOf(abandon(place, count))).toBe('count-not-positive');
    }
    expect(abandon(place, 3)).toEqual({ ok: false, error: { type: 'exceeds-open-releases', open: 2 } });
    expect(abandon(place, 2)).toEqual({ ok: true, value: { abandoned: 2 } });
    expect(abandon(place, 1)).toEqual({ ok: false, error: { type: 'exceeds-open-releases', open: 0 } });
  });
});

describe('two operators at once', () => {
  let lan: StationOnLan;

  beforeEach(async () => {
    lan = await openOnLan(copyOf(prepared));
    openPolls(lan.station.pollingPlace);
    return () => lan.station.stop();
  });

  test('two desks, every voter in the same tick: one succeeds, the other is told desk and hour', async () => {
    const voters = Array.from({ length: VOTERS }, (_, index) => index + 1);
    const pairs = await Promise.all(
      voters.map((voter) =>
        Promise.all(
          [1, 2].map((desk) => lan.tell('/api/desk/check-in', { voter, identity }, lan.asDesk(desk))),
        ),
      ),
    );
    for (const [index, pair] of pairs.entries()) {
      const winner = pair.findIndex(({ refusal }) => refusal === 'accepted');
      expect(pair.map(({ refusal }) => refusal).sort()).toEqual(['accepted', 'already-checked-in']);
      expect(pair[1 - winner]).toMatchObject({
        status: 409,
        error: { earlier: { desk: winner + 1, hour: '09:00' } },
      });
      expect(pair[winner]).toMatchObject({ value: { voter: { number: index + 1 } } });
    }
    expect(lan.station.pollingPlace.board.state().poll.released).toBe(VOTERS);
    expect(lan.broken).toEqual([]);
  });

  test('two chairs close releases, then the polls: the sums stay right and one is told that it is done', async () => {
    for (const voter of [1, 2, 3]) checkIn(lan.station.pollingPlace, voter);
    // each sees the figures of before: who asks for the same is answered the same, who asks for more must look again
    const closed = await Promise.all(
      [2, 2, 3].map((count) =>
        lan.tell('/api/board/abandon', {
          abandonedBefore: 0,
          count,
          confirmations: prepared.confirmed([CHAIR]),
        }),
      ),
    );
    expect(closed.map(({ refusal }) => refusal)).toEqual(['accepted', 'accepted', 'figures-changed']);
    expect(lan.station.pollingPlace.board.state().poll.abandoned).toBe(2);
    must(abandon(lan.station.pollingPlace, 1));
    const close = { command: 'close', confirmations: prepared.confirmed([CHAIR, MEMBER]), reason: EARLY };
    const done = await Promise.all([close, close].map((command) => lan.tell('/api/board/command', command)));
    expect(done.map(({ refusal }) => refusal).sort()).toEqual(['accepted', 'phase-refused']);
    expect(lan.station.pollingPlace.phase()).toBe('closed');
    expect(lan.broken).toEqual([]);
  });

  test('two booths and one release: one ballot is received', async () => {
    checkIn(lan.station.pollingPlace, 1);
    const hand = openVotingHand(prepared);
    const ballots = [hand.vote(0), hand.vote(1)];
    const answers = await Promise.all(
      ballots.map(({ text }, index) => lan.tell('/api/booth/seal', { ballot: text }, lan.keyOf(index + 1))),
    );
    expect(answers.map(({ refusal }) => refusal).sort()).toEqual(['accepted', 'no-release']);
  });
});

describe('a full NIK', () => {
  /** Every byte below a folder, with the file's name. */
  function everyFile(folder: string): { path: string; bytes: Buffer }[] {
    return readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? everyFile(path) : [{ path, bytes: readFileSync(path) }];
    });
  }

  const isThere = (bytes: Buffer): boolean =>
    niks.some((nik) =>
      [Buffer.from(nik), Buffer.from(nik, 'utf16le'), Buffer.from(nik, 'hex')].some((form) =>
        bytes.includes(form),
      ),
    );

  test('is in no file of the station and in no answer, after a whole day', async () => {
    const home = copyOf(prepared);
    const lan = await openOnLan(home);
    const place = lan.station.pollingPlace;
    openPolls(place);
    const hand = openVotingHand(prepared);
    const answers: string[] = [];
    for (const [index, nik] of niks.entries()) {
      answers.push((await lan.tell('/api/desk/search', { query: nik })).text);
      const request = { voter: index + 1, identity: { method: 'nik-typed', override: null } };
      answers.push((await lan.tell('/api/desk/check-in', request)).text);
      answers.push((await lan.tell('/api/desk/check-in', request)).text);
    }
    castWhole(place, hand.vote(1));
    answers.push((await lan.tell('/api/desk/search', { query: 'a' })).text);
    closePolls(place);
    await countAndSeal(prepared, place);
    for (const path of [
      '/api/desk/state',
      '/api/board/state',
      '/api/board/arithmetic',
      '/api/board/minutes',
      '/api/record/result.json',
      '/api/record/void',
      '/api/record/election.json',
      '/api/record/trustees.json',
      '/api/record/sealed',
      '/api/record/record.bel',
      '/papers/berita-acara.pdf',
    ]) {
      const heard = await lan.ask(path);
      expect(heard.status, path).toBe(200);
      answers.push(heard.text);
    }
    answers.push((await lan.ask('/api/booth/place', lan.keyOf(1))).text);
    await lan.station.stop();
    expect(lan.broken).toEqual([]);
    expect(niks).toHaveLength(VOTERS);
    expect(answers.filter((answer) => isThere(Buffer.from(answer)))).toEqual([]);
    expect(everyFile(home.home.station).filter(({ bytes }) => isThere(bytes))).toEqual([]);
    // planted: in a file and in an answer, the same look finds it
    writeFileSync(join(home.home.station, 'store', 'catatan.txt'), `pemilih ${niks[3]} hadir`);
    expect(everyFile(home.home.station).filter(({ bytes }) => isThere(bytes))).toHaveLength(1);
    expect(isThere(Buffer.from(`{"nik":"${niks[0]}"}`))).toBe(true);
  });
});
