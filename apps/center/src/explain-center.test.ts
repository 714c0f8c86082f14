import { expect, test } from 'vitest';
import { explainCenter } from './explain-center.ts';

const awaiting = (keys: number) =>
  explainCenter({ type: 'keys-awaited', names: Array.from({ length: keys }, (_, at) => `key-${at + 1}`) });

test('of many keys that are awaited some are named, and how many more is said', () => {
  expect(awaiting(12)).toContain('12 kunci (key-1, key-2, key-3, key-4, key-5 dan 7 lagi)');
  expect(awaiting(12)).toContain('12 keys (key-1, key-2, key-3, key-4, key-5 and 7 more)');
  expect(awaiting(5)).toContain('5 kunci (key-1, key-2, key-3, key-4, key-5).');
});
