import { defineConfig } from 'vitest/config';

const NO_MODULES = '**/node_modules/**';

/**
 * Of a station in the test's own process: two at once keep two processors busy and hurt nobody. Left out are those that open pages, or
 * measure how long others wait: they want the machine for themselves.
 */
const TWO_AT_ONCE = 'test/station-!(crowd|proof-checks|six-desks|outgoing-figures|setup-page).test.ts';

/** Unit and property tests are quick; `station` runs stations in one process; `end-to-end` drives real processes, real Chromium and belenios-tool. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{packages,apps}/*/{src,test}/**/*.test.ts',
            'bench/src/**/*.test.ts',
            'scripts/*.test.ts',
            'soak/**/*.test.ts',
          ],
          exclude: ['**/*.slow.test.ts', NO_MODULES],
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'station',
          include: [TWO_AT_ONCE],
          exclude: [NO_MODULES],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'end-to-end',
          include: [
            'test/**/*.test.ts',
            '{packages,apps}/*/{src,test}/**/*.slow.test.ts',
            'soak/**/*.slow.test.ts',
          ],
          exclude: [TWO_AT_ONCE, NO_MODULES],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
