import { sql } from 'kysely';
import type { Transaction } from '../../database/connect.ts';

/** A village's people who may vote, as the division wants them, each with the polling place that they have. */
export async function dividedPeople(transaction: Transaction, election: string, area: string) {
  const rows = await transaction
    .selectFrom('voter')
    .select(['id', 'hamlet', 'rw', 'rt', 'place_number as place'])
    .select(sql<string | null>`encode(family_hash, 'hex')`.as('household'))
    .where('election', '=', election)
    .where('area', '=', area)
    .where('ineligible_reason', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id, ...row }) => ({ id: String(id), ...row }));
}
