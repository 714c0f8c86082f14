import type { INTAKE_ACTS } from '../../src/intake/intake-acts.ts';
import { ELECTION } from '../small-regency.ts';
import type { ActExamples } from './act-example.ts';

export const INTAKE_EXAMPLES: ActExamples<keyof typeof INTAKE_ACTS> = {
  'intake.deliveries': { input: () => ({ election: ELECTION, state: null }), seesOnly: 'own' },
  'intake.file': { input: () => ({ delivery: 'f'.repeat(64), file: 0 }), isPaper: true, seesOnly: 'own' },
  'intake.count-held': {
    input: () => ({ delivery: 'f'.repeat(64), reason: 'Alasan buatan untuk uji.' }),
    seesOnly: 'own',
  },
  'intake.codes': { input: () => ({ codes: ['bukan kode'] }), seesOnly: 'own' },
};
