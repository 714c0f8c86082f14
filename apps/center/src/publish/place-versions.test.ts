import { expect, test } from 'vitest';
import { type ChangeRow, historyOf } from './place-versions.ts';

const change = (number: number, given: Partial<ChangeRow> = {}): ChangeRow => ({
  ...{ number, at: new Date(number * 1000), place: 'p', part: 'whole', withdrawn: false },
  ...{ users: number, valid: number, invalid: 0, votes: { c1: number } },
  ...{ source_kind: 'sheet', source: 's', reason: number === 1 ? null : `alasan ${number}` },
  ...given,
});
const numbers = ({ versions }: ReturnType<typeof historyOf>) =>
  versions.map(({ parts, reason }) => [parts.map(({ number }) => number), reason]);

test('a corrected place has a version for each set of figures, with the reason of each but the first', () => {
  const history = historyOf(['whole'], [change(1), change(2), change(3)]);
  expect(numbers(history)).toEqual([
    [[1], null],
    [[2], 'alasan 2'],
    [[3], 'alasan 3'],
  ]);
  expect(history.stands).toBe(true);
});

test('withdrawn it does not stand; given again it has both reasons', () => {
  const withdrawn = [change(1), change(2, { withdrawn: true })];
  expect(historyOf(['whole'], withdrawn)).toMatchObject({ stands: false, versions: [{}] });
  expect(numbers(historyOf(['whole'], [...withdrawn, change(3)]))).toEqual([
    [[1], null],
    [[3], 'alasan 2 alasan 3'],
  ]);
});

test('what was whole before a machine gave way to paper stays a version, and is corrected by both parts', () => {
  const machine = change(3, { part: 'machine' });
  const switched = [change(1), change(2, { withdrawn: true }), machine];
  const parts = ['machine', 'paper'] as const;
  expect(historyOf(parts, switched)).toMatchObject({ stands: false, withdrawnReason: 'alasan 2 alasan 3' });
  expect(numbers(historyOf(parts, [...switched, change(4, { part: 'paper', reason: null })]))).toEqual([
    [[1], null],
    [[3, 4], 'alasan 2 alasan 3'],
  ]);
});

test('of two parts nothing is there before both are, and each part is corrected by itself', () => {
  const machine = { part: 'machine', reason: null } as const;
  const paper = { part: 'paper', reason: null } as const;
  expect(historyOf(['machine', 'paper'], [change(1, machine)])).toMatchObject({
    versions: [],
    stands: false,
  });
  const both = [change(1, machine), change(2, paper), change(3, { part: 'paper' })];
  expect(numbers(historyOf(['machine', 'paper'], both))).toEqual([
    [[1, 2], null],
    [[1, 3], 'alasan 3'],
  ]);
});
