import type { Transaction } from '../database/connect.ts';

/** Whether anything of a village was ever counted, also where it was withdrawn since: what was public of it stays as it was. */
export async function hasResults(
  transaction: Transaction,
  { election, village }: { readonly election: string; readonly village: string },
): Promise<boolean> {
  const change = await transaction
    .selectFrom('result_change')
    .select('number')
    .where('election', '=', election)
    .where('area', '=', village)
    .limit(1)
    .executeTakeFirst();
  return change !== undefined;
}
