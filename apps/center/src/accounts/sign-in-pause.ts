import type { Transaction } from '../database/connect.ts';

/** So many wrong tries cost nothing; then each doubles the wait. */
const FREE_TRIES = 4;
const FIRST_PAUSE_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 15 * 60;
/** After so long without a wrong try all is forgotten. */
const FORGOTTEN_AFTER_SECONDS = 60 * 60;

/** @param wrong wrong tries in a row, the last one just now @returns seconds in which no further try is looked at */
export function pauseSeconds(wrong: number): number {
  if (wrong <= FREE_TRIES) return 0;
  return Math.min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** Math.min(20, wrong - FREE_TRIES - 1));
}

/** Seconds that whoever signs in must still wait, for the longest of the given subjects (an account, an address). */
export async function secondsToWait(
  transaction: Transaction,
  subjects: readonly string[],
  now: Date,
): Promise<number> {
  const rows = await transaction
    .selectFrom('sign_in_pause')
    .select(['wrong', 'last_at'])
    .where('subject', 'in', subjects)
    .execute();
  const left = rows.map(({ wrong, last_at }) =>
    Math.ceil(pauseSeconds(wrong) - (now.getTime() - last_at.getTime()) / 1000),
  );
  return Math.max(0, ...left);
}

/** Notes a try. One that was right ends the pauses of the account. */
export async function noteTry(
  transaction: Transaction,
  subject: string,
  wasRight: boolean,
  now: Date,
): Promise<void> {
  const forgotten = new Date(now.getTime() - FORGOTTEN_AFTER_SECONDS * 1000);
  await transaction
    .insertInto('sign_in_pause')
    .values({ subject, wrong: wasRight ? 0 : 1, last_at: now })
    .onConflict((conflict) =>
      conflict.column('subject').doUpdateSet((row) => ({
        last_at: now,
        wrong: wasRight
          ? 0
          : row
              .case()
              .when('sign_in_pause.last_at', '<', forgotten)
              .then(1)
              .else(row('sign_in_pause.wrong', '+', 1))
              .end(),
      })),
    )
    .execute();
}
