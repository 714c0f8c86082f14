import { expect, test } from 'vitest';
import { describeSpread, median } from './spread.ts';

test('the middle of some times, whatever their order', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([7])).toBe(7);
  // as text 10 would stand before 9
  expect(median([10, 9, 100])).toBe(10);
});

test('no times have no middle', () => {
  expect(() => median([])).toThrow('nothing was measured');
});

test('a spread names its middle and its ends', () => {
  expect(describeSpread([30, 10, 12.34])).toBe('median 12.3 ms, 10.0 to 30.0');
});
