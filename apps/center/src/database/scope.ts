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
