import { expect, test } from 'vitest';
import { largestFitting } from './fit-letters.ts';

test.each([
  [2, 1],
  [1, 1],
  [0.82, 0.8],
  [0.55, 0.55],
  [0.2, 0.5],
])('a name that is whole up to %d of the wished size gets %d of it', (whole, expected) => {
  expect(largestFitting((share) => share <= whole + 1e-9)).toBeCloseTo(expected, 9);
});
