import { civilDate } from '@bilik/election';
import { tps01 } from '@bilik/election/fixtures';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hideSmallCells, SMALLEST_PUBLISHED_CELL } from './small-cells.ts';
import { voterStatistics } from './voter-statistics.ts';

const VOTING_DATE = civilDate('2026-11-15');

test('TPS 01, known by heart: ten who may vote, one who died', () => {
  const statistics = voterStatistics(tps01.voters, VOTING_DATE);
  expect(statistics.eligible).toEqual({ L: 5, P: 5 });
  expect(statistics.ineligible).toEqual({ L: 1, P: 0 });
  const counted = (name: keyof typeof statistics.tables) =>
    statistics.tables[name].filter(({ L, P }) => L + P > 0).map(({ key, L, P }) => `${key} ${L} ${P}`);
  expect(counted('age')).toEqual(['0-20 0 1', '21-30 1 0', '31-40 1 1', '41-50 1 1', '51-60 1 1', '61+ 1 1']);
  expect(counted('hamlet')).toEqual(['Dusun I 5 0', 'Dusun II 0 5']);
  expect(counted('disability')).toEqual(['none 5 4', 'tunanetra 0 1']);
  expect(counted('first-time')).toEqual(['first-time 0 1', 'voted-before 5 4']);
  expect(counted('ineligible')).toEqual(['dead 1 0']);
});

describe('small figures', () => {
  test('are hidden, with a companion, and what is left cannot give them away', () => {
    const table = hideSmallCells([
      { key: 'none', L: 900, P: 880 },
      { key: 'tunanetra', L: 3, P: 1 },
      { key: 'tunadaksa', L: 12, P: 9 },
      { key: 'tunarungu', L: 7, P: 2 },
      { key: 'tunawicara', L: 0, P: 0 },
    ]);
    expect(table.rows).toEqual([
      { key: 'none', L: 900, P: 880, all: 1780 },
      { key: 'tunanetra', L: null, P: null, all: null },
      { key: 'tunadaksa', L: null, P: null, all: 21 },
      { key: 'tunarungu', L: null, P: null, all: null },
      { key: 'tunawicara', L: 0, P: 0, all: 0 },
    ]);
    expect(table.hiddenRows).toBe(3);
  });

  test('no published table gives a small figure away, neither alone nor by subtraction from its sums', () => {
    const reached = { hidden: 0, open: 0, allHidden: 0 };
    const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 900 }));
    fc.assert(
      fc.property(fc.array(fc.record({ L: count, P: count }), { minLength: 1, maxLength: 9 }), (counts) => {
        const rows = counts.map((row, index) => ({ key: String(index), ...row }));
        const table = hideSmallCells(rows);
        if (table.hiddenRows === 0) reached.open += 1;
        else if (table.hiddenRows === rows.length) reached.allHidden += 1;
        else reached.hidden += 1;
        for (const [index, { L, P, all }] of table.rows.entries()) {
          const row = rows[index] ?? { L: 0, P: 0 };
          for (const [shown, true_] of [
            [L, row.L],
            [P, row.P],
            [all, row.L + row.P],
          ] as const) {
            if (shown === null) continue;
            expect(shown).toBe(true_);
            expect(shown === 0 || shown >= SMALLEST_PUBLISHED_CELL).toBe(true);
          }
        }
        // What an attacker computes: the known sums less everything shown is what the hidden rows hold together.
        if (table.hiddenRows === rows.length) return;
        for (const figure of ['L', 'P', 'all'] as const) {
          const unknown = table.rows.flatMap((row, index) => (row[figure] === null ? [rows[index]] : []));
          const people = unknown.flatMap((row) => (row !== undefined && row.L + row.P > 0 ? [row] : []));
          if (people.length === 0) continue;
          expect(people.length).toBeGreaterThanOrEqual(2);
          const together = people.reduce(
            (sum, row) => sum + (figure === 'all' ? row.L + row.P : row[figure]),
            0,
          );
          expect(together === 0 || together >= SMALLEST_PUBLISHED_CELL).toBe(true);
        }
      }),
      { numRuns: 3000, seed: 1607 },
    );
    for (const [name, times] of Object.entries(reached)) expect(times, name).toBeGreaterThan(50);
  });
});
