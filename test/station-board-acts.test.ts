import { openDoor } from '@bilik/server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBoardRoutes } from '../apps/station/src/http/board-routes.ts';
import { openDeskRoutes } from '../apps/station/src/http/desk-routes.ts';
import { openShareRoutes } from '../apps/station/src/http/record-routes.ts';
import { must } from './support/answers.ts';
import { BOTH, prepareClosedDay } from './support/closed-day.ts';
import { agreeingHandCount, QUIET_FIELDS, sharesOf, writeFields } from './support/day-end.ts';
import { abandon, checkIn, MORNING_MS, openPlace, openPolls } from './support/polling-place.ts';
import { type PreparedHome, signersOf } from './support/prepared-home.ts';
import { changedTables, copyOf, removeFolders, tablesOf } from './support/station-disk.ts';
import { type Heard, openOnLan, type StationOnLan } from './support/station-http.ts';

let prepared: PreparedHome;
let closed: PreparedHome;

beforeAll(async () => {
  ({ prepared, closed } = await prepareClosedDay());
});

afterAll(removeFolders);

let home: PreparedHome;
let lan: StationOnLan;

/** Opens one station for the tests of a story, and stops it after each. */
const openFrom = (source: () => PreparedHome): void => {
  beforeEach(async () => {
    home = copyOf(source());
    lan = await openOnLan(home);
    return async () => {
      expect(lan.broken).toEqual([]);
      await lan.station.stop();
    };
  });
};

const MINUTE_MS = 60_000;

const told = ({ status, refusal }: Heard): [number, string] => [status, refusal];
const state = async (): Promise<Record<string, unknown>> =>
  (await lan.ask('/api/board/state')).value as Record<string, unknown>;

describe('the zero report', () => {
  openFrom(() => prepared);

  beforeEach(() => {
    must(lan.station.pollingPlace.logicTest.skip({ people: BOTH, reason: 'Waktunya tidak cukup.' }));
  });
  const prepare = () => lan.tell('/api/board/zero-report', {});
  const sign = (fingerprint: string, signedBy: readonly string[]) =>
    lan.tell('/api/board/zero-report-signed', { fingerprint, ...signersOf(home, signedBy) });
  const fingerprintOf = ({ value }: Heard): string => (value as { fingerprint: string }).fingerprint;

  test('looking at it prepares nothing; prepared once, it is the same paper however often it is asked for', async () => {
    const before = tablesOf(home);
    expect(told(await lan.ask('/papers/laporan-nol.pdf'))).toEqual([404, 'paper-not-prepared']);
    expect(told(await sign('0'.repeat(64), ['ketua', 'anggota-1']))).toEqual([409, 'paper-not-prepared']);
    expect(changedTables(before, tablesOf(home))).toEqual([]);
    const first = await prepare();
    expect(first.value).toMatchObject({ preparedAt: '09:40' });
    const paper = await lan.ask('/papers/laporan-nol.pdf');
    expect(paper.status).toBe(200);
    const after = tablesOf(home);
    expect((await prepare()).value).toEqual(first.value);
    expect((await lan.ask('/papers/laporan-nol.pdf')).text).toBe(paper.text);
    expect(changedTables(after, tablesOf(home))).toEqual([]);
  });

  test('is signed by the chair and one more who signs on paper, for this very paper', async () => {
    const fingerprint = fingerprintOf(await prepare());
    for (const [people, refusal] of [
      [[], 'phase-refused'],
      [['ketua'], 'phase-refused'],
      [['anggota-1', 'saksi-1'], 'phase-refused'],
      [['ketua', 'teknisi'], 'phase-refused'],
      [['ketua', 'ketua'], 'same-person-twice'],
      [['ketua', 'orang-lewat'], 'pin-wrong'],
    ] as const) {
      expect(told(await sign(fingerprint, people)), people.join()).toEqual([409, refusal]);
    }
    expect(told(await sign('0'.repeat(64), ['ketua', 'saksi-1']))).toEqual([409, 'paper-other']);
    expect((await state())['zeroReport']).toMatchObject({ signed: null, isOpened: false });
    // nobody signs a paper that nobody has opened
    expect(told(await sign(fingerprint, ['ketua', 'saksi-1']))).toEqual([409, 'paper-not-opened']);
    expect(lan.station.pollingPlace.board.minutes().record.zeroReport).toBeNull();
    await lan.ask('/papers/laporan-nol.pdf');
    // the station remembers, so that a page may be reloaded
    expect((await state())['zeroReport']).toMatchObject({ signed: null, isOpened: true });
    lan.setClock(MORNING_MS + 2 * MINUTE_MS);
    // a lost answer is asked for again
    for (let time = 0; time < 2; time += 1) {
      expect(told(await sign(fingerprint, ['ketua', 'saksi-1']))).toEqual([200, 'accepted']);
    }
    lan.setClock(MORNING_MS + 9 * MINUTE_MS);
    expect(told(await sign(fingerprint, ['ketua', 'saksi-1']))).toEqual([200, 'accepted']);
    // prepared in one minute, signed in another; said once more in a third, it was not signed then
    expect(lan.station.pollingPlace.board.minutes().record.zeroReport).toEqual({
      fingerprint,
      preparedAt: '09:40',
      signedAt: '09:42',
      signedBy: ['ketua', 'saksi-1'],
    });
  });

  test('opens the polls only when it is signed, stays the same bytes all day, and takes no names afterwards', async () => {
    const { board } = lan.station.pollingPlace;
    must(board.command('prove_zero', ['ketua']));
    expect(board.command('open', BOTH).ok).toBe(false);
    const fingerprint = fingerprintOf(await prepare());
    const { text } = await lan.ask('/papers/laporan-nol.pdf');
    expect(board.command('open', BOTH).ok).toBe(false);
    await sign(fingerprint, ['ketua', 'anggota-1']);
    must(board.command('open', BOTH));
    checkIn(lan.station.pollingPlace, 1);
    expect(told(await sign(fingerprint, ['ketua', 'anggota-2']))).toEqual([409, 'phase-refused']);
    expect((await lan.ask('/papers/laporan-nol.pdf')).text).toBe(text);
    await lan.station.stop();
    lan = await openOnLan(home);
    expect((await lan.ask('/papers/laporan-nol.pdf')).text).toBe(text);
    expect(fingerprintOf(await prepare())).toBe(fingerprint);
  });

  test('is not prepared any more once the polls are open', async () => {
    await lan.station.stop();
    lan = await openOnLan(copyOf(closed));
    // as signed that morning, and never a second one
    expect((await prepare()).status).toBe(200);
    expect((await state())['zeroReport']).toMatchObject({ signed: { by: ['ketua', 'anggota-1'] } });
  });
});

describe('closing releases whose voters left', () => {
  openFrom(() => prepared);

  beforeEach(() => {
    openPolls(lan.station.pollingPlace);
    for (const voter of [1, 2, 3, 4]) checkIn(lan.station.pollingPlace, voter);
  });

  const close = (abandonedBefore: number, count: number, confirmedBy: readonly string[] = ['ketua']) =>
    lan.tell('/api/board/abandon', { abandonedBefore, count, confirmations: home.confirmed(confirmedBy) });

  test('a repeated command closes once, and is answered the same, even after a restart', async () => {
    for (let time = 0; time < 3; time += 1) expect((await close(0, 1)).value).toEqual({ abandoned: 1 });
    expect((await close(1, 2)).value).toEqual({ abandoned: 3 });
    await lan.station.stop();
    lan = await openOnLan(home);
    expect((await close(1, 2)).value).toEqual({ abandoned: 3 });
    expect((await close(0, 1)).value).toEqual({ abandoned: 1 });
    expect(lan.station.pollingPlace.board.state().poll.abandoned).toBe(3);
  });

  test('on figures of before it is refused: what stands now is to be looked at first', async () => {
    must(abandon(lan.station.pollingPlace, 1));
    const before = tablesOf(home);
    for (const answer of [await close(0, 2), await close(2, 1), await close(0, 1, ['ketua', 'anggota-1'])]) {
      expect(answer.status).toBe(409);
    }
    expect((await close(0, 2)).error).toEqual({ type: 'figures-changed', abandoned: 1 });
    expect(changedTables(before, tablesOf(home))).toEqual([]);
  });

  test('the chair does it, by name; minute, number and name stand in the minutes', async () => {
    for (const [people, refusal] of [
      [[], 'phase-refused'],
      [['anggota-1'], 'phase-refused'],
      [['saksi-1'], 'pin-wrong'],
      [['ketua', 'anggota-1'], 'phase-refused'],
      [['orang-lewat'], 'pin-wrong'],
    ] as const) {
      expect(told(await close(0, 1, people)), people.join()).toEqual([409, refusal]);
    }
    await close(0, 1);
    await close(1, 3);
    expect(lan.station.pollingPlace.board.minutes().record.abandonments).toEqual([
      { at: '09:40', count: 1, confirmedBy: ['ketua'] },
      { at: '09:40', count: 3, confirmedBy: ['ketua'] },
    ]);
  });
});

describe('what people write after closing', () => {
  openFrom(() => closed);

  const count = () => {
    const { countedBy: _proved, ...figures } = agreeingHandCount(lan.station.pollingPlace);
    return figures;
  };
  const writeCount = (basedOn: number, changed: object = {}, countedBy: readonly string[] = BOTH) =>
    lan.tell('/api/board/hand-count', {
      basedOn,
      count: { ...count(), ...changed },
      confirmations: home.confirmed(countedBy),
    });
  const write = (basedOn: number, changed: object = {}) =>
    lan.tell('/api/board/minutes-fields', { basedOn, fields: { ...QUIET_FIELDS, ...changed } });

  test('a hand count is of two people of the board', async () => {
    for (const [countedBy, refusal] of [
      [['anggota-1', 'teknisi'], 'phase-refused'],
      [['ketua', 'pengawas'], 'phase-refused'],
      [['ketua', 'ketua'], 'same-person-twice'],
      [['ketua', 'saksi-1'], 'pin-wrong'],
      [['ketua', 'orang-lewat'], 'pin-wrong'],
    ] as const) {
      expect(told(await writeCount(0, {}, countedBy)), countedBy.join()).toEqual([409, refusal]);
    }
    expect((await state())['handCount']).toBeNull();
    expect((await writeCount(0, {}, ['anggota-2', 'anggota-1'])).value).toEqual({ versions: 1 });
  });

  test('every hand count is kept; the last holds, and who has not seen it is refused', async () => {
    expect((await writeCount(0, { cardsLeft: 4 })).value).toEqual({ versions: 1 });
    // a lost answer is asked for again
    expect((await writeCount(0, { cardsLeft: 4 })).value).toEqual({ versions: 1 });
    expect((await writeCount(0, { cardsLeft: 6 })).error).toEqual({ type: 'written-meanwhile', versions: 1 });
    expect((await writeCount(2, { cardsLeft: 6 })).error).toEqual({ type: 'written-meanwhile', versions: 1 });
    expect((await state())['handCount']).toMatchObject({ cardsLeft: 4 });
    const correction = { cardsLeft: 6, reason: 'Dua kartu terselip di meja' };
    expect((await writeCount(1, correction)).value).toEqual({ versions: 2 });
    expect((await writeCount(1, correction)).value).toEqual({ versions: 2 });
    expect(await state()).toMatchObject({
      handCount: { cardsLeft: 6 },
      handCountVersions: [{ cardsLeft: 4 }, {}],
    });
  });

  test('a correction says why; board and minutes have what it changed', async () => {
    expect(told(await writeCount(0, { cardsLeft: 4, reason: 'Tidak ada koreksi' }))).toEqual([
      400,
      'malformed',
    ]);
    await writeCount(0, { cardsLeft: 4 });
    // pressed once more, nothing is corrected
    expect((await writeCount(1, { cardsLeft: 4 })).value).toEqual({ versions: 1 });
    const before = tablesOf(home);
    expect(told(await writeCount(1, { cardsLeft: 6 }))).toEqual([409, 'correction-needs-reason']);
    for (const reason of ['', ' ', 'x'.repeat(301)]) {
      expect(told(await writeCount(1, { cardsLeft: 6, reason })), reason).toEqual([400, 'malformed']);
    }
    expect(changedTables(before, tablesOf(home))).toEqual([]);
    const people = ['anggota-2', 'anggota-1'];
    const why = { cardsLeft: 6, reason: 'Dua kartu terselip di meja' };
    expect((await writeCount(1, why, people)).value).toEqual({ versions: 2 });
    // who looks at the second version corrects that one, and a recount that agrees is kept with its reason
    expect((await writeCount(1, { ...why, cardsLeft: 5 }, people)).error).toEqual({
      type: 'written-meanwhile',
      versions: 2,
    });
    expect((await writeCount(2, { ...why, reason: 'Saksi minta dihitung lagi' }, people)).value).toEqual({
      versions: 3,
    });
    expect((await state())['handCountVersions']).toMatchObject([
      { countedBy: BOTH, reason: null, changes: [] },
      {
        countedBy: people,
        reason: 'Dua kartu terselip di meja',
        changes: [{ contest: null, figure: 'cardsLeft', before: 4, after: 6 }],
      },
      { countedBy: people, reason: 'Saksi minta dihitung lagi', changes: [] },
    ]);
    await lan.station.stop();
    lan = await openOnLan(home);
    expect(lan.station.pollingPlace.board.minutes().record.handCounts).toMatchObject([
      { cardsLeft: 4, reason: null },
      { cardsLeft: 6, reason: 'Dua kartu terselip di meja' },
      { cardsLeft: 6, reason: 'Saksi minta dihitung lagi' },
    ]);
  });

  test('a hand count that became the result stays', async () => {
    const { board } = lan.station.pollingPlace;
    const slipBox = { inBox: 0, contests: count().slipBox?.contests ?? [] };
    must(writeFields(lan.station.pollingPlace, { ...QUIET_FIELDS, trusteesUnable: true }));
    expect((await writeCount(0, { slipBox })).status).toBe(200);
    must(board.command('count_slips', BOTH));
    expect(told(await writeCount(1, { slipBox: null }))).toEqual([409, 'hand-count-is-result']);
    expect((await state())['handCountVersions']).toHaveLength(1);
  });

  test('the minutes name people of this place in their roles', async () => {
    for (const [field, people, refusal] of [
      ['boardPresent', ['ketua', 'tidak-ada'], 'person-unknown'],
      ['boardPresent', ['ketua', 'saksi-1'], 'role-does-not-fit'],
      ['boardPresent', ['ketua', 'ketua'], 'same-person-twice'],
      ['witnessesPresent', ['saksi-1', 'anggota-1'], 'role-does-not-fit'],
      ['witnessesPresent', ['bukan-saksi'], 'person-unknown'],
    ] as const) {
      expect(told(await write(0, { [field]: people })), people.join()).toEqual([409, refusal]);
    }
    expect((await state())['fieldsVersions']).toBe(0);
  });

  test('two tablets write the minutes: the second is refused and told how many versions there are', async () => {
    expect((await write(0, { helpedVoters: 2 })).value).toEqual({ versions: 1 });
    expect((await write(0, { helpedVoters: 3 })).error).toEqual({ type: 'written-meanwhile', versions: 1 });
    expect(await state()).toMatchObject({ fieldsVersions: 1, fields: { helpedVoters: 2 } });
    expect((await write(1, { helpedVoters: 3 })).value).toEqual({ versions: 2 });
    // what stands there already needs no version
    expect((await write(0, { helpedVoters: 3 })).value).toEqual({ versions: 2 });
  });

  test('the minutes are printed from closing on, the same bytes while nothing changes', async () => {
    const before = await openOnLan(copyOf(prepared));
    expect((await before.ask('/papers/berita-acara.pdf')).error).toEqual({
      type: 'minutes-not-yet',
      phase: 'configured',
    });
    openPolls(before.station.pollingPlace);
    expect(told(await before.ask('/papers/berita-acara.pdf'))).toEqual([404, 'minutes-not-yet']);
    expect(
      told(
        await before.tell('/api/board/hand-count', {
          basedOn: 0,
          count: { ...count(), slipBox: null },
          confirmations: prepared.confirmed(BOTH),
        }),
      ),
    ).toEqual([409, 'not-before-closing']);
    await before.station.stop();

    const first = await lan.ask('/papers/berita-acara.pdf');
    expect(first.status).toBe(200);
    expect((await lan.ask('/papers/berita-acara.pdf')).text).toBe(first.text);
    // whatever people wrote into them
    const incidents = [
      { at: '09:10', what: '#let x = 1 *tebal* $rumus$ "kutip" <a>', action: '\\ @ `kode`' },
    ];
    expect((await write(0, { incidents })).status).toBe(200);
    const second = await lan.ask('/papers/berita-acara.pdf');
    expect([second.status, second.text === first.text]).toEqual([200, false]);
  });
});

describe('the screens of the hall', () => {
  test('hear of what was done and not of what was refused', async () => {
    const place = openPlace(copyOf(closed));
    const broken: Error[] = [];
    const door = openDoor({
      bodyLimitBytes: 262_144,
      hostNames: [],
      onBroken: (error) => broken.push(error),
    });
    let told = 0;
    for (const open of [openBoardRoutes, openDeskRoutes, openShareRoutes]) {
      open(
        door,
        place,
        () => {
          told += 1;
        },
        {
          speakerOf: () => ({ device: 'desk-1', role: 'desk', number: 1 }),
          isStillHeard: () => true,
          breakOff: () => undefined,
          routes: () => [],
        },
      );
    }
    const [share] = await sharesOf(prepared, place, [1]);
    const give = async (url: string, payload: object): Promise<number> =>
      (await door.inject({ method: 'POST', url, headers: { host: 'localhost' }, payload })).statusCode;
    const identity = { method: 'name-and-photo', override: null };
    const both = closed.confirmed(BOTH);
    const { countedBy: _proved, ...figures } = agreeingHandCount(place);
    const refused = [
      await give('/api/board/command', { command: 'open', confirmations: both }),
      await give('/api/board/zero-report-signed', {
        fingerprint: '0'.repeat(64),
        confirmations: both,
        witnesses: [],
      }),
      await give('/api/board/abandon', {
        abandonedBefore: 1,
        count: 1,
        confirmations: closed.confirmed(['ketua']),
      }),
      await give('/api/board/minutes-fields', { basedOn: 9, fields: QUIET_FIELDS }),
      await give('/api/board/hand-count', { basedOn: 9, count: figures, confirmations: both }),
      await give('/api/desk/check-in', { voter: 1, identity }),
      await give('/api/shares', { owner: 1, share: '{}' }),
    ];
    expect([refused, told]).toEqual([refused.map(() => 409), 0]);
    const done = [
      await give('/api/board/minutes-fields', { basedOn: 0, fields: QUIET_FIELDS }),
      await give('/api/board/hand-count', { basedOn: 0, count: figures, confirmations: both }),
      await give('/api/shares', { owner: 1, share: share?.text }),
    ];
    expect([done, told]).toEqual([done.map(() => 200), done.length]);
    expect(broken).toEqual([]);
    await door.close();
    place.close();
  });
});

describe('the board', () => {
  openFrom(() => prepared);

  test('is told how many booths there are', async () => {
    expect((await state())['booths']).toBe(2);
  });
});
