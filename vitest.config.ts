import { defineConfig } from 'vitest/config';

/** Unit and property tests are quick; `end-to-end` drives real processes, real Chromium and belenios-tool. */
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
          exclude: ['**/*.slow.test.ts', '**/node_modules/**'],
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
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
          exclude: ['**/node_modules/**'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // after the unit tests: processes, browsers and benches want the machine for themselves
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
