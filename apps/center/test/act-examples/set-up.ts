import { defaultRulePack, regencyCodeSchema } from '@bilik/election';
import { defaultSetUp } from '@bilik/preparation';
import type { SET_UP_ACTS } from '../../src/set-up/acts.ts';
import { rulePackFingerprint } from '../../src/set-up/set-up-store.ts';
import { SET_UP_ELECTION, setUpElection } from '../set-up-election.ts';
import { REGENCY, VILLAGE } from '../small-regency.ts';
import type { TestCenter } from '../test-center.ts';
import type { ActExamples } from './act-example.ts';

let number = 0;
const code = regencyCodeSchema.parse(REGENCY);

const election = SET_UP_ELECTION;
const voting = (date: string) => ({ date, zone: 'WIB', opens: '07:00', closes: '13:00' });
const withSetUp =
  <Input>(input: (center: TestCenter) => Input) =>
  async (center: TestCenter): Promise<Input> => {
    await setUpElection(center);
    return input(center);
  };

const limits = {
  ...{ sets: 4, sparePercent: 10, votersPerSet: 800, budgetRupiah: 100_000_000 },
  ...{ costPerSetRupiah: 5_000_000, costPerVillageRupiah: 10_000_000 },
  ...{ vulnerabilityPercent: 60, scope: 'whole-village', fewestVoters: 0 },
};

export const SET_UP_EXAMPLES: ActExamples<keyof typeof SET_UP_ACTS> = {
  'set-up.show': { input: withSetUp(() => ({})), seesOnly: 'own' },
  'set-up.names': { input: withSetUp(() => ({})), seesOnly: 'own' },
  'set-up.villages': { input: withSetUp(() => ({})), seesOnly: 'own' },
  'set-up.set-labels': {
    input: withSetUp(() => ({ labels: defaultSetUp({ code, name: 'Banyuasin' }).labels })),
    seesOnly: 'own',
  },
  'set-up.make-event': {
    input: withSetUp(() => {
      number += 1;
      const { id, version } = defaultRulePack;
      return {
        id: `acara-${number}`,
        title: { id: 'Acara', en: 'Event' },
        conduct: {
          by: 'regency',
          rulePack: { id, version, fingerprint: rulePackFingerprint(defaultRulePack) },
        },
        waves: [{ number: 1, voting: voting('2027-06-09'), villages: [VILLAGE] }],
      };
    }),
    seesOnly: 'own',
  },
  'set-up.add-wave': {
    input: withSetUp(() => {
      number += 1;
      const wave = { number: Math.min(20, 2 + number), voting: voting('2028-01-05'), villages: [] };
      return { election, wave };
    }),
    seesOnly: 'own',
  },
  'set-up.enter-places': {
    input: withSetUp(() => ({ election, table: `${VILLAGE};1;10;10` })),
    seesOnly: 'own',
  },
  'set-up.plain': { input: withSetUp(() => ({})), isPaper: true, seesOnly: 'own' },
  'set-up.change': { input: withSetUp(() => ({ text: '{}', reason: 'Perbup baru' })), seesOnly: 'own' },
  'set-up.export': { input: withSetUp(() => ({})), isPaper: true, seesOnly: 'own' },
  'set-up.import': { input: withSetUp(() => ({ text: '{}' })), seesOnly: 'own' },
  'set-up.note-condition': {
    input: withSetUp(() => ({
      ...{ election, village: VILLAGE, power: 'grid', hasLegalBasis: true },
      scores: { 'past-disputes': 80 },
    })),
    seesOnly: 'own',
  },
  'set-up.propose-modes': { input: withSetUp(() => ({ election, limits })), seesOnly: 'own' },
  'set-up.decide-modes': {
    input: withSetUp(() => ({
      election,
      decision: {
        village: VILLAGE,
        places: [{ number: 1, mode: 'electronic' }],
        reason: 'Pernah bersengketa; perangkat cukup',
      },
    })),
    seesOnly: 'own',
  },
};
