import { sql } from 'kysely';
import type { Transaction } from '../database/connect.ts';

/** Changes that one round takes: some thousand rows of sums, a few tens of milliseconds. */
const MOST_CHANGES = 2000;
/** One fold at a time writes sums; another worker's waits for nothing and comes later. */
const FOLD_LOCK = 70_071;

/**
 * Adds waiting changes to the sums of their village and of every area above it, in one transaction: killed at any moment,
 * a change is in all sums or in none. The order in which changes come does not matter: what each adds is fixed in it.
 * @returns how many changes were folded; 0: none waits, or another worker is at it
 */
export async function foldChanges(transaction: Transaction, now: Date): Promise<number> {
  const locked = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${FOLD_LOCK}) as mine`.execute(
    transaction,
  );
  if (locked.rows[0]?.mine !== true) return 0;
  const taken = await sql<{ number: number }>`
    delete from change_to_fold
    where number = any (array(select number from change_to_fold order by number limit ${MOST_CHANGES}))
    returning number`.execute(transaction);
  if (taken.rows.length === 0) return 0;
  // given as a list, so that the rows are looked up and never all of them read
  const numbers = taken.rows.map(({ number }) => number);
  await sql`
    with added as materialized (
      select election, contest, contest_area, lane, area,
        sum(adds_places) as places,
        sum(adds_registered_l) as registered_l, sum(adds_registered_p) as registered_p,
        sum(adds_users) as users, sum(adds_women) as women,
        sum(adds_valid) as valid, sum(adds_invalid) as invalid
      from result_change where number = any (${numbers}::bigint[])
      group by election, contest, contest_area, lane, area
    ), votes as materialized (
      select election, contest, contest_area, lane, area, each.option, sum(each.votes::int) as votes
      from result_change, jsonb_each_text(adds_votes) as each (option, votes)
      where number = any (${numbers}::bigint[])
      group by election, contest, contest_area, lane, area, each.option
    ), sums as (
      insert into area_sum as sum
        (election, area, contest, lane, places, registered_l, registered_p, users, women, valid, invalid, folded_at)
      select election, above, contest, lane, sum(places), sum(registered_l), sum(registered_p),
        sum(users), sum(women), sum(valid), sum(invalid), ${now}::timestamptz
      from added, and_above(added.area) as above
      group by election, above, contest, lane
      on conflict (election, lane, contest, area) do update set
        places = sum.places + excluded.places,
        registered_l = sum.registered_l + excluded.registered_l,
        registered_p = sum.registered_p + excluded.registered_p,
        users = sum.users + excluded.users,
        women = sum.women + excluded.women,
        valid = sum.valid + excluded.valid,
        invalid = sum.invalid + excluded.invalid,
        folded_at = excluded.folded_at
      returning 1
    ), options as (
      insert into area_votes as sum (election, area, contest, lane, option, votes)
      select election, above, contest, lane, option, sum(votes)
      from votes, and_above(votes.area) as above
      where starts_with(above, contest_area)
      group by election, above, contest, lane, option
      on conflict (election, lane, contest, area, option) do update set votes = sum.votes + excluded.votes
      returning 1
    )
    select (select count(*) from sums), (select count(*) from options)`.execute(transaction);
  return numbers.length;
}
