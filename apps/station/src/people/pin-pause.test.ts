import { expect, test } from 'vitest';
import { pauseSecondsAfter } from './pin-pause.ts';

test('the published table: two slips of a finger cost nothing, then pauses double up to a quarter of an hour', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 50, 1_000_000].map(pauseSecondsAfter)).toEqual([
    0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900, 900,
  ]);
});

test('whoever guesses all day long gets to about a hundred of a million PINs', () => {
  let guesses = 0;
  for (let second = 0; second < 24 * 3600; second += pauseSecondsAfter(guesses)) guesses += 1;
  expect(guesses).toBeLessThan(110);
});
