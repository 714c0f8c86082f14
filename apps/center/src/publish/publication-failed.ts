import { NothingHolds } from '@bilik/publication';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import type { FailedFor } from './tables.ts';

/** The portal's process did not write; with its own words, for whoever looks after the machine. */
export class PortalRefused extends Error {}

/** The last try that failed, while none has succeeded since. */
export interface FailedTry {
  readonly why: FailedFor;
  readonly at: Date;
}

/** Does `work`, and keeps why it failed, or that it did not, for the office to read. @throws what `work` throws */
export async function keepingFailures<Value>(
  { database, now }: Pick<CenterParts, 'database' | 'now'>,
  election: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const note = (why: FailedFor | null) =>
    inScope(database, OWN_WORK, (transaction) => noteOutcome(transaction, election, why, now()));
  try {
    const value = await work();
    await note(null);
    return value;
  } catch (error) {
    // where even this cannot be written the first reason is the one to hear of
    await note(whyOf(error)).catch(() => undefined);
    throw error;
  }
}

/** @returns null when the last try did not fail */
export async function failedTry(transaction: Transaction, election: string): Promise<FailedTry | null> {
  const row = await transaction
    .selectFrom('publication_failed')
    .select(['why', 'at'])
    .where('election', '=', election)
    .executeTakeFirst();
  return row === undefined || row.why === null ? null : { why: row.why, at: row.at };
}

function whyOf(error: unknown): FailedFor {
  if (error instanceof NothingHolds) return 'facts';
  return error instanceof PortalRefused ? 'portal' : 'machine';
}

async function noteOutcome(
  transaction: Transaction,
  election: string,
  why: FailedFor | null,
  at: Date,
): Promise<void> {
  if (why === null) {
    await transaction
      .updateTable('publication_failed')
      .set({ why, at })
      .where('election', '=', election)
      .where('why', 'is not', null)
      .execute();
    return;
  }
  await transaction
    .insertInto('publication_failed')
    .columns(['election', 'area', 'why', 'at'])
    .expression((query) =>
      query
        .selectFrom('election')
        .select((select) => ['id', 'area', select.val<FailedFor>(why).as('why'), select.val(at).as('at')])
        .where('id', '=', election),
    )
    .onConflict((conflict) => conflict.column('election').doUpdateSet({ why, at }))
    .execute();
}
