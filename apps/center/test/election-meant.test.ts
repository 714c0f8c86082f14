import { expect, test } from 'vitest';
import { type DatedElection, nearestFirst } from '../src/set-up/election-meant.ts';

/** 09.00 WIB of a voting day. */
const VOTING_DAY = new Date('2026-11-23T02:00:00Z');

const election = (
  id: string,
  votingDays: readonly string[],
  other: Partial<DatedElection> = {},
): DatedElection => ({ id, votingDays, conduct: 'village-head', zone: 'WIB', ...other });

const order = (elections: readonly DatedElection[], now = VOTING_DAY) =>
  nearestFirst(elections, now).map(({ id }) => id);

test('an election that was made for next year comes after the one that votes today', () => {
  expect(order([election('2027', ['2027-06-09']), election('2026', ['2026-11-23'])])).toEqual([
    '2026',
    '2027',
  ]);
});

test('one that voted last week comes before one that is months away, and one of next week before both', () => {
  expect(
    order([
      election('2027', ['2027-06-09']),
      election('passed', ['2026-11-15']),
      election('coming', ['2026-11-29']),
    ]),
  ).toEqual(['coming', 'passed', '2027']);
});

test('the nearest wave of an event is its day', () => {
  expect(
    order([
      election('one-wave', ['2026-12-10']),
      election('waves', ['2026-06-01', '2026-11-25', '2027-03-01']),
    ]),
  ).toEqual(['waves', 'one-wave']);
});

test('of two on one day that of the village heads is meant; else the earlier one, then the name decides', () => {
  expect(
    order([
      election('a-kpu', ['2026-11-23'], { conduct: 'other' }),
      election('c-village', ['2026-11-23']),
      election('b-village', ['2026-11-23']),
    ]),
  ).toEqual(['b-village', 'c-village', 'a-kpu']);
  expect(order([election('a', ['2026-11-25']), election('b', ['2026-11-21'])])).toEqual(['b', 'a']);
});

test('today is that of the election’s own zone: late in the evening it is tomorrow in the east', () => {
  const late = new Date('2026-11-22T15:30:00Z'); // 22.30 WIB of the 22nd, 00.30 WIT of the 23rd
  expect(
    order(
      [election('west', ['2026-11-23'], { zone: 'WIB' }), election('east', ['2026-11-23'], { zone: 'WIT' })],
      late,
    ),
  ).toEqual(['east', 'west']);
});
