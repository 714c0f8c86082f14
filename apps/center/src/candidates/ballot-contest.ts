import { optionLabel } from '@bilik/election';
import type { BallotProof, StandingCandidate } from '@bilik/preparation';
import type { ContestOption } from '../database/base-tables.ts';
import type { Transaction } from '../database/connect.ts';
import { type KnownVillage, readVillage } from '../set-up/known-village.ts';
import { type Refused, refuse } from '../set-up/refusals.ts';
import { proofOf, readCandidates } from './candidate-store.ts';

/** A ballot without somebody's photo is not yet what the voter will see. */
export function photoMissingFor(standing: readonly StandingCandidate[]): Refused | null {
  const without = standing.filter(({ photoHash }) => photoHash === null).map(({ name }) => name);
  return without.length === 0
    ? null
    : refuse(
        'photo-missing',
        `Foto belum ada: ${without.join(', ')}. Persetujuan tidak dicatat. Pasang fotonya dahulu.`,
        `Photos are missing: ${without.join(', ')}. The agreement was not noted. Set them first.`,
      );
}

/** Writes what is elected in a village, once every candidate has signed for it: packages, sheets and results go by this row. */
export async function writeContest(
  transaction: Transaction,
  { election, code }: KnownVillage,
  { contest, options }: BallotProof,
): Promise<void> {
  const values = {
    title: JSON.stringify(contest.title),
    options: JSON.stringify(
      options.map(
        (option): ContestOption => ({
          key: option.key,
          number: option.kind === 'candidate' ? option.candidate.number : null,
          name: option.kind === 'candidate' ? option.candidate.name : optionLabel(option).id,
          photo: option.kind === 'candidate' ? (option.candidate.photo?.fingerprint ?? null) : null,
        }),
      ),
    ),
  };
  await transaction
    .insertInto('contest')
    .values({
      election: election.id,
      area: code,
      id: contest.id,
      position: 1,
      office: 'village-head',
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['election', 'area', 'id']).doUpdateSet(values))
    .execute();
}

/** Tells whether every candidate of a village has signed for the ballot as it is now: nothing is printed or packed before. */
export async function isBallotSignedOff(
  transaction: Transaction,
  election: string,
  code: string,
): Promise<boolean> {
  const read = await readVillage(transaction, election, code);
  if (!read.ok) return false;
  const proof = await proofOf(transaction, read.value, await readCandidates(transaction, read.value));
  return proof !== null && proof.open.length === 0;
}
