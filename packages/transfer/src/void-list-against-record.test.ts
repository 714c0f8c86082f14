import { expect, test } from 'vitest';
import { VOIDED } from '../test/place.ts';
import { compareVoidList, type KnownOfCards } from './void-list-against-record.ts';

const RIGHT = `BILIK-BUKTI.2.${'A'.repeat(540)}`;
const COUNTED = 'ee'.repeat(32);
const known: KnownOfCards = {
  isListed: (credential) => VOIDED.some((entry) => entry.credential === credential),
  ballotHashes: new Set([COUNTED]),
  isRightOpening: ({ opening }) => opening === RIGHT,
};
const [spoiled, proved] = VOIDED;
if (spoiled === undefined || proved === undefined) throw new Error('the fixture has two void cards');

test('a list of listed cards whose ballots are not in the record is contradicted by nothing', () => {
  expect(compareVoidList(VOIDED, known)).toEqual([]);
  expect(compareVoidList([], known)).toEqual([]);
});

test.each([
  ['a card that is not on the public list', { ...spoiled, credential: '12345' }, 'void-card-unknown'],
  ['the hash of a counted ballot', { ...spoiled, ballot: COUNTED }, 'void-ballot-counted'],
  ['one ballot under two cards', { ...spoiled, ballot: proved.ballot }, 'void-ballot-repeated'],
])('%s is named with its entry', (_, entry, fault) => {
  const mismatches = compareVoidList([proved, entry], known);
  expect(mismatches).toEqual([{ fault, entry }]);
});

test('an opening that does not repeat its ballot is named, one that is missing or right is not', () => {
  const opened = (opening: string | null) =>
    ({ credential: proved.credential, ballot: proved.ballot, reason: 'proved', opening }) as const;
  expect(compareVoidList([opened(null), spoiled], known)).toEqual([]);
  expect(compareVoidList([opened(RIGHT), spoiled], known)).toEqual([]);
  const wrong = opened(RIGHT.replace('A', 'B'));
  expect(compareVoidList([wrong], known)).toEqual([{ fault: 'void-opening-wrong', entry: wrong }]);
});
