import type { PACKAGE_ACTS } from '../../src/packages/package-acts.ts';
import { OUTFIT } from '../ready-place.ts';
import { ELECTION, VILLAGE } from '../small-regency.ts';
import type { ActExamples } from './act-example.ts';

const place = { election: ELECTION, place: `${VILLAGE}-001` };

export const PACKAGE_EXAMPLES: ActExamples<keyof typeof PACKAGE_ACTS> = {
  'packages.list': { input: () => ({ election: ELECTION }), seesOnly: 'own' },
  'packages.show': { input: () => place, seesOnly: 'own' },
  'packages.outfit': { input: () => ({ ...place, outfit: OUTFIT }), seesOnly: 'own' },
  'packages.issue': { input: () => place, seesOnly: 'own' },
  'packages.seal': { input: () => ({ ...place, number: 1, counted: 100, seal: 'BA-1' }), seesOnly: 'own' },
  'packages.hand-over': { input: () => ({ ...place, to: 'Orang Buatan' }), seesOnly: 'own' },
  'packages.hand-over-paper': { input: () => place, isPaper: true, seesOnly: 'own' },
  'packages.announcement': { input: () => place, isPaper: true, seesOnly: 'own' },
  'packages.file': { input: () => place, isPaper: true, seesOnly: 'own' },
  'packages.check': { input: () => ({ upload: 'b'.repeat(32) }), seesOnly: 'own' },
};
