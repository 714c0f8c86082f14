import type { PUBLISH_ACTS } from '../../src/publish/publish-acts.ts';
import { SET_UP_ELECTION, setUpElection } from '../set-up-election.ts';
import type { TestCenter } from '../test-center.ts';
import type { ActExamples } from './act-example.ts';

const withSetUp =
  (input: object) =>
  async (center: TestCenter): Promise<object> => {
    await setUpElection(center);
    return { election: SET_UP_ELECTION, ...input };
  };

export const PUBLISH_EXAMPLES: ActExamples<keyof typeof PUBLISH_ACTS> = {
  'publish.show': { input: withSetUp({}), seesOnly: 'own' },
  'publish.decide': { input: withSetUp({ open: true, reason: 'Hari pemungutan suara.' }), seesOnly: 'own' },
  'publish.now': { input: withSetUp({}), seesOnly: 'own' },
};
