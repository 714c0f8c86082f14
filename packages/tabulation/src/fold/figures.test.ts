import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addFigures, differenceOf, type Figures, fallsOf, wholeOf } from './figures.ts';

const figures = (users: number, votes: Readonly<Record<string, number>>): Figures<'users'> => ({
  counts: { users },
  votes: new Map(Object.entries(votes)),
});
const anyFigures = fc
  .tuple(fc.nat(500), fc.dictionary(fc.constantFrom('c1', 'c2', 'blank'), fc.nat(500), { maxKeys: 3 }))
  .map(([users, votes]) => figures(users, votes));

test('an earlier version and the difference to the later one are the later one, whatever options they name', () => {
  let onlyEarlier = 0;
  fc.assert(
    fc.property(anyFigures, anyFigures, (earlier, later) => {
      const sum = addFigures(earlier, differenceOf(earlier, later));
      expect(sum.counts).toEqual(later.counts);
      for (const option of new Set([...earlier.votes.keys(), ...later.votes.keys()])) {
        expect(sum.votes.get(option)).toBe(later.votes.get(option) ?? 0);
        if (!later.votes.has(option)) onlyEarlier += 1;
      }
    }),
    { numRuns: 500, seed: 1607 },
  );
  expect(onlyEarlier).toBeGreaterThan(100);
});

test('what falls is named, and nothing else', () => {
  const delta = differenceOf(figures(10, { c1: 6, c2: 4 }), figures(9, { c1: 7, c2: 2 }));
  expect(fallsOf(delta)).toEqual(['users', 'c2']);
  expect(fallsOf(differenceOf(figures(1, { c1: 1 }), figures(1, { c1: 1 })))).toEqual([]);
});

test('a place gives nothing while a part is awaited, and no part that it does not have', () => {
  const machine = figures(3, { c1: 2, c2: 1 });
  const paper = figures(4, { c1: 0, c2: 4 });
  const whole = figures(9, { c1: 9 });
  expect(wholeOf(['machine', 'paper'], new Map([['machine', machine]]))).toBeUndefined();
  const given = new Map([...Object.entries({ machine, paper, whole })]);
  expect(wholeOf(['machine', 'paper'], given)).toEqual(figures(7, { c1: 2, c2: 5 }));
  expect(wholeOf([], given)).toBeUndefined();
});
