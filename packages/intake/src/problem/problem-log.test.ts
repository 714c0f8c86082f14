import { expect, test } from 'vitest';
import { explainProblem } from './problem.ts';
import { ProblemLog } from './problem-log.ts';

test('rows without a village are one problem a sheet: it counts them, names the first, and says what to do about all', () => {
  const log = new ProblemLog(3);
  for (let row = 2; row < 122; row += 1) log.add('village-missing', { sheet: 'Dusun I', row });
  log.add('village-missing', { sheet: 'Dusun II', row: 9 });
  log.add('nik-missing', { sheet: 'Dusun II', row: 9 });
  expect(log.problems.map(({ kind, row, details }) => [kind, row, details])).toEqual([
    ['village-missing', 2, { rows: 120 }],
    ['village-missing', 9, { rows: 1 }],
    ['nik-missing', 9, {}],
  ]);
  expect(log.leftOff).toBe(0);
  const [first] = log.problems;
  if (first === undefined) throw new Error('no problem');
  const { meaning, action } = explainProblem(first);
  expect(meaning.id).toBe('Baris tanpa desa: 120, yang pertama baris 2.');
  expect(action.id).toContain('pilih desanya saat mengirim berkas');
});

test('beyond its limit it only counts, and never counts on a problem that is another', () => {
  const log = new ProblemLog(1);
  log.add('nik-missing', { row: 2 });
  log.add('village-missing', { row: 3 });
  log.add('under-age', { row: 4 });
  log.add('village-missing', { row: 5 });
  expect(log.problems.map(({ kind, details }) => [kind, details])).toEqual([
    ['nik-missing', {}],
    ['under-age', {}],
  ]);
  expect(log.leftOff).toBe(2);
});
