import { sql } from 'kysely';
import type { Transaction } from '../database/connect.ts';

/** A sum that is not what its places say. */
export interface SumDifference {
  readonly election: string;
  readonly area: string;
  readonly contest: string;
  readonly lane: string;
  /** `places`, `users` …, or `votes.` with the option's key. */
  readonly field: string;
  /** As the fold has it, waiting changes added. */
  readonly kept: number;
  /** As the places' standing versions give it. */
  readonly counted: number;
}

const FIELDS = ['places', 'registered_l', 'registered_p', 'users', 'women', 'valid', 'invalid'] as const;

/**
 * Counts every sum anew from the standing version of each part of each place, and names each that differs. It looks at one moment:
 * changes that wait for the fold are added to what is kept.
 * @returns at most 1,000 differences; none: the sums are right
 */
export async function recountSums(transaction: Transaction): Promise<readonly SumDifference[]> {
  const { rows } = await sql<SumDifference>`
    with standing as (
      select change.*, place.parts, place.registered_l, place.registered_p
      from place_result join result_change as change on change.number = place_result.change
      join place on place.election = change.election and place.id = change.place
      where not change.withdrawn and change.part = any (place.parts)
    ), whole as (
      select election, place, area, contest, contest_area, lane, max(registered_l) as registered_l,
        max(registered_p) as registered_p, sum(users) as users, sum(coalesce(women, 0)) as women,
        sum(valid) as valid, sum(invalid) as invalid
      from standing
      group by election, place, area, contest, contest_area, lane, parts
      having count(*) = cardinality(parts)
    ), counted_sums as (
      select election, above as area, contest, lane, count(*) as places, sum(registered_l) as registered_l,
        sum(registered_p) as registered_p, sum(users) as users, sum(women) as women,
        sum(valid) as valid, sum(invalid) as invalid
      from whole, and_above(whole.area) as above
      group by election, above, contest, lane
    ), waiting as (
      select change.* from change_to_fold join result_change as change using (number)
    ), kept_sums as (
      select election, area, contest, lane,
        sum(places) as places, sum(registered_l) as registered_l, sum(registered_p) as registered_p,
        sum(users) as users, sum(women) as women, sum(valid) as valid, sum(invalid) as invalid
      from (
        select election, area, contest, lane, places, registered_l, registered_p, users, women, valid, invalid
        from area_sum
        union all
        select election, above, contest, lane, adds_places, adds_registered_l, adds_registered_p,
          adds_users, adds_women, adds_valid, adds_invalid
        from waiting, and_above(waiting.area) as above
      ) as all_sums
      group by election, area, contest, lane
    ), counted_votes as (
      select election, above as area, contest, lane, option, sum(votes::int) as votes
      from (
        select standing.election, standing.area, standing.contest, standing.contest_area, standing.lane,
          each.option, each.votes
        from standing join whole using (election, place, contest, lane), jsonb_each_text(standing.votes) as each (option, votes)
      ) as cast_votes, and_above(area) as above
      where starts_with(above, contest_area)
      group by election, above, contest, lane, option
    ), kept_votes as (
      select election, area, contest, lane, option, sum(votes) as votes
      from (
        select election, area, contest, lane, option, votes from area_votes
        union all
        select election, above, contest, lane, each.option, each.votes::int
        from waiting, and_above(waiting.area) as above, jsonb_each_text(waiting.adds_votes) as each (option, votes)
        where starts_with(above, contest_area)
      ) as all_votes
      group by election, area, contest, lane, option
    ), sums as (
      select coalesce(kept.election, counted.election) as election, coalesce(kept.area, counted.area) as area,
        coalesce(kept.contest, counted.contest) as contest, coalesce(kept.lane, counted.lane) as lane,
        field, coalesce(kept.value, 0)::bigint as kept, coalesce(counted.value, 0)::bigint as counted
      from (select election, area, contest, lane, field, value from kept_sums, ${fieldsOf('kept_sums')}) as kept
      full join (select election, area, contest, lane, field, value from counted_sums, ${fieldsOf('counted_sums')}) as counted
        using (election, area, contest, lane, field)
      union all
      select election, area, contest, lane, 'votes.' || option, coalesce(kept.votes, 0)::bigint, coalesce(counted.votes, 0)::bigint
      from kept_votes as kept full join counted_votes as counted using (election, area, contest, lane, option)
    )
    select * from sums where kept <> counted order by election, area, contest, lane, field limit 1000`.execute(
    transaction,
  );
  return rows;
}

/** The columns of a sum as rows of field and value. */
function fieldsOf(table: string) {
  const rows = FIELDS.map((field) => sql`(${sql.lit(field)}, ${sql.ref(`${table}.${field}`)}::numeric)`);
  return sql`lateral (values ${sql.join(rows)}) as fields (field, value)`;
}
