import type { CANDIDATE_ACTS } from '../../src/candidates/acts.ts';
import { SET_UP_ELECTION, setUpElection } from '../set-up-election.ts';
import { VILLAGE } from '../small-regency.ts';
import type { TestCenter } from '../test-center.ts';
import type { ActExamples } from './act-example.ts';

let number = 0;

const village = { election: SET_UP_ELECTION, village: VILLAGE };
const withSetUp =
  (input: object) =>
  async (center: TestCenter): Promise<object> => {
    await setUpElection(center);
    return { ...village, ...input };
  };
const candidate = 'calon-contoh';

export const CANDIDATE_EXAMPLES: ActExamples<keyof typeof CANDIDATE_ACTS> = {
  'candidates.villages': {
    input: async (center) => {
      await setUpElection(center);
      return { election: SET_UP_ELECTION };
    },
    seesOnly: 'own',
  },
  'candidates.show': { input: withSetUp({}), seesOnly: 'own' },
  'candidates.register': {
    input: async (center) => {
      await setUpElection(center);
      number += 1;
      return { ...village, candidate: `calon-${number}`, name: 'Calon Buatan', bornOn: '1980-01-01' };
    },
    seesOnly: 'own',
  },
  'candidates.note-finding': {
    input: withSetUp({ candidate, finding: { requirement: 'photo', finding: 'received' } }),
    seesOnly: 'own',
  },
  'candidates.set-photo': { input: withSetUp({ candidate, jpeg: '/9j/' }), seesOnly: 'own' },
  'candidates.photo': { input: withSetUp({ candidate }), isPaper: true, seesOnly: 'own' },
  'candidates.score': {
    input: withSetUp({ candidate, scores: [{ criterion: 'age', score: 70 }] }),
    seesOnly: 'own',
  },
  'candidates.determine': {
    input: withSetUp({ selected: [candidate], reason: 'Memenuhi syarat' }),
    seesOnly: 'own',
  },
  'candidates.withdraw': { input: withSetUp({ candidate, reason: 'Sakit' }), seesOnly: 'own' },
  'candidates.begin-draw': {
    input: withSetUp({
      arrivals: [{ candidate, drawnBy: 'Calon Buatan', commitment: 'a'.repeat(64) }],
      reason: null,
    }),
    seesOnly: 'own',
  },
  'candidates.finish-draw': {
    input: withSetUp({
      dice: [1, 2, 3, 4, 5, 6],
      reveals: [{ candidate, words: 'kata', salt: '0'.repeat(32) }],
    }),
    seesOnly: 'own',
  },
  'candidates.sign-off': {
    input: withSetUp({ candidate, fingerprint: 'a'.repeat(64), signedBy: 'Calon Buatan' }),
    seesOnly: 'own',
  },
  'candidates.draw-record': { input: withSetUp({}), isPaper: true, seesOnly: 'own' },
  'candidates.paper': { input: withSetUp({ paper: 'proof' }), isPaper: true, seesOnly: 'own' },
};
