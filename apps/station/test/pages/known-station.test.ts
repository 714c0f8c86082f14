import { expect, test } from 'vitest';
import { openKnownStation } from '../../pages/desk/known-station.ts';

test('a desk goes on with a station that took over, and refuses the old one and one that went on apart', () => {
  const known = openKnownStation();
  expect(known.isRight(['a'])).toBe(true);
  expect(known.isRight(['a', 'b'])).toBe(true);
  // the old one is back, or people forced it on
  expect(known.isRight(['a'])).toBe(false);
  expect(known.isRight(['a', 'c'])).toBe(false);
  expect(known.isRight(['a', 'c', 'd'])).toBe(false);
  expect(known.isRight(['a', 'b', 'e'])).toBe(true);
});
