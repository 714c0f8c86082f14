import { expect, test } from 'vitest';
import { readScale, scaled } from './scale.ts';

test('a run is whole unless something else was asked for', () => {
  expect(readScale(undefined)).toBe(1);
  expect(readScale('')).toBe(1);
  expect(scaled(500, 20, 1)).toBe(500);
});

test('a smaller run takes its part, and never less than a measurement needs', () => {
  expect(scaled(500, 20, readScale('0.1'))).toBe(50);
  expect(scaled(500, 20, 0.001)).toBe(20);
  expect(scaled(5, 20, 0.5)).toBe(5);
});

test.each(['0', '-1', '1.5', 'half', 'NaN', 'Infinity'])('%s is no scale', (text) => {
  expect(() => readScale(text)).toThrow(/BILIK_BENCH_SCALE/);
});
