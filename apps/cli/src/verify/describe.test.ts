import type { VerificationReport } from '@bilik/ballot';
import { expect, test } from 'vitest';
import { ELECTION } from '../../test/made-record.ts';
import { describeReport } from './describe.ts';

const RIGHT: VerificationReport = { verdict: 'right', profile: 'bilik', rules: [], ballotCount: 0 };
const { bilik, ...others } = ELECTION;
if (bilik === undefined) throw new Error('the made record has no mark');

test.each([
  ['exercise', 'LATIHAN', true],
  ['real', 'sungguhan', false],
] as const)('an election of kind %s is called so, and only an exercise loudly', (kind, word, isLoud) => {
  const said = describeReport(RIGHT, { ...others, bilik: { ...bilik, kind } }, 'id');
  expect(said).toMatch(new RegExp(`^Jenis pemilihan +${word}$`, 'm'));
  expect(said).toMatch(/^Bentuk arsip +bilik$/m);
  expect(said.includes('!! LATIHAN')).toBe(isLoud);
});

test('an election of others has no kind, and nothing is said of one', () => {
  const said = describeReport({ ...RIGHT, profile: 'belenios' }, { ...others, profile: 'belenios' }, 'en');
  expect(said).toMatch(/^Form of record +belenios$/m);
  expect(said).not.toMatch(/Kind of|EXERCISE/);
});
