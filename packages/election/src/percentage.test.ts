import fc from 'fast-check';
import { expect, test } from 'vitest';
import { basisPoints, percentText } from './percentage.ts';

test('Batu Bara 2024: 81,508 and 74,415 and 40,450 of 196,373 are 41.51, 37.89 and 20.60 %', () => {
  const texts = [81_508, 74_415, 40_450].map((votes) => percentText(basisPoints(votes, 196_373), 'en'));
  expect(texts).toEqual(['41.51 %', '37.89 %', '20.60 %']);
});

test('Indonesian has a comma, half is rounded up, nothing over nothing is a dash', () => {
  expect(percentText(basisPoints(1, 3), 'id')).toBe('33,33 %');
  expect(percentText(basisPoints(1, 20_000), 'id')).toBe('0,01 %');
  expect(percentText(basisPoints(7, 7), 'id')).toBe('100,00 %');
  expect(percentText(basisPoints(0, 0), 'id')).toBe('–');
});

test('shares are within half a basis point of the true ratio, in whole numbers only', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (part, whole) => {
      const points = basisPoints(part, whole);
      if (points === null) throw new Error('no share');
      expect(Number.isInteger(points)).toBe(true);
      const twice = 2n * BigInt(points) * BigInt(whole) - 20_000n * BigInt(part);
      expect(twice > -BigInt(whole) && twice <= BigInt(whole)).toBe(true);
    }),
    { numRuns: 500, seed: 1607 },
  );
});
