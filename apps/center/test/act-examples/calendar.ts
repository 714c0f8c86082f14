import type { CALENDAR_ACTS } from '../../src/calendar/acts.ts';
import { SET_UP_ELECTION, setUpElection } from '../set-up-election.ts';
import { VILLAGE } from '../small-regency.ts';
import type { TestCenter } from '../test-center.ts';
import type { ActExamples } from './act-example.ts';

const election = SET_UP_ELECTION;
const withSetUp =
  (input: object) =>
  async (center: TestCenter): Promise<object> => {
    await setUpElection(center);
    return input;
  };

export const CALENDAR_EXAMPLES: ActExamples<keyof typeof CALENDAR_ACTS> = {
  'calendar.villages': { input: withSetUp({ election }), seesOnly: 'own' },
  'calendar.village': { input: withSetUp({ election, village: VILLAGE }), seesOnly: 'own' },
  'calendar.note': {
    input: withSetUp({
      election,
      village: VILLAGE,
      fact: { type: 'stage-done', stage: 'end-of-term-notice', doneOn: '2026-11-30', note: null },
    }),
    seesOnly: 'own',
  },
  'calendar.decide': {
    input: withSetUp({
      election,
      village: VILLAGE,
      fact: { type: 'condition', condition: 'too-many-candidates', holds: true },
    }),
    seesOnly: 'own',
  },
};
