import { sql } from 'kysely';
import type { Transaction } from '../database/connect.ts';

/**
 * Whose hand each account may be. Whoever makes an account reads its invitation and can begin it: what a sub-district let in counts with it as
 * one person. The regency's invitations are each a person's own; so are the machine's.
 */
export async function handsOf(
  transaction: Transaction,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ account: string; hand: string }>`
    select account, hand from hands_of(${accounts})`.execute(transaction);
  return new Map(rows.map(({ account, hand }) => [account, hand]));
}
