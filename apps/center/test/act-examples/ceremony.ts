import type { CEREMONY_ACTS } from '../../src/ceremony/ceremony-acts.ts';
import { MEMBERS } from '../sitting-people.ts';
import { ELECTION, VILLAGE } from '../small-regency.ts';
import type { TestCenter } from '../test-center.ts';
import type { ActExamples } from './act-example.ts';

let number = 0;

const planOf = (area: string) => {
  number += 1;
  return {
    ...{ id: `upacara-${number}`, election: ELECTION, area, name: `Latihan ${number}` },
    ...{ threshold: 2, members: MEMBERS, places: [`${VILLAGE}-001`] },
  };
};

/** A sitting of the village, left at the end so that another one can take its polling place. */
const sitting = async (center: TestCenter): Promise<string> => {
  const owner = await center.store.owner
    .selectFrom('sitting_place')
    .select('sitting')
    .where('is_left', '=', false)
    .executeTakeFirst();
  if (owner !== undefined) return owner.sitting;
  const plan = planOf(VILLAGE);
  const made = await center.act('committee', 'ceremony.plan', plan);
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  return plan.id;
};

export const CEREMONY_EXAMPLES: ActExamples<keyof typeof CEREMONY_ACTS> = {
  'ceremony.list': { input: () => ({}), seesOnly: 'own' },
  'ceremony.show': { input: async (center) => ({ sitting: await sitting(center) }), seesOnly: 'own' },
  'ceremony.plan': { input: () => planOf(VILLAGE), seesOnly: 'own' },
  'ceremony.invite': {
    input: async (center) => ({ sitting: await sitting(center), member: 'pemegang-1' }),
    seesOnly: 'own',
  },
  'ceremony.plan-file': {
    input: async (center) => ({ sitting: await sitting(center) }),
    isPaper: true,
    seesOnly: 'own',
  },
  'ceremony.give': {
    input: async (center) => ({ sitting: await sitting(center), member: 'pemegang-1', round: 'certificate' }),
    isPaper: true,
    seesOnly: 'own',
  },
  'ceremony.take': {
    input: async (center) => ({ sitting: await sitting(center), upload: 'a'.repeat(32) }),
    seesOnly: 'own',
  },
  'ceremony.compared': {
    input: async (center) => ({ sitting: await sitting(center), present: MEMBERS.map(({ id }) => id) }),
    seesOnly: 'own',
  },
  'ceremony.confirmed': {
    input: async (center) => ({ sitting: await sitting(center), member: 'pemegang-1' }),
    seesOnly: 'own',
  },
  'ceremony.poster': {
    input: async (center) => ({ sitting: await sitting(center) }),
    isPaper: true,
    seesOnly: 'own',
  },
  'ceremony.posted': {
    input: async (center) => ({ sitting: await sitting(center), where: 'Balai desa' }),
    seesOnly: 'own',
  },
  'ceremony.leave': {
    input: async (center) => ({ sitting: await sitting(center), reason: 'sakit' }),
    seesOnly: 'own',
  },
  'ceremony.lost': {
    input: async (center) => ({ sitting: await sitting(center), member: 'pemegang-1', reason: 'sakit' }),
    seesOnly: 'own',
  },
};
