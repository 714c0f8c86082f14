import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contestShares } from '../../pages/board/result/contest-shares.ts';

/** A contest as the minutes give it: candidates in ballot order, the blank vote last. */
function contest(candidates: readonly number[], blank: number) {
  const label = (text: string) => ({ id: text, en: text });
  const valid = candidates.reduce((sum, votes) => sum + votes, 0);
  return {
    contest: 'kepala-desa',
    title: label('Kepala Desa'),
    options: [
      ...candidates.map((votes, index) => ({
        key: `c${index + 1}`,
        label: label(`${index + 1}. Calon`),
        votes,
        slips: null,
      })),
      { key: 'blank', label: label('Suara kosong'), votes: blank, slips: null },
    ],
    totals: [
      { key: 'valid', label: label('Suara sah'), value: valid },
      { key: 'total', label: label('Jumlah suara'), value: valid + blank },
    ],
  };
}

test('TPS 01 Melati: bars are to the scale of all six valid votes', () => {
  const { valid, barPercent, tied } = contestShares(contest([4, 2, 0], 1));
  expect(valid).toBe(6);
  expect([4, 2, 0].map((votes) => Math.round(barPercent(votes)))).toEqual([67, 33, 0]);
  expect(tied).toEqual([]);
});

test('TPS 02: a tie is named, in ballot order; equal votes behind a leader are none, nor is a tie with the blank vote', () => {
  const tiedIn = (candidates: number[], blank: number) =>
    contestShares(contest(candidates, blank)).tied.map(({ key }) => key);
  expect(tiedIn([3, 1, 3, 0, 3], 9)).toEqual(['c1', 'c3', 'c5']);
  expect(tiedIn([5, 3, 3], 0)).toEqual([]);
  expect(tiedIn([3, 2], 3)).toEqual([]);
});

test('TPS 03: where nobody voted nothing is tied and no bar is drawn', () => {
  const { barPercent, tied } = contestShares(contest([0, 0, 0], 0));
  expect(barPercent(0)).toBe(0);
  expect(tied).toEqual([]);
});

test('bars of candidates fill the width together exactly, and no bar leaves it', () => {
  let withVotes = 0;
  fc.assert(
    fc.property(fc.array(fc.nat(1400), { minLength: 1, maxLength: 5 }), fc.nat(1400), (candidates, blank) => {
      const { valid, barPercent } = contestShares(contest(candidates, blank));
      const widths = candidates.map(barPercent);
      expect(Math.max(...widths)).toBeLessThanOrEqual(100);
      if (valid === 0) return;
      withVotes += 1;
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 6);
    }),
    { seed: 1607, numRuns: 500 },
  );
  expect(withVotes).toBeGreaterThan(400);
});
