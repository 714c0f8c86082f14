import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { must } from './support/answers.ts';
import { BOTH, prepareClosedDay, unmetFor } from './support/closed-day.ts';
import {
  agreeingHandCount,
  countWithoutSeal,
  QUIET_FIELDS,
  writeFields,
  writeHandCount,
} from './support/day-end.ts';
import { MORNING_MS, openPlace } from './support/polling-place.ts';
import { type PreparedHome, signersOf } from './support/prepared-home.ts';
import { changedTables, copyOf, removeFolders, tablesOf } from './support/station-disk.ts';
import { type Heard, openOnLan, type StationOnLan } from './support/station-http.ts';

/** Counted, every field filled in, two witnesses present, and the minutes neither prepared nor signed. */
let counted: PreparedHome;
let closed: PreparedHome;

const WITNESSES = ['saksi-1', 'saksi-2'];
const BOARD = ['ketua', 'anggota-1', 'anggota-2'];
const LEFT = [{ person: 'saksi-2', reason: 'Sudah pulang' }];

beforeAll(async () => {
  const day = await prepareClosedDay();
  closed = day.closed;
  counted = copyOf(day.closed);
  const place = openPlace(counted);
  await countWithoutSeal(day.prepared, place);
  // written after they were signed: what was signed is another paper
  must(writeFields(place, { ...QUIET_FIELDS, witnessesPresent: WITNESSES }));
  place.close();
});

afterAll(removeFolders);

let home: PreparedHome;
let lan: StationOnLan;

beforeEach(async () => {
  home = copyOf(counted);
  lan = await openOnLan(home);
  return async () => {
    expect(lan.broken).toEqual([]);
    await lan.station.stop();
  };
});

const told = ({ status, refusal }: Heard): [number, string] => [status, refusal];
const paperOnBoard = () => lan.station.pollingPlace.board.state().minutesPaper;
const prepare = async (): Promise<string> => {
  const { value } = await lan.tell('/api/board/minutes-paper', {});
  return (value as { fingerprint: string }).fingerprint;
};
const print = () => lan.ask('/papers/berita-acara.pdf');
const sign = (fingerprint: string, signedBy: readonly string[], notSigned: readonly object[] = LEFT) =>
  lan.tell('/api/board/minutes-signed', { fingerprint, ...signersOf(home, signedBy), notSigned });
const seal = () => lan.tell('/api/board/command', { command: 'seal', confirmations: home.confirmed(BOTH) });

test('nothing is sealed before the minutes were prepared, opened and signed', async () => {
  const { pollingPlace } = lan.station;
  const isStopped = async () => {
    expect(told(await seal())).toEqual([409, 'phase-refused']);
    expect(unmetFor(pollingPlace, 'seal')).toEqual(['minutes-signed']);
  };
  await isStopped();
  // a draft may be looked at, and is no paper to be signed
  expect((await print()).status).toBe(200);
  expect(told(await sign('0'.repeat(64), BOARD))).toEqual([409, 'paper-not-prepared']);
  const fingerprint = await prepare();
  await isStopped();
  expect(told(await sign(fingerprint, [...BOARD, 'saksi-1']))).toEqual([409, 'paper-not-opened']);
  const printed = await print();
  expect(paperOnBoard()).toMatchObject({ fingerprint, isOpened: true, signed: null });
  await isStopped();
  lan.setClock(MORNING_MS + 5 * 60_000);
  expect(told(await sign(fingerprint, [...BOARD, 'saksi-1']))).toEqual([200, 'accepted']);
  expect(paperOnBoard()).toEqual({
    fingerprint,
    preparedAt: '09:40',
    isOpened: true,
    signed: { at: '09:45', by: [...BOARD, 'saksi-1'], notSigned: LEFT },
  });
  expect(told(await seal())).toEqual([200, 'accepted']);
  // what was signed is what is printed ever after, by another program too
  expect((await print()).text).toBe(printed.text);
  await lan.station.stop();
  lan = await openOnLan(home);
  expect((await print()).text).toBe(printed.text);
  expect(paperOnBoard()?.signed?.by).toEqual([...BOARD, 'saksi-1']);
  expect(told(await sign(fingerprint, BOARD, []))).toEqual([409, 'witness-without-word']);
  expect(told(await sign(fingerprint, [...BOARD, ...WITNESSES], []))).toEqual([409, 'minutes-not-ready']);
});

test('chair and two members sign; a witness signs or it is said why not', async () => {
  const fingerprint = await prepare();
  await print();
  const before = tablesOf(home);
  for (const [signedBy, notSigned, refusal] of [
    [[], LEFT, 'phase-refused'],
    [['ketua', 'anggota-1', 'saksi-1'], LEFT, 'signatures-missing'],
    [['anggota-1', 'anggota-2', 'saksi-1'], LEFT, 'phase-refused'],
    [[...BOARD, 'teknisi', 'saksi-1'], LEFT, 'phase-refused'],
    [['ketua', 'ketua', 'anggota-1'], LEFT, 'same-person-twice'],
    [[...BOARD, 'saksi-3'], LEFT, 'no-line-to-sign'],
    [BOARD, LEFT, 'witness-without-word'],
    [[...BOARD, ...WITNESSES], LEFT, 'witness-without-word'],
  ] as const) {
    expect(told(await sign(fingerprint, signedBy, notSigned)), signedBy.join()).toEqual([409, refusal]);
  }
  expect(told(await sign('0'.repeat(64), [...BOARD, 'saksi-1']))).toEqual([409, 'paper-other']);
  for (const reason of ['', ' ', 'x'.repeat(301)]) {
    const notSigned = [{ person: 'saksi-2', reason }];
    expect(told(await sign(fingerprint, [...BOARD, 'saksi-1'], notSigned))).toEqual([400, 'malformed']);
  }
  expect(changedTables(before, tablesOf(home))).toEqual([]);
});

test('written again, they are another paper: prepared, printed and signed anew', async () => {
  const { pollingPlace } = lan.station;
  const first = await prepare();
  await print();
  must(
    pollingPlace.board.minutesPaper.sign({
      fingerprint: first,
      signedBy: [...BOARD, 'saksi-1'],
      notSigned: LEFT,
    }),
  );
  const fields = { ...QUIET_FIELDS, witnessesPresent: WITNESSES };
  must(writeFields(pollingPlace, { ...fields, helpedVoters: 3 }));
  expect(paperOnBoard()).toBeNull();
  expect(told(await seal())).toEqual([409, 'phase-refused']);
  expect(told(await sign(first, [...BOARD, 'saksi-1']))).toEqual([409, 'paper-not-prepared']);
  const second = await prepare();
  expect(second).not.toBe(first);
  expect(paperOnBoard()).toMatchObject({ isOpened: false, signed: null });
  // a corrected hand count too
  must(writeHandCount(pollingPlace, { ...agreeingHandCount(pollingPlace), reason: 'Dihitung lagi' }));
  expect(paperOnBoard()).toBeNull();
});

test('are not prepared while something is missing, or before the count', async () => {
  must(writeFields(lan.station.pollingPlace, { ...QUIET_FIELDS, objections: null }));
  expect((await lan.tell('/api/board/minutes-paper', {})).error).toEqual({
    type: 'minutes-not-ready',
    phase: 'counted',
    emptyFields: 1,
  });
  await lan.station.stop();
  lan = await openOnLan(copyOf(closed));
  expect(told(await lan.tell('/api/board/minutes-paper', {}))).toEqual([409, 'minutes-not-ready']);
});
