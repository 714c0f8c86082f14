import { createHash } from 'node:crypto';
import {
  type FinalVoterList,
  fail,
  lockVoterList,
  pollingPlaceId,
  type Result,
  succeed,
  type VillageCode,
  type Voter,
  type VoterListProblem,
  voterListText,
  votersOfPlace,
} from '@bilik/election';
import type { Transaction } from '../../database/connect.ts';
import { countRegistered } from '../division/write-division.ts';
import type { Identities } from '../identity/identities.ts';
import { voterOf } from '../identity/voter-row.ts';
import { villageRows } from '../list/list-routes.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A locked list with the fingerprint of each of its polling places. */
export interface LockedList {
  readonly list: FinalVoterList;
  /** By the polling place's id. */
  readonly placeFingerprints: Readonly<Record<string, string>>;
}

/** The rows of a village as the law's voter list. Who is marked beside a locked list stands in it as on the day of the lock. */
export async function lawVoters(
  transaction: Transaction,
  identities: Identities,
  election: string,
  area: VillageCode,
): Promise<readonly Voter[]> {
  const rows = await villageRows(transaction, election, area);
  return rows.filter(({ number }) => number !== null).map((row) => voterOf(identities, row));
}

/** Locks a list that is ready: fingerprints of the village and of each polling place, and how many may vote where. */
export async function lockList(
  transaction: Transaction,
  identities: Identities,
  election: string,
  area: VillageCode,
  now: Date,
): Promise<
  Result<
    LockedList,
    | { readonly type: 'has-errors'; readonly problems: readonly VoterListProblem[] }
    /** Nobody may vote in these: they would be awaited for ever. */
    | { readonly type: 'place-without-voters'; readonly places: readonly number[] }
  >
> {
  const voters = await lawVoters(transaction, identities, election, area);
  const locked = lockVoterList({ state: 'supplementary', village: area, voters, changes: [] }, sha256);
  if (!locked.ok) {
    if (locked.error.type !== 'has-errors')
      throw new Error(`a supplementary list is not locked: ${locked.error.type}`);
    return fail({ type: 'has-errors', problems: locked.error.problems });
  }
  const places = [...new Set(voters.map(({ pollingPlace }) => pollingPlace))];
  const placeFingerprints = Object.fromEntries(
    places.map((place) => [place, sha256(voterListText(area, votersOfPlace(voters, place)))]),
  );
  await transaction
    .updateTable('voter_list')
    .set({
      ...{ stage: 'final', posted_from: null, posted_until: null, locked_at: now },
      fingerprint: locked.value.fingerprint,
      place_fingerprints: JSON.stringify(placeFingerprints),
    })
    .where('election', '=', election)
    .where('area', '=', area)
    .execute();
  await countRegistered(transaction, election, area);
  const empty = await transaction
    .selectFrom('place')
    .select('number')
    .where('election', '=', election)
    .where('area', '=', area)
    .where('registered_l', '=', 0)
    .where('registered_p', '=', 0)
    .orderBy('number')
    .execute();
  if (empty.length > 0) {
    return fail({ type: 'place-without-voters', places: empty.map(({ number }) => number) });
  }
  return succeed({ list: locked.value, placeFingerprints });
}

/** The locked rows of one polling place, for its package and its papers. @errors 'list-not-final' */
export async function placeVoters(
  transaction: Transaction,
  identities: Identities,
  election: string,
  area: VillageCode,
  place: number,
): Promise<
  Result<
    { readonly voters: readonly Voter[]; readonly fingerprint: string },
    { readonly type: 'list-not-final' }
  >
> {
  const list = await transaction
    .selectFrom('voter_list')
    .select(['stage', 'place_fingerprints'])
    .where('election', '=', election)
    .where('area', '=', area)
    .executeTakeFirst();
  const id = pollingPlaceId(area, place);
  const fingerprint = list?.place_fingerprints?.[id];
  if (list?.stage !== 'final' || fingerprint === undefined) return fail({ type: 'list-not-final' });
  const voters = votersOfPlace(await lawVoters(transaction, identities, election, area), id);
  // what is read is what was locked, or it is not given out
  if (sha256(voterListText(area, voters)) !== fingerprint) {
    throw new Error(`the list of ${id} is not the one that was locked`);
  }
  return succeed({ voters, fingerprint });
}
