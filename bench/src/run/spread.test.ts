import { expect, test } from 'vitest';
import { describeSpread, median, percentile } from './spread.ts';

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

test('a percentile is a time that was measured, and none of nothing is one', () => {
  const times = Array.from({ length: 200 }, (_, index) => 200 - index);
  expect([0.5, 0.99, 1].map((part) => percentile(times, part))).toEqual([100, 198, 200]);
  expect(percentile([7], 0.99)).toBe(7);
  expect(() => percentile([], 0.5)).toThrow();
});
