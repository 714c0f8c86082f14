import { sql } from 'kysely';
import type { Transaction } from '../../database/connect.ts';

/** Persons' data of this event were erased: nobody comes in again. Nothing was taken. */
export interface VotersErased {
  readonly type: 'voters-erased';
}

/**
 * Whether persons' data of an event were erased. Until this transaction ends an erasure of the event waits, and then finds what it wrote.
 */
export async function isErased(transaction: Transaction, election: string): Promise<boolean> {
  await sql`select from election where id = ${election} for key share`.execute(transaction);
  // a statement of its own: it sees an erasure for which the one before it has waited
  const { rows } = await sql<{
    is_erased: boolean;
  }>`select voters_are_erased(${election}) as is_erased`.execute(transaction);
  return rows[0]?.is_erased === true;
}
