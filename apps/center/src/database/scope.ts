import { sql } from 'kysely';
import type { Database, Transaction } from './connect.ts';

/** Whose rows a piece of work sees: those of an area and all below it. */
export interface Scope {
  /** Kemendagri code as far as it goes (`16.07`, `16.07.05.2003`); `*` for all. */
  readonly area: string;
  /** Who works; null for a process of ours. */
  readonly account: string | null;
}

/** What processes of ours work in: all areas, no person. */
export const OWN_WORK: Scope = { area: '*', account: null };

/**
 * One transaction in which the database itself hides rows of other areas (`may_see`). Rolled back when `work` throws.
 * Nobody sees a row of an area without one.
 */
export function inScope<Value>(
  database: Database,
  scope: Scope,
  work: (transaction: Transaction) => Promise<Value>,
): Promise<Value> {
  return database.transaction().execute(async (transaction) => {
    await sql`select set_config('bilik.area', ${scope.area}, true), set_config('bilik.account', ${scope.account ?? ''}, true)`.execute(
      transaction,
    );
    return work(transaction);
  });
}

/**
 * A look at what nobody in the scope of a transaction sees, as whether another village has the same file: for answers that tell nothing of
 * what was looked at. The scope is as before afterwards; when `look` throws, the transaction is rolled back as a whole.
 */
export async function lookBeyondScope<Value>(
  transaction: Transaction,
  look: () => Promise<Value>,
): Promise<Value> {
  const before = await sql<{ readonly area: string }>`select current_setting('bilik.area') as area`.execute(
    transaction,
  );
  const setArea = (area: string) => sql`select set_config('bilik.area', ${area}, true)`.execute(transaction);
  await setArea(OWN_WORK.area);
  const value = await look();
  await setArea(before.rows[0]?.area ?? '');
  return value;
}
