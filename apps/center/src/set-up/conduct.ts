import type { Transaction } from '../database/connect.ts';

/** Who holds an election: the regency with its villages, or others (KPU's pilkada). @returns undefined for one that is not in sight */
export async function conductOf(
  transaction: Transaction,
  election: string,
): Promise<'village-head' | 'other' | undefined> {
  const row = await transaction
    .selectFrom('election')
    .select('conduct')
    .where('id', '=', election)
    .executeTakeFirst();
  return row?.conduct;
}
