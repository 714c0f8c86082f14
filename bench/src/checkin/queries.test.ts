import { expect, test } from 'vitest';
import { isAnswered, type ListedVoter, makeQueries, type SearchQuery, syntheticNik } from './queries.ts';

const sari: ListedVoter = {
  number: 7,
  name: 'Sari Wulandari',
  sex: 'P',
  birthDate: '1991-02-03',
  nikMask: '160799••••••••37',
};

test('a synthetic number follows from what the list shows', () => {
  expect(syntheticNik(sari)).toBe('1607994302910037');
  expect(syntheticNik({ ...sari, sex: 'L' })).toBe('1607990302910037');
});

test('a voter is looked for in every way that a desk knows', () => {
  expect(makeQueries([sari], 5).map(({ kind, query, voter }) => [kind, query, voter])).toEqual([
    ['name', 'Sari Wulandari', 7],
    ['prefix', 'Sar', 7],
    ['letters', 'ul', 7],
    ['number', '7', 7],
    ['nik', '1607994302910037', 7],
    ['nobody', 'Sari zzyzx', null],
  ]);
});

test('queries are spread over the whole list', () => {
  const voters = Array.from({ length: 1400 }, (_, index) => ({ ...sari, number: index + 1 }));
  const asked = makeQueries(voters, 100).filter(({ kind }) => kind === 'number');
  expect(asked).toHaveLength(100);
  expect(asked.at(-1)?.voter).toBe(1387);
  expect(makeQueries(voters.slice(0, 10), 100)).toHaveLength(60);
});

test('a search that misses its voter, or finds nobody for somebody, is caught', () => {
  const forSari: SearchQuery = { kind: 'name', query: 'Sari', voter: 7 };
  const forNobody: SearchQuery = { kind: 'nobody', query: 'zzyzx', voter: null };
  expect(isAnswered(forSari, { total: 2, found: [3, 7] })).toBe(true);
  expect(isAnswered(forSari, { total: 1, found: [3] })).toBe(false);
  expect(isAnswered(forSari, { total: 0, found: [] })).toBe(false);
  // more than are shown: the voter may stand further down
  expect(isAnswered(forSari, { total: 21, found: Array.from({ length: 20 }, () => 3) })).toBe(true);
  expect(isAnswered(forNobody, { total: 0, found: [] })).toBe(true);
  expect(isAnswered(forNobody, { total: 1, found: [3] })).toBe(false);
});
