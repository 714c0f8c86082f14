import { sql } from 'kysely';
import type { Transaction } from '../database/connect.ts';
import { LIST_LIMITS } from '../http/list-limits.ts';

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
