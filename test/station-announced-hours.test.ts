import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PdfReading } from '../packages/papers/src/reading/pdf-reading.ts';
import { squeezed } from '../packages/papers/test/paper-looks.ts';
import { must } from './support/answers.ts';
import { BOTH } from './support/closed-day.ts';
import { MORNING_MS, openPolls, signZeroReport } from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { changedTables, copyOf, newFolder, removeFolders, tablesOf } from './support/station-disk.ts';
import { type Heard, openOnLan, type StationOnLan } from './support/station-http.ts';

let prepared: PreparedHome;

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 4, cards: 6 });
});

afterAll(removeFolders);

let home: PreparedHome;
let lan: StationOnLan;

beforeEach(async () => {
  home = copyOf(prepared);
  lan = await openOnLan(home);
  return async () => {
    expect(lan.broken).toEqual([]);
    await lan.station.stop();
  };
});

const MINUTE_MS = 60_000;
/** The instant at which the station's clock shows this time; the morning is 09:40. */
const at = (hour: number, minute: number) => MORNING_MS + ((hour - 9) * 60 + minute - 40) * MINUTE_MS;

const told = ({ status, refusal }: Heard): [number, string] => [status, refusal];
const give = (command: string, more: object = {}) =>
  lan.tell('/api/board/command', { command, confirmations: home.confirmed(BOTH), ...more });
const earlyOf = (command: string) =>
  lan.station.pollingPlace.board.state().commands.find((offered) => offered.command === command)?.early;
const REASON = 'Semua pemilih dalam daftar sudah memilih';

describe('before closing', () => {
  beforeEach(() => openPolls(lan.station.pollingPlace));

  test('the polls close early only with a reason, which stays with the act and stands in the minutes', async () => {
    lan.setClock(at(11, 41));
    expect(earlyOf('close')).toEqual({ announced: '13:00', now: '11:41' });
    const before = tablesOf(home);
    expect((await give('close')).error).toEqual({
      type: 'early-needs-reason',
      announced: '13:00',
      now: '11:41',
    });
    for (const reason of ['', '  ', 'x'.repeat(301)]) {
      expect(told(await give('close', { reason })), reason).toEqual([400, 'malformed']);
    }
    expect(changedTables(before, tablesOf(home))).toEqual([]);
    expect(told(await give('close', { reason: REASON }))).toEqual([200, 'accepted']);
    const act = { command: 'close', at: '11:41', announced: '13:00', reason: REASON, confirmedBy: BOTH };
    expect(lan.station.pollingPlace.board.minutes().record.earlyActs).toEqual([act]);
    await lan.station.stop();
    lan = await openOnLan(home);
    expect(lan.station.pollingPlace.board.minutes().record.earlyActs).toEqual([act]);
  });

  test('from the announced end on nobody is asked, and nothing is said of it', async () => {
    lan.setClock(at(13, 0));
    expect(earlyOf('close')).toBeNull();
    expect(told(await give('close', { reason: REASON }))).toEqual([200, 'accepted']);
    expect(lan.station.pollingPlace.board.minutes().record.earlyActs).toEqual([]);
  });

  test('one person notes an incident with a PIN: its hour and no minute, a paper in numbered copies, a line in the minutes', async () => {
    lan.setClock(at(10, 47));
    const incident = { when: null, kind: 'power', what: 'Listrik padam', action: 'Genset menyala' };
    const note = (people: readonly string[], more: object = {}) =>
      lan.tell('/api/board/incident', {
        numberBefore: 0,
        incident: { ...incident, ...more },
        confirmations: home.confirmed(people),
      });
    expect(told(await note(['teknisi']))).toEqual([409, 'phase-refused']);
    expect(told(await note(['ketua'], { what: 'x'.repeat(301) }))).toEqual([400, 'malformed']);
    expect(told(await note(['ketua'], { kind: 'politik' }))).toEqual([400, 'malformed']);
    expect(told(await note(['ketua']))).toEqual([200, 'accepted']);
    expect(told(await note(['ketua']))).toEqual([200, 'accepted']);
    const noted = [{ ...incident, number: 1, when: '10:00', notedBy: 'ketua' }];
    expect(lan.station.pollingPlace.board.minutes().record.notedIncidents).toEqual(noted);
    const print = async (which: string) => (await lan.ask(`/papers/kejadian.pdf?${which}`)).status;
    // who asks for the head only printed nothing
    const path = '/papers/kejadian.pdf?nomor=1&salinan=2';
    const head = await fetch(new URL(path, lan.station.url), {
      method: 'HEAD',
      headers: { ...lan.usual(path) },
    });
    expect(head.status).toBe(404);
    expect([await print('nomor=1&salinan=2'), await print('nomor=2&salinan=1')]).toEqual([200, 404]);
    const again = must(lan.station.pollingPlace.incidents.print(1, 2));
    const text = new PdfReading(again).pages.join('');
    for (const words of [
      'CATATAN KEJADIAN NOMOR 1',
      'Salinan 2 dari 2, untuk pengawas, cetakan ke-2',
      '10.00',
    ]) {
      expect(text).toContain(squeezed(words));
    }
    expect(text).not.toContain('10.47');
  });

  test('two people extend within the rule’s limits; it is the announced end, on the board and in the minutes, also after a restart', async () => {
    const extend = (until: string, people = BOTH) =>
      lan.tell('/api/board/extend-hours', {
        until,
        reason: 'Hujan lebat',
        confirmations: home.confirmed(people),
      });
    lan.setClock(at(12, 30));
    expect(told(await extend('14:30'))).toEqual([409, 'extension-too-long']);
    expect(told(await extend('12:45'))).toEqual([409, 'extension-not-later']);
    expect(told(await extend('14:00', ['ketua']))).toEqual([409, 'phase-refused']);
    expect(told(await extend('14:00', ['anggota-1', 'anggota-2']))).toEqual([409, 'phase-refused']);
    expect(told(await extend('14:00'))).toEqual([200, 'accepted']);
    // said again after a lost answer, it is no second one
    expect(told(await extend('14:00'))).toEqual([200, 'accepted']);
    const decided = [{ at: '12:30', until: '14:00', reason: 'Hujan lebat', confirmedBy: BOTH }];
    expect((await lan.ask('/api/board/attendance')).value).toMatchObject({
      extension: { rule: { limits: { atMostTimes: 2, minutesEach: 60 } }, entries: decided },
      closing: { closes: '14:00' },
    });
    await lan.station.stop();
    lan = await openOnLan(home);
    expect(lan.station.pollingPlace.board.minutes().record.extensions).toEqual(decided);
    lan.setClock(at(13, 30));
    expect((await give('close')).error).toMatchObject({ announced: '14:00', now: '13:30' });
    lan.setClock(at(14, 0));
    expect(told(await give('close'))).toEqual([200, 'accepted']);
  });
});

describe('before opening', () => {
  test('the polls open early only with a reason', async () => {
    const { board } = lan.station.pollingPlace;
    must(signZeroReport(lan.station.pollingPlace));
    must(board.command('prove_zero', ['ketua']));
    lan.setClock(at(6, 55));
    expect(earlyOf('open')).toEqual({ announced: '07:00', now: '06:55' });
    expect(told(await give('open'))).toEqual([409, 'early-needs-reason']);
    expect(board.state().phase).toBe('zero_proven');
    expect(told(await give('open', { reason: 'Semua saksi hadir' }))).toEqual([200, 'accepted']);
    expect(board.minutes().record.earlyActs).toMatchObject([
      { command: 'open', at: '06:55', announced: '07:00', reason: 'Semua saksi hadir' },
    ]);
  });
});
