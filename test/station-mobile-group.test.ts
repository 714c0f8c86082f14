import { readFileSync } from 'node:fs';
import { mobileGroupRulePack } from '@bilik/election';
import { parseSignedResult } from '@bilik/transfer';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { PdfReading } from '../packages/papers/src/reading/pdf-reading.ts';
import { squeezed } from '../packages/papers/test/paper-looks.ts';
import { must, refusalOf } from './support/answers.ts';
import { BOTH, beside, resultTextOf, unmetFor, voteOnPaper } from './support/closed-day.ts';
import {
  agreeingHandCount,
  closePolls,
  QUIET_FIELDS,
  sharesOf,
  signMinutes,
  writeFields,
  writeHandCount,
} from './support/day-end.ts';
import { checkIn, openPlace, openPolls, openVotingHand } from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { ourReport } from './support/record-check.ts';
import { copyOf, newFolder, removeFolders } from './support/station-disk.ts';

const CONTEST = 'village-head';
let prepared: PreparedHome;

beforeAll(async () => {
  prepared = await prepareHome({
    root: newFolder(),
    voters: 8,
    cards: 12,
    rulePack: mobileGroupRulePack,
  });
});
afterAll(removeFolders);

let home: PreparedHome;
let place: PollingPlace;

beforeEach(() => {
  home = copyOf(prepared);
  place = openPlace(home);
  openPolls(place);
  return () => place.close();
});

function restart(): void {
  place.close();
  place = openPlace(home);
}

const leave = (taken: number, tripsBefore = 0, confirmedBy: readonly string[] = BOTH) =>
  place.mobileGroups.leave({ tripsBefore, taken, when: '09:00', confirmedBy });
const comeBack = (used: number, unused: number, spoiled: number, note: string | null = null) =>
  place.mobileGroups.comeBack({
    trip: 1,
    ballots: { used, unused, spoiled },
    when: 'sebelum zuhur',
    note,
    confirmedBy: BOTH,
  });
const mark = (voter: number) =>
  place.desk.checkIn({
    voter,
    desk: 1,
    identity: { method: 'mobile', reason: 'at-home', override: null },
  });

test('a voter of the mobile group is marked against a ballot that left, gets no release, and votes nowhere else', () => {
  expect(refusalOf(mark(5))).toBe('mobile-ballots-used-up');
  expect(refusalOf(leave(1))).toBe('mobile-ballots-too-few');
  expect(refusalOf(leave(2, 0, ['ketua']))).toBe('phase-refused');
  expect(refusalOf(leave(2, 0, ['ketua', 'teknisi']))).toBe('phase-refused');
  must(leave(2));
  // said again after a lost answer it is no second group; somebody else's, who saw none, is refused
  must(leave(2));
  expect(refusalOf(leave(3))).toBe('mobile-trips-changed');
  expect(place.mobileGroups.entries().length).toBe(1);
  must(mark(5));
  expect(place.board.state().poll.released).toBe(0);
  expect(refusalOf(mark(5))).toBe('already-checked-in');
  restart();
  const atDesk = { voter: 5, desk: 2, identity: { method: 'name-and-photo', override: null } } as const;
  expect(refusalOf(place.desk.checkIn(atDesk))).toBe('already-checked-in');
  checkIn(place, 6);
  expect(refusalOf(mark(6))).toBe('already-checked-in');
  must(mark(7));
  expect(refusalOf(mark(8))).toBe('mobile-ballots-used-up');
  expect(place.mobileGroups.mayBeMarked()).toBe(0);
  expect(place.board.state().poll.released).toBe(1);
});

test('the polls do not close before the group is back, and its ballots add up or somebody says why not', () => {
  must(leave(4));
  expect(unmetFor(place, 'close')).toEqual(['mobile-groups-back']);
  expect(refusalOf(comeBack(3, 0, 0))).toBe('mobile-ballots-do-not-add-up');
  must(comeBack(3, 0, 0, 'Satu lembar hilang di jalan'));
  must(comeBack(3, 0, 0, 'Satu lembar hilang di jalan'));
  expect(refusalOf(comeBack(2, 2, 0))).toBe('mobile-trip-not-under-way');
  expect(unmetFor(place, 'close')).toEqual([]);
});

test('the paper out of the box is part of the result: figures, minutes, signed result', async () => {
  const hand = openVotingHand(prepared);
  for (const voter of [1, 2, 3]) checkIn(place, voter);
  for (const [index, option] of [0, 1, 0].entries()) {
    voteOnPaper(place, hand.vote(option), 'sah-in-box', index + 1);
  }
  must(leave(4));
  for (const voter of [5, 6, 7]) must(mark(voter));
  must(comeBack(3, 1, 0));
  closePolls(place);
  expect(refusalOf(leave(2, 1))).toBe('polls-not-open');
  for (const { owner, text } of await sharesOf(home, place, [1, 3, 5])) {
    must(place.counting.receiveShare(owner, text));
  }
  must(place.board.command('count', BOTH));
  must(writeFields(place, QUIET_FIELDS));
  must(writeHandCount(place, agreeingHandCount(place)));
  expect(place.board.state().missing.length).toBe(1);
  expect(unmetFor(place, 'seal')).toContain('minutes-filled');
  const paper = {
    inBox: 3,
    contests: [
      {
        contest: CONTEST,
        options: [
          { key: 'c1' as const, votes: 0 },
          { key: 'c2' as const, votes: 2 },
          { key: 'c3' as const, votes: 0 },
          { key: 'blank' as const, votes: 0 },
        ],
        invalid: 1,
      },
    ],
  };
  // "12" typed instead of "2", and a pile that lacks one: refused before anything is kept
  for (const c2 of [12, 1]) {
    const contests = paper.contests.map(({ options, ...contest }) => ({
      ...contest,
      options: options.map((pile) => (pile.key === 'c2' ? { ...pile, votes: c2 } : pile)),
    }));
    const typed = { ...paper, contests };
    const refused = writeHandCount(place, { ...agreeingHandCount(place), paper: typed, reason: 'Kertas.' });
    expect(refused).toMatchObject({
      error: { type: 'hand-count-does-not-add-up', pile: 'paper', sum: c2 + 1, inBox: 3 },
    });
  }
  const more = agreeingHandCount(place);
  const slipBox = more.slipBox === null ? null : { ...more.slipBox, inBox: 2 };
  expect(refusalOf(writeHandCount(place, { ...more, slipBox, reason: 'Struk.' }))).toBe(
    'hand-count-does-not-add-up',
  );
  expect(place.written.handCounts().length).toBe(1);
  must(
    writeHandCount(place, {
      ...agreeingHandCount(place),
      paper,
      reason: 'Surat suara keliling dihitung.',
    }),
  );
  const figures = place.board.figures();
  expect(figures).toMatchObject({ users: 6, casts: 3, abandoned: 0 });
  expect(figures.mobileGroup).toMatchObject({ checkIns: 3, taken: 4, used: 3, unused: 1, spoiled: 0 });
  const [result] = figures.mobileGroup?.counted?.contests ?? [];
  expect(result).toMatchObject({ valid: 5, invalid: 1, total: 6 });
  expect(result?.options.map(({ votes }) => votes)).toEqual([2, 3, 0, 0]);
  const { outcomes } = place.board.arithmetic();
  expect(outcomes.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
  const minutes = place.board.minutes();
  // three paper votes are too few for a line of their own
  expect(minutes.secrecyWarnings.map(({ code }) => code)).toContain('few-paper-votes');
  expect(minutes.contests[0]?.options.map(({ votes, paper: own, slips }) => [votes, own, slips])).toEqual([
    [2, null, null],
    [3, null, null],
    [0, null, null],
    [0, null, null],
  ]);
  must(signMinutes(place));
  const text = new PdfReading(must(place.board.minutesPaper.paper())).pages.join('');
  for (const words of ['Kelompok 1 berangkat', 'sebelum zuhur', 'Surat suara keliling di kotak']) {
    expect(text).toContain(squeezed(words));
  }
  must(await place.board.seal(BOTH));
  const signed = parseSignedResult(resultTextOf(place));
  if (!signed.ok) throw new Error(signed.error.type);
  expect(signed.value).toMatchObject({ format: 'bilik/result/3', held: [] });
  expect(signed.value.figures).toEqual(figures);
}, 60_000);

test('more paper in the box than was used and marked is sealed with its reasons to hold', async () => {
  const hand = openVotingHand(prepared);
  checkIn(place, 1);
  voteOnPaper(place, hand.vote(0), 'sah-in-box', 1);
  must(leave(4));
  for (const voter of [5, 6, 7]) must(mark(voter));
  must(comeBack(3, 1, 0));
  closePolls(place);
  for (const { owner, text } of await sharesOf(home, place, [1, 3, 5])) {
    must(place.counting.receiveShare(owner, text));
  }
  must(place.board.command('count', BOTH));
  must(writeFields(place, QUIET_FIELDS));
  const keys = ['c1', 'c2', 'c3', 'blank'] as const;
  const options = keys.map((key) => ({ key, votes: key === 'c2' ? 13 : 0 }));
  const paper = { inBox: 13, contests: [{ contest: CONTEST, options, invalid: 0 }] };
  must(writeHandCount(place, { ...agreeingHandCount(place), paper }));
  must(signMinutes(place));
  must(await place.board.seal(BOTH));
  const signed = must(parseSignedResult(resultTextOf(place)));
  expect(signed.held).toEqual(
    expect.arrayContaining([
      'mobile-ballots-in-box-within-used',
      'mobile-ballots-in-box-within-check-ins',
      `result-at-most-users:${CONTEST}`,
    ]),
  );
  // what reads it finds every reason founded and none left out
  const report = await ourReport(readFileSync(place.counting.recordPath), beside(place));
  expect(report.verdict).toBe('right');
}, 60_000);

test('one voter for whom two ballots left is warned of in the minutes from the closing on', async () => {
  must(leave(2));
  must(mark(5));
  must(comeBack(1, 1, 0));
  expect(place.board.state().secrecyWarnings).toEqual([]);
  closePolls(place);
  expect(place.board.minutes().secrecyWarnings.map(({ code }) => code)).toContain('few-mobile-voters');
});
