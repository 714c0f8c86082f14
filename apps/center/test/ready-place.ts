import { civilDate, villageCodeSchema } from '@bilik/election';
import { findVillage, generateVoterList, type ListedPerson } from '@bilik/intake';
import { bitmapToPng } from '@bilik/papers';
import { BOARD_CODE_HEADER } from '@bilik/transfer';
import { writeContest } from '../src/candidates/ballot-contest.ts';
import { proofOf, readCandidates } from '../src/candidates/candidate-store.ts';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { noteFile } from '../src/files/note-file.ts';
import type { Outfit } from '../src/packages/outfit.ts';
import { readVillage } from '../src/set-up/known-village.ts';
import { openIdentities } from '../src/voters/identity/identities.ts';
import { particularsColumns } from '../src/voters/identity/voter-row.ts';
import { lockList } from '../src/voters/life/list-locking.ts';
import { SET_UP_ELECTION, setUpElection } from './set-up-election.ts';
import { MEMBERS, messagesOfSitting } from './sitting-people.ts';
import { REGENCY, VILLAGE } from './small-regency.ts';
import type { TestCenter } from './test-center.ts';

export const READY = { election: SET_UP_ELECTION, place: `${VILLAGE}-001` };
const VOTERS = 320;

export const OUTFIT: Outfit = {
  people: [
    { role: 'chair', id: 'ketua', name: 'Orang Buatan Ketua' },
    { role: 'member', id: 'anggota-1', name: 'Orang Buatan Anggota' },
    { role: 'member', id: 'anggota-2', name: 'Orang Buatan Kedua' },
    { role: 'desk-officer', id: 'meja-1', name: 'Orang Buatan Meja' },
    { role: 'technician', id: 'teknisi', name: 'Orang Buatan Teknisi' },
    { role: 'supervisor', id: 'pengawas', name: 'Orang Buatan Pengawas' },
    ...[1, 2].map((candidate) => ({
      ...{ role: 'witness' as const, id: `saksi-${candidate}`, name: `Orang Buatan Saksi ${candidate}` },
      represents: { contest: 'village-head', candidate },
    })),
  ],
  booths: 2,
  desks: 1,
  reserveCards: 20,
  stationNames: ['stasiun.bilik.internal'],
  stationAddresses: ['192.168.77.2'],
};

/** Everything of one polling place but its keys and its outfit: event, locked list of made-up people, candidates who have signed. */
export async function fillPlace(center: TestCenter): Promise<void> {
  await setUpElection(center);
  const { election } = READY;
  await center.store.owner
    .updateTable('place')
    .set({ mode: 'electronic' })
    .where('election', '=', election)
    .where('area', '=', VILLAGE)
    .execute();
  const identities = openIdentities(center.parts.keys);
  const now = center.parts.now();
  const village = findVillage(VILLAGE);
  if (!village.ok) throw new Error('no village');
  const people: readonly ListedPerson[] = generateVoterList({
    ...{ village: village.value, voters: VOTERS, seed: 11, votingDate: civilDate('2027-06-09') },
  }).voters;
  // any picture: a white square
  const picture = bitmapToPng({ width: 8, height: 8, data: new Uint8Array(8) });
  const kept = await center.parts.files.keep(picture, 4 * 1024 * 1024);
  if (!kept.ok) throw new Error('no photo');
  await inScope(center.parts.database, OWN_WORK, async (transaction) => {
    await noteFile(transaction, kept.value, now);
    await transaction
      .insertInto('voter_list')
      .values({
        ...{ election, area: VILLAGE },
        posted_from: null,
        posted_until: null,
        fingerprint: null,
        place_fingerprints: null,
        locked_at: null,
      })
      .execute();
    for (const [index, person] of people.entries()) {
      await transaction
        .insertInto('voter')
        .values({
          ...{ election, area: VILLAGE, place_number: 1, number: index + 1 },
          ...particularsColumns(identities, VILLAGE, person),
          ...{ ineligible_reason: null, ineligible_evidence: null },
        })
        .execute();
    }
    const locked = await lockList(transaction, identities, election, villageCodeSchema.parse(VILLAGE), now);
    if (!locked.ok) throw new Error(JSON.stringify(locked.error));
    for (const number of [1, 2]) {
      await transaction
        .insertInto('candidate')
        .values({
          ...{ election, area: VILLAGE, id: `calon-${number}`, name: `Calon Buatan ${number}`, number },
          ...{
            born_on: '1980-01-01',
            state: 'determined',
            photo: kept.value.sha256,
            registered_on: '2026-12-01',
          },
        })
        .execute();
    }
    const read = await readVillage(transaction, election, VILLAGE);
    if (!read.ok) throw new Error('no village in the event');
    const proof = await proofOf(transaction, read.value, await readCandidates(transaction, read.value));
    if (proof === null) throw new Error('no ballot');
    for (const number of [1, 2]) {
      await transaction
        .insertInto('ballot_sign_off')
        .values({
          ...{ election, area: VILLAGE, candidate: `calon-${number}`, fingerprint: proof.proof.fingerprint },
          ...{ signed_by: `Calon Buatan ${number}`, account: null, at: now },
        })
        .execute();
    }
    await writeContest(transaction, read.value, proof.proof);
  });
}

/** A whole sitting of the regency, posted. @returns its id */
export async function holdSitting(
  center: TestCenter,
  id = 'sidang',
  name = 'Latihan sidang',
  seed = 1,
): Promise<string> {
  const must = async (answer: Promise<{ readonly status: number; readonly body: unknown }>) => {
    const { status, body } = await answer;
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as { value: { codes: { member: string; code: string }[] } };
  };
  const { value } = await must(
    center.act('regency', 'ceremony.plan', {
      ...{
        id,
        election: READY.election,
        area: REGENCY,
        name,
        threshold: 2,
        members: MEMBERS,
        places: [READY.place],
      },
    }),
  );
  const plan = (await center.paper('regency', 'ceremony.plan-file', { sitting: id })).bytes.toString('utf8');
  const texts = messagesOfSitting(plan, seed);
  for (const round of ['certificate', 'polynomial', 'share'] as const) {
    for (const { member, code } of value.codes) {
      const text = texts[round].get(member) ?? '';
      await must(center.post('/api/ceremony-board/post', { text }, undefined, { [BOARD_CODE_HEADER]: code }));
    }
    if (round === 'certificate') {
      const present = MEMBERS.map((member) => member.id);
      await must(center.act('regency', 'ceremony.compared', { sitting: id, present }));
    }
  }
  for (const { id: member } of MEMBERS)
    await must(center.act('regency', 'ceremony.confirmed', { sitting: id, member }));
  await must(center.act('regency', 'ceremony.posted', { sitting: id, where: 'Kantor' }));
  return id;
}
