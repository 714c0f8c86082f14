import type { TABULATION_ACTS } from '../../src/tabulation/tabulation-acts.ts';
import { ELECTION, VILLAGE } from '../small-regency.ts';
import type { ActExamples } from './act-example.ts';

export const TABULATION_EXAMPLES: ActExamples<keyof typeof TABULATION_ACTS> = {
  'tabulation.elections': { input: () => ({}), seesOnly: 'own' },
  'tabulation.area': {
    input: () => ({ election: ELECTION, contest: 'kepala-desa', area: VILLAGE }),
    seesOnly: 'own',
  },
  // refused after the scope was asked: the small regency's election is its own
  'tabulation.own-count': {
    input: () => ({ election: ELECTION, contest: 'kepala-desa', area: VILLAGE }),
    seesOnly: 'own',
  },
  'tabulation.history': { input: () => ({ election: ELECTION, place: `${VILLAGE}-001` }), seesOnly: 'own' },
  'tabulation.recount': { input: () => ({}), seesOnly: 'own' },
};
