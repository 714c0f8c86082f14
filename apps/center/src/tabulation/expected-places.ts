import { sql } from 'kysely';
import type { Transaction } from '../database/connect.ts';

/** Counts anew how many polling places and registered voters each area of an election has: call after places changed. */
export async function refreshExpectedPlaces(transaction: Transaction, election: string): Promise<void> {
  await transaction.deleteFrom('expected_places').where('election', '=', election).execute();
  await sql`
    insert into expected_places (election, area, places, registered_l, registered_p)
    select election, above, count(*), sum(registered_l), sum(registered_p)
    from place, and_above(place.area) as above
    where election = ${election}
    group by election, above`.execute(transaction);
}
