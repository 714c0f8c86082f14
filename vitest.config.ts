import { defineConfig } from 'vitest/config';

const NO_MODULES = '**/node_modules/**';

/** These measure how long something takes or somebody waits: they want the machine for themselves. */
const ALONE = [
  'test/station-{crowd,proof-checks,six-desks}.test.ts',
  'apps/booth/test/timing-of-choices.slow.test.ts',
];

/** Minutes each, and what they prove stands in smaller in the others: `npm run test:long`. */
const LONG = [
  'test/{cut-at-every-step,drill,mobile-group-pages,self-test-pages}.test.ts',
  'apps/cli/src/regency/rehearse-regency.slow.test.ts',
  'apps/booth/test/{every-screen,guide}.slow.test.ts',
  'packages/ui/test/gallery.slow.test.ts',
  'packages/intake/test/large-lists.slow.test.ts',
  'soak/day/soak-day.slow.test.ts',
];

/**
 * Unit and property tests are quick. The others drive whole stations, real processes, real Chromium and belenios-tool: two at once keep two
 * processors busy and hurt nobody, but for those that run alone.
 */
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
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'side-by-side',
          include: [
            'test/**/*.test.ts',
            '{packages,apps}/*/{src,test}/**/*.slow.test.ts',
            'soak/**/*.slow.test.ts',
          ],
          exclude: [...ALONE, ...LONG, NO_MODULES],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'alone',
          include: ALONE,
          exclude: [NO_MODULES],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'long',
          include: LONG,
          exclude: [NO_MODULES],
          testTimeout: 600_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
