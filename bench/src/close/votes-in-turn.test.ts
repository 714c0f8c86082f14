import fc from 'fast-check';
import { expect, test } from 'vitest';
import { votesInTurn } from './votes-in-turn.ts';

test('two workers of five and four ballots, three answers', () => {
  // 0 1 2 0 1 and 0 1 2 0
  expect(votesInTurn([5, 4], 3)).toEqual([4, 3, 2]);
  expect(votesInTurn([], 3)).toEqual([0, 0, 0]);
});

test('votes are those that are given one by one', () => {
  let uneven = 0;
  fc.assert(
    fc.property(
      fc.array(fc.nat(300), { maxLength: 8 }),
      fc.integer({ min: 1, max: 13 }),
      (workers, answers) => {
        const given = Array.from({ length: answers }, () => 0);
        for (const ballots of workers) {
          for (let index = 0; index < ballots; index += 1) {
            given[index % answers] = (given[index % answers] ?? 0) + 1;
          }
        }
        if (new Set(given).size > 1) uneven += 1;
        expect(votesInTurn(workers, answers)).toEqual(given);
      },
    ),
    { numRuns: 300, seed: 1607 },
  );
  expect(uneven).toBeGreaterThan(100);
});
