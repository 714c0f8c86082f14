import { expect, test } from 'vitest';
import { turnsOf } from './arrive-results.ts';

const SEED = 16;
const sheets = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const area = `16.07.01.${2001 + (index >> 1)}`;
    return { area, place: `${area}-00${1 + (index % 2)}` };
  });

test('four photos lie there for a newcomer before the first result comes, and every sheet comes once', () => {
  const lines = sheets(240);
  const turns = turnsOf(lines, SEED);
  expect(turns.slice(0, 4)).toEqual(
    Array.from({ length: 4 }, () => expect.objectContaining({ role: 'for-you', isThereAtOnce: true })),
  );
  expect(turns.slice(4).some(({ isThereAtOnce }) => isThereAtOnce)).toBe(false);
  // more of them come later, among the others
  expect(turns.slice(4).some(({ role }) => role === 'for-you')).toBe(true);
  expect(new Set(turns.map(({ line }) => line))).toEqual(new Set(lines));
  expect(turns).toHaveLength(lines.length);
});

test('the same sheets come in the same order at every start, whatever order the list is in', () => {
  const lines = sheets(240);
  const order = (list: typeof lines) => turnsOf(list, SEED).map(({ line }) => line.area);
  expect(order([...lines].reverse())).toEqual(order(lines));
});

test('in a small exercise all of them arrive', () => {
  expect(new Set(turnsOf(sheets(19), SEED).map(({ role }) => role))).toEqual(new Set(['arrives']));
});
