import { expect, test } from 'vitest';
import { openBrokenWords } from './say-broken.ts';

test('the same words are said once in half a minute, with how often they were not said', () => {
  let now = 0;
  const lines: string[] = [];
  const broken = openBrokenWords(
    (line) => lines.push(line),
    () => now,
  );
  for (let time = 0; time < 100; time += 1) broken(new Error('the database is away'));
  broken(new Error('another'));
  now = 31_000;
  broken(new Error('the database is away'));
  expect(lines).toEqual([
    'center: the database is away',
    'center: another',
    'center: the database is away (+99)',
  ]);
});
