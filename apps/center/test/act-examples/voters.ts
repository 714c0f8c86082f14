import type { VOTER_ACTS } from '../../src/voters/voter-acts.ts';
import { ELECTION, VILLAGE } from '../small-regency.ts';
import { csvOf, listOf, someVoter, upload, withSmallList } from '../small-voter-lists.ts';
import type { TestCenter } from '../test-center.ts';
import type { ActExamples } from './act-example.ts';

const OTHER_VILLAGE = '16.07.05.2003';
let number = 0;

const inArea = (_center: TestCenter, area: string) => ({
  election: ELECTION,
  area: area.length > 5 ? area : '16.07',
});
const inVillage = () => ({ election: ELECTION, village: VILLAGE });

/** A new proposal, so that each caller has one to decide. */
async function proposal(center: TestCenter): Promise<number> {
  number += 1;
  const voter = await someVoter(center, number % 100);
  const row = await center.store.owner
    .insertInto('voter_proposal')
    .values({
      ...{ election: ELECTION, area: VILLAGE, kind: 'restore', origin: 'committee', state: 'waiting', voter },
      ...{ particulars: null, reason: null, evidence: 'surat', evidence_file: null },
      ...{ proposed_by: 'committee', proposed_at: center.parts.now() },
      ...{ decided_by: null, decided_at: null, decision_reason: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

async function pair(center: TestCenter): Promise<{ readonly first: number; readonly second: number }> {
  const [first, second] = [await someVoter(center, 0), await someVoter(center, 1)];
  await center.store.owner
    .insertInto('voter_pair')
    .values({
      ...{ election: ELECTION, area: VILLAGE, first, second, rank: 'likely', bits: 2 },
      likeness: JSON.stringify({
        ...{ nik: 'different', name: 'same', birthDate: 'same', familyCard: 'same', sex: 'same' },
        ...{ birthPlace: 'same', village: 'same', peopleOfName: 2 },
      }),
      ...{ decision: null, kept: null, decided_by: null, decided_at: null, decision_reason: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { first, second };
}

async function handedIn(center: TestCenter): Promise<string> {
  number += 1;
  return upload(center, 'regency', await csvOf(listOf(OTHER_VILLAGE, 10, number).voters), `${number}.csv`);
}

async function readImport(center: TestCenter): Promise<{ readonly id: string }> {
  const id = await handedIn(center);
  const { sha256 } = await center.store.owner
    .selectFrom('upload')
    .select('sha256')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await center.store.owner
    .insertInto('voter_import')
    .values({
      ...{ id, election: ELECTION, area: VILLAGE, file: sha256 ?? '', file_name: 'a.csv', state: 'ready' },
      ...{ options: JSON.stringify({ village: VILLAGE }), preview: null, problems: null, voters: null },
      ...{ villages: null, asked_by: 'regency', asked_at: center.parts.now(), done_at: null },
    })
    .execute();
  return { id };
}

export const VOTER_EXAMPLES: ActExamples<keyof typeof VOTER_ACTS> = {
  'voters.elections': { input: () => ({}), seesOnly: 'own' },
  'voters.import-ask': {
    input: async (center) => ({
      election: ELECTION,
      upload: await handedIn(center),
      options: { village: VILLAGE },
    }),
    seesOnly: 'own',
  },
  'voters.imports': { input: inArea, seesOnly: 'own' },
  'voters.import-enter': { input: readImport, seesOnly: 'own' },
  'voters.import-leave': { input: readImport, seesOnly: 'own' },
  'voters.list': {
    input: async (center, area) => {
      await withSmallList(center);
      return inArea(center, area);
    },
    seesOnly: 'own',
  },
  'voters.person': {
    input: async (center) => ({ election: ELECTION, voter: await someVoter(center), why: 'memeriksa kartu' }),
    seesOnly: 'own',
  },
  'voters.export': {
    input: async (center) => {
      await withSmallList(center);
      return { ...inVillage(), why: 'salinan untuk arsip' };
    },
    isPaper: true,
    seesOnly: 'own',
  },
  'voters.propose': {
    input: async (center) => {
      number += 1;
      return {
        ...{ ...inVillage(), kind: 'mark-ineligible', origin: 'committee', evidence: 'surat kematian' },
        ...{ reason: 'dead', voter: await someVoter(center, number % 100) },
      };
    },
    seesOnly: 'own',
  },
  'voters.proposals': { input: inArea, seesOnly: 'own' },
  'voters.proposal': {
    input: async (center) => ({ election: ELECTION, proposal: await proposal(center) }),
    seesOnly: 'own',
  },
  'voters.proposal-evidence': {
    input: async (center) => ({ election: ELECTION, proposal: await proposal(center) }),
    isPaper: true,
    seesOnly: 'own',
  },
  'voters.proposal-decide': {
    input: async (center) => ({
      ...{ election: ELECTION, proposal: await proposal(center) },
      ...{ approve: false, why: 'bukti tidak cukup' },
    }),
    seesOnly: 'own',
  },
  'voters.proposal-withdraw': {
    input: async (center) => ({ election: ELECTION, proposal: await proposal(center) }),
    seesOnly: 'own',
  },
  'voters.duplicates-find': { input: () => ({ election: ELECTION }), seesOnly: 'own' },
  'voters.duplicates': { input: inArea, seesOnly: 'own' },
  'voters.pair': {
    input: async (center) => ({ election: ELECTION, ...(await pair(center)) }),
    seesOnly: 'own',
  },
  'voters.pair-decide': {
    input: async (center) => ({
      ...{ election: ELECTION, ...(await pair(center)) },
      ...{ decision: 'two-people', kept: null, why: 'kartu diperiksa' },
    }),
    seesOnly: 'own',
  },
  'voters.division': { input: inVillage, seesOnly: 'own' },
  'voters.divide': {
    input: async (center) => {
      await withSmallList(center);
      return inVillage();
    },
    seesOnly: 'own',
  },
  'voters.division-move': {
    input: () => ({ ...inVillage(), neighbourhood: { hamlet: 'Dusun I', rw: '001', rt: '001' }, to: 1 }),
    seesOnly: 'own',
  },
  'voters.households': {
    input: () => ({ ...inVillage(), neighbourhood: { hamlet: 'Dusun I', rw: '001', rt: '001' } }),
    seesOnly: 'own',
  },
  'voters.stages': { input: inArea, seesOnly: 'own' },
  'voters.step': { input: () => ({ ...inVillage(), step: { type: 'advance' } }), seesOnly: 'own' },
  'voters.statistics': { input: inArea, seesOnly: 'own' },
  'voters.paper': {
    input: async (center) => {
      await withSmallList(center);
      return { ...inVillage(), form: 'list', why: 'diumumkan' };
    },
    isPaper: true,
    seesOnly: 'own',
  },
};
