import { expect, test } from 'vitest';
import { type ListedVoter, makeQueries, syntheticNik } from './queries.ts';

const sari: ListedVoter = {
  number: 7,
  name: 'Sari Wulandari',
  sex: 'P',
  birthDate: '1991-02-03',
  nikMask: '160701••••••••00',
};

test('a synthetic number follows from what the list shows', () => {
  expect(syntheticNik(sari)).toBe('1607014302910000');
  expect(syntheticNik({ ...sari, sex: 'L' })).toBe('1607010302910000');
});

test('a voter is looked for in every way that a desk knows', () => {
  expect(makeQueries([sari], 5).map(({ kind, query, voter }) => [kind, query, voter])).toEqual([
    ['name', 'Sari Wulandari', 7],
    ['prefix', 'Sar', 7],
    ['letters', 'ul', 7],
    ['number', '7', 7],
    ['nik', '1607014302910000', 7],
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
