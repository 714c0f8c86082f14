import type { OUTCOME_ACTS } from '../../src/outcome/outcome-acts.ts';
import { VILLAGE } from '../small-regency.ts';
import type { TestCenter } from '../test-center.ts';
import { OUTCOME_QUESTION, outcomeVillage } from '../village-outcome.ts';
import type { ActExamples } from './act-example.ts';

const asked =
  (input: object) =>
  async (center: TestCenter): Promise<object> => {
    await outcomeVillage(center);
    return { ...OUTCOME_QUESTION, area: VILLAGE, ...input };
  };
const people = ['Orang Buatan', 'Orang Buatan Lain'];

export const OUTCOME_EXAMPLES: ActExamples<keyof typeof OUTCOME_ACTS> = {
  'outcome.village': { input: asked({}), seesOnly: 'own' },
  'outcome.villages': {
    input: async (center) => {
      await outcomeVillage(center);
      return { election: OUTCOME_QUESTION.election, contest: OUTCOME_QUESTION.contest };
    },
    seesOnly: 'own',
  },
  'outcome.determine': { input: asked({ people, changes: [1] }), seesOnly: 'own' },
  'outcome.choose': {
    input: asked({ candidate: 1, reason: 'Musyawarah desa.', minutesNumber: '1/2026', people }),
    seesOnly: 'own',
  },
  'outcome.reopen': { input: asked({ reason: 'Keberatan dikabulkan.' }), seesOnly: 'own' },
  'outcome.decree': { input: asked({ number: '141/2027', date: '2027-07-01' }), seesOnly: 'own' },
  'outcome.minutes': { input: asked({}), isPaper: true, seesOnly: 'own' },
  'outcome.decree-draft': { input: asked({}), isPaper: true, seesOnly: 'own' },
};
