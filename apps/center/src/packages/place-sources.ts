import type { ElectionDefinition, RulePack, Voter } from '@bilik/election';
import { partsOfPollingPlaceId, pollingPlaceIdSchema, votersOfPlace } from '@bilik/election';
import type { BesideTheList } from '@bilik/transfer/issue';
import { isBallotSignedOff } from '../candidates/ballot-contest.ts';
import type { Transaction } from '../database/connect.ts';
import { readVillage } from '../set-up/known-village.ts';
import type { Identities } from '../voters/identity/identities.ts';
import { lawVoters } from '../voters/life/list-locking.ts';

/** The final list of one polling place, opened. It lives in memory only. */
export interface FinalPlaceList {
  /** Of the place's locked list. */
  readonly fingerprint: string;
  /** In the order of their numbers. */
  readonly voters: readonly Voter[];
  /** Voters of the village's other polling places. */
  readonly otherPlaces: BesideTheList['otherPlaces'];
}

/** Rules and voting hours of a village, as its event and calendar say. */
export interface VillageRules {
  readonly rulePack: RulePack;
  readonly voting: ElectionDefinition['voting'];
  /** Every candidate has signed for the ballot as it is now. */
  readonly isBallotSigned: boolean;
}

/** @returns undefined when others conduct the election, or the village is in none of its waves */
export async function rulesOf(
  transaction: Transaction,
  election: string,
  village: string,
): Promise<VillageRules | undefined> {
  const read = await readVillage(transaction, election, village);
  if (!read.ok || read.value.election.rulePack === null) return undefined;
  const { life } = read.value;
  const wave = read.value.election.waves.find(({ number }) => number === life.wave);
  if (wave === undefined) return undefined;
  return {
    rulePack: read.value.election.rulePack,
    voting: wave.voting,
    isBallotSigned: await isBallotSignedOff(transaction, election, village),
  };
}

/** @returns undefined while the village's list is not locked */
export async function finalListOf(
  transaction: Transaction,
  identities: Identities,
  election: string,
  place: string,
): Promise<FinalPlaceList | undefined> {
  const id = pollingPlaceIdSchema.parse(place);
  const { village } = partsOfPollingPlaceId(id);
  const row = await transaction
    .selectFrom('voter_list')
    .select(['stage', 'place_fingerprints'])
    .where('election', '=', election)
    .where('area', '=', village)
    .executeTakeFirst();
  const fingerprint = row?.place_fingerprints?.[place];
  if (row?.stage !== 'final' || fingerprint === undefined) return undefined;
  const all = await lawVoters(transaction, identities, election, village);
  return {
    fingerprint,
    voters: votersOfPlace(all, id),
    otherPlaces: all.flatMap(({ nik, pollingPlace, ineligible }) =>
      pollingPlace === id || ineligible !== null ? [] : [{ nik, place: pollingPlace }],
    ),
  };
}
