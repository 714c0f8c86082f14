import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { must, refusalOf } from './support/answers.ts';
import {
  agreeingHandCount,
  closePolls,
  countAndSeal,
  QUIET_FIELDS,
  sharesOf,
  signMinutes,
  writeFields,
  writeHandCount,
} from './support/day-end.ts';
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
  signZeroReport,
} from './support/polling-place.ts';
import { prepareHome } from './support/prepared-home.ts';
import { changedTables, copyOf, newFolder, tablesOf } from './support/station-disk.ts';

const prepared = await prepareHome({ root: newFolder(), voters: 6, cards: 8, booths: 2 });

const places = placesOfFile();

/** What SQLite says of a full medium. */
function fullDisk(): Error {
  return Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
}

/** All that the station would tell anybody. */
function told(place: PollingPlace): string {
  return JSON.stringify([
    place.board.state(),
    [1, 2].map((booth) => place.boothCase(booth)),
    place.desk.search('a').rows.map(({ voter }) => [voter, place.desk.standing(voter.number)]),
    place.counting.shareOwners(),
    place.counting.outcome(),
    place.board.signedResult(),
  ]);
}

const NO_SUCH_ACT = { ok: false, error: { type: 'no-such-act' } } as const;
const countersOf = (home: Parameters<typeof tablesOf>[0]) => tablesOf(home)['counter'];

type Answered = Parameters<typeof refusalOf>[0];
type NamedAct = readonly [name: string, act: () => Answered | Promise<Answered>];

/** Four voters' ballots: cast, spoiled, proved, and one whose booth died. */
function ballotsOfDay() {
  const hand = openVotingHand(prepared);
  return { cast: hand.vote(0), spoiled: hand.vote(1), proved: hand.vote(2), interrupted: hand.vote(3) };
}

/** Every act of a day that writes, in parts: between them papers are opened, shares made and the sum opened. */
function dayOf(place: PollingPlace, ballots: ReturnType<typeof ballotsOfDay>) {
  const { board, casting, desk, counting } = place;
  const { cast, spoiled, proved, interrupted } = ballots;
  const identity = { method: 'name-and-photo', override: null } as const;
  const acts = (...named: readonly NamedAct[]): readonly NamedAct[] => named;
  return {
    zeroReport: acts(['zero report', () => place.zeroReport.prepare()]),
    open: acts(
      ['signatures', () => signZeroReport(place)],
      ['prove zero', () => board.command('prove_zero', [CHAIR])],
      ['open', () => board.command('open', [CHAIR, MEMBER])],
      ['check-in', () => desk.checkIn({ voter: 1, desk: 1, identity })],
      ['check-in', () => desk.checkIn({ voter: 2, desk: 2, identity })],
      ['check-in', () => desk.checkIn({ voter: 3, desk: 2, identity })],
      ['seal', () => casting.seal(1, cast.text)],
      ['confirm', () => casting.confirm(1, cast.hash)],
      ['finish', () => casting.finish(1, cast.hash, 'sah-in-box')],
      ['seal', () => casting.seal(2, spoiled.text)],
      ['spoil', () => casting.spoil(2, spoiled.hash)],
      ['finish', () => casting.finish(2, spoiled.hash, 'batal-in-envelope')],
      ['prove', () => casting.prove(2, proved.text, proved.opening)],
      ['seal', () => casting.seal(1, interrupted.text)],
      ['confirm', () => casting.confirm(1, interrupted.hash)],
      [
        'finish by people',
        () =>
          place.finishCase({
            booth: 1,
            hash: interrupted.hash,
            slip: 'sah-in-box',
            slipsPrinted: 3,
            answeredBy: [CHAIR, MEMBER],
          }),
      ],
      ['abandon', () => abandon(place, 1)],
      ['pause', () => board.command('pause', [MEMBER])],
      ['resume', () => board.command('resume', [CHAIR, MEMBER])],
      ['close', () => board.command('close', [CHAIR, MEMBER], EARLY)],
    ),
    shares: (shares: Awaited<ReturnType<typeof sharesOf>>) =>
      shares.map(({ owner, text }): NamedAct => ['share', () => counting.receiveShare(owner, text)]),
    count: acts(['count', () => board.command('count', [CHAIR, MEMBER])]),
    minutes: acts(
      ['minutes', () => writeFields(place, QUIET_FIELDS)],
      ['hand count', () => writeHandCount(place, agreeingHandCount(place))],
      ['minutes for signing', () => board.minutesPaper.prepare()],
    ),
    seal: acts(['signed minutes', () => signMinutes(place)], ['seal', () => board.seal([CHAIR, MEMBER])]),
  };
}

describe('a medium that fails in the middle of a write', () => {
  test('records nothing, changes nothing that anybody is told, and the next attempt works: at every write of a day', async () => {
    const home = copyOf(prepared);
    const medium: { fails: boolean } = { fails: false };
    const failed: string[] = [];
    const place = places.keep(
      openPlace(home, (write, step) => {
        if (!medium.fails || step !== 'before-commit') return;
        failed.push(write);
        throw fullDisk();
      }),
    );
    /** Fails once at each act, then does it. */
    const each = async (acts: readonly NamedAct[]): Promise<void> => {
      for (const [name, act] of acts) {
        const before = { told: told(place), tables: tablesOf(home) };
        medium.fails = true;
        expect(refusalOf(await act()), name).toBe('store-failed');
        medium.fails = false;
        expect(changedTables(before.tables, tablesOf(home)), name).toEqual([]);
        expect(told(place), name).toBe(before.told);
        expect(refusalOf(await act()), `${name}, again`).toBe('accepted');
        expect(changedTables(before.tables, tablesOf(home)), name).not.toEqual([]);
      }
    };
    const { board } = place;
    const day = dayOf(place, ballotsOfDay());
    await each(day.zeroReport);
    // that a paper was opened is remembered, and written nowhere
    must(place.zeroReport.paper());
    await each(day.open);
    await each(day.shares(await sharesOf(prepared, place, [2, 4, 5])));
    // the sum is opened and noted, then the phase goes on: two writes, each of which may fail
    medium.fails = true;
    expect(refusalOf(board.command('count', [CHAIR, MEMBER]))).toBe('store-failed');
    medium.fails = false;
    expect(board.state().phase).toBe('closed');
    must(board.command('count', [CHAIR, MEMBER]));
    await each(day.minutes);
    must(board.minutesPaper.paper());
    await each(day.seal);
    expect(board.arithmetic().holdReasons).toEqual([]);
    expect(new Set(failed)).toEqual(
      new Set([
        'zero-report',
        'zero-report-signed',
        'phase-prove_zero',
        'phase-open',
        'check-in',
        'seal',
        'confirm',
        'finish',
        'spoil',
        'prove',
        'abandon',
        'phase-pause',
        'phase-resume',
        'sealed-record',
        'share',
        'outcome',
        'minutes-fields',
        'hand-count',
        'minutes-paper',
        'minutes-paper-signed',
        'phase-seal',
      ]),
    );
  });

  test('the first medium alone, after the second took it: whoever asks again finds it done once, at every write of a day', async () => {
    const homes = { doubted: copyOf(prepared), quiet: copyOf(prepared) };
    let seen: Set<string> | undefined;
    const doubted: string[] = [];
    const place = openPlace(homes.doubted, (write, step) => {
      if (step !== 'between-commits' || seen === undefined || seen.has(write)) return;
      seen.add(write);
      doubted.push(write);
      throw fullDisk();
    });
    // a day of the same people to whom nothing happens
    const quiet = places.keep(openPlace(homes.quiet));
    const ballots = ballotsOfDay();
    const days = [dayOf(place, ballots), dayOf(quiet, ballots)] as const;
    const refused: string[] = [];
    const each = async (acts: readonly NamedAct[], quietActs: readonly NamedAct[]): Promise<void> => {
      for (const [index, [name, act]] of acts.entries()) {
        seen = new Set();
        let answer = refusalOf(await act());
        expect(answer, name).toBe('store-in-doubt');
        while (answer === 'store-in-doubt') {
          // as the door does before any command
          expect(place.inDoubt(), name).toBeUndefined();
          answer = refusalOf(await act());
        }
        seen = undefined;
        if (answer !== 'accepted') refused.push(`${name}: ${answer}`);
        expect(refusalOf((await quietActs[index]?.[1]()) ?? NO_SUCH_ACT), name).toBe('accepted');
        expect(told(place), name).toBe(told(quiet));
        expect(countersOf(homes.doubted), name).toEqual(countersOf(homes.quiet));
      }
    };
    const [day, quietDay] = days;
    await each(day.zeroReport, quietDay.zeroReport);
    for (const one of [place, quiet]) must(one.zeroReport.paper());
    await each(day.open, quietDay.open);
    const shares = await sharesOf(prepared, place, [2, 4, 5]);
    await each(day.shares(shares), quietDay.shares(shares));
    await each(day.count, quietDay.count);
    await each(day.minutes, quietDay.minutes);
    for (const one of [place, quiet]) must(one.board.minutesPaper.paper());
    await each(day.seal, quietDay.seal);
    expect(new Set(doubted).size).toBeGreaterThan(20);
    // all others are answered as done; these are refused by name because it is done
    expect(refused).toEqual([
      'prove zero: phase-refused',
      'open: phase-refused',
      ...Array.from({ length: 3 }, () => 'check-in: already-checked-in'),
      'abandon: exceeds-open-releases',
      'pause: phase-refused',
      'resume: phase-refused',
      'close: phase-refused',
      'count: phase-refused',
      'hand count: correction-needs-reason',
      'seal: phase-refused',
    ]);
    const all = told(place);
    place.close();
    expect(told(places.keep(openPlace(homes.doubted)))).toBe(all);
  });

  test('a mistake in the program is no full disk: it is thrown on, and nothing is recorded', () => {
    const home = copyOf(prepared);
    const medium: { fails: boolean } = { fails: false };
    const place = places.keep(
      openPlace(home, (_, step) => {
        if (medium.fails && step === 'before-commit') throw new TypeError('x is not a function');
      }),
    );
    openPolls(place);
    const before = { told: told(place), tables: tablesOf(home) };
    medium.fails = true;
    expect(() => checkIn(place, 1)).toThrow('x is not a function');
    expect(changedTables(before.tables, tablesOf(home))).toEqual([]);
    expect(told(place)).toBe(before.told);
    medium.fails = false;
    checkIn(place, 1);
  });

  test('before the sealed record is on it: the polls stay open, nothing lies about, and closing works later', async () => {
    const home = copyOf(prepared);
    const place = places.keep(openPlace(home));
    openPolls(place);
    checkIn(place, 1);
    castWhole(place, openVotingHand(prepared).vote(1));
    const folder = join(home.home.station, 'count');
    renameSync(folder, `${folder}.away`);
    writeFileSync(folder, 'no folder');
    const before = tablesOf(home);
    expect(refusalOf(place.board.command('close', [CHAIR, MEMBER], EARLY))).toBe('store-failed');
    expect(place.phase()).toBe('open');
    expect(changedTables(before, tablesOf(home))).toEqual([]);
    renameSync(folder, `${folder}.file`);
    renameSync(`${folder}.away`, folder);
    expect(existsSync(place.counting.sealedPath)).toBe(false);
    closePolls(place);
    await countAndSeal(prepared, place);
    expect(place.counting.outcome()?.counts).toEqual([[0, 1, 0, 0]]);
  });

  test('what a closing left behind when the power went is gone after the start: it would tell who voted before', () => {
    const home = copyOf(prepared);
    const place = openPlace(home);
    openPolls(place);
    const left = ['sealed.bel', 'void.json'].map((name) => join(home.home.station, 'count', name));
    for (const path of left) writeFileSync(path, 'left behind');
    place.close();
    places.keep(openPlace(home));
    expect(left.map((path) => existsSync(path))).toEqual([false, false]);
  });

  test('a sealed record that was lost or changed on the medium is written again, the same to the byte', async () => {
    const home = copyOf(prepared);
    let place = openPlace(home);
    openPolls(place);
    checkIn(place, 1);
    castWhole(place, openVotingHand(prepared).vote(1));
    closePolls(place);
    const shares = await sharesOf(prepared, place, [1, 2, 3]);
    const { sealedPath } = place.counting;
    const sealed = readFileSync(sealedPath);
    for (const damage of [
      () => renameSync(sealedPath, `${sealedPath}.lost`),
      () =>
        writeFileSync(
          sealedPath,
          Uint8Array.from(sealed, (byte, at) => (at === sealed.length - 600 ? byte ^ 1 : byte)),
        ),
    ]) {
      damage();
      // never a record that differs from what the trustees checked
      expect(place.counting.read('sealed.bel')).toEqual({ ok: true, value: sealed });
      expect(readFileSync(sealedPath).equals(sealed)).toBe(true);
      damage();
      place.close();
      place = openPlace(home);
      expect(readFileSync(sealedPath).equals(sealed)).toBe(true);
      expect(place.board.state().damaged).toEqual([]);
    }
    places.keep(place);
    for (const { owner, text } of shares) must(place.counting.receiveShare(owner, text));
    must(place.board.command('count', [CHAIR, MEMBER]));
  });
});
