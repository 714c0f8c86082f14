import type { LANE_ACTS } from '../../src/lanes/lane-acts.ts';
import { ELECTION } from '../small-regency.ts';
import type { ActExamples } from './act-example.ts';

const place = { election: ELECTION, place: '16.07.01.2002-001' };
let number = 0;

export const LANE_EXAMPLES: ActExamples<keyof typeof LANE_ACTS> = {
  'lanes.places': { input: () => ({ election: ELECTION }), seesOnly: 'own' },
  'lanes.elections': { input: () => ({}), seesOnly: 'own' },
  'lanes.ballot': { input: () => place, seesOnly: 'own' },
  'lanes.commit': {
    input: () => {
      number += 1;
      const figures = { users: 6, votes: { c1: 3, c2: 2, c3: 1 }, valid: 6, invalid: 0 };
      return { ...place, contest: 'kepala-desa', figures, sentAs: String(number).padStart(32, 'f') };
    },
    seesOnly: 'own',
  },
  'lanes.commitments': { input: () => ({ election: ELECTION }), seesOnly: 'own' },
  'lanes.compare': { input: (_, area) => ({ election: ELECTION, area }), seesOnly: 'own' },
  'lanes.explain': {
    input: () => ({ ...place, contest: 'kepala-desa', reason: 'not-found', note: null }),
    seesOnly: 'own',
  },
  'lanes.evidence': { input: () => ({ election: ELECTION }), seesOnly: 'own' },
  'lanes.evidence-photo': { input: () => ({ evidence: 1 }), isPaper: true, seesOnly: 'own' },
  'lanes.moderate': {
    input: () => ({ evidence: 1, verdict: 'refused', reason: 'Bukan foto lembar' }),
    seesOnly: 'own',
  },
};
