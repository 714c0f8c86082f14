import { sql } from 'kysely';
import type { Transaction } from '../database/connect.ts';

export const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** When the day of an instant ends, in milliseconds since 1970: at seven in the morning in the west of the country. */
export function endOfDay(atMs: number): number {
  return (Math.floor(atMs / DAY_MS) + 1) * DAY_MS;
}

/** Forgets what was counted for hours that are over. What is counted a day stands in the day's last hour. */
export async function forgetAsked(transaction: Transaction, atMs: number): Promise<void> {
  const hour = new Date(Math.floor(atMs / HOUR_MS) * HOUR_MS);
  await transaction.deleteFrom('voter_public_look').where('hour', '<', hour).execute();
}

/**
 * Counts one more question of a subject in an hour, in one statement: of two at once each sees its own number.
 * @param subject says nothing of a person: a keyed hash, a village's code, an account
 */
export async function countAsked(transaction: Transaction, subject: string, hourMs: number): Promise<number> {
  const hour = new Date(hourMs);
  const { asked } = await transaction
    .insertInto('voter_public_look')
    .values({ subject, hour, asked: 1 })
    .onConflict((conflict) =>
      conflict.columns(['subject', 'hour']).doUpdateSet({ asked: sql`voter_public_look.asked + 1` }),
    )
    .returning('asked')
    .executeTakeFirstOrThrow();
  return asked;
}
