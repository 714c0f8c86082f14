import { sql } from 'kysely';
import type { Transaction } from '../database/connect.ts';
import { LIST_LIMITS } from '../http/list-limits.ts';

/** Elections with three lanes that the scope may read, newest first: one that others conduct has the internal count alone. */
export function electionsInSight(transaction: Transaction) {
  return transaction
    .selectFrom('election')
    .select(['id', 'title'])
    .where('conduct', '=', 'village-head')
    .orderBy('voting_date', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
}

/** A polling place, and of which of its contests the Desk's figures are fixed and both sides in. */
export interface LanePlace {
  readonly place: string;
  readonly village: string;
  readonly number: number;
  readonly fixed: boolean;
  readonly met: boolean;
}

/** The polling places of the scope with what their lanes have, and no figure. */
export async function placesOfLanes(
  transaction: Transaction,
  election: string,
): Promise<readonly LanePlace[]> {
  const { rows } = await sql<LanePlace>`
    with fixed as (
      select place, bool_and(lanes_met(${election}, place, contest)) as met
      from internal_commitments(${election}) group by place
    )
    select place.id as place, area.name as village, place.number, fixed.place is not null as fixed,
      coalesce(fixed.met, false) as met
    from place join area on area.code = place.area left join fixed on fixed.place = place.id
    where place.election = ${election}
    order by place.id limit ${LIST_LIMITS.places}`.execute(transaction);
  return rows;
}
