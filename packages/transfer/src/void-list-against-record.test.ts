import { expect, test } from 'vitest';
import { VOIDED } from '../test/place.ts';
import { compareVoidList, type KnownOfCards } from './void-list-against-record.ts';

const COUNTED = 'ee'.repeat(32);
const known: KnownOfCards = {
  isListed: (credential) => VOIDED.some((entry) => entry.credential === credential),
  ballotHashes: new Set([COUNTED]),
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
