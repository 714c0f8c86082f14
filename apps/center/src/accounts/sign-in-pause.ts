import { sql } from 'kysely';
import type { Transaction } from '../database/connect.ts';

const FIRST_PAUSE_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 15 * 60;
/** After so long without a try that counts all is forgotten. */
const FORGOTTEN_AFTER_SECONDS = 60 * 60;

/**
 * So many wrong tries cost nothing; then each doubles the wait. An account is one person's from one address, an office has one address for
 * many, and an account by itself is bounded so widely that whoever guesses elsewhere does not shut its owner out.
 */
const FREE_TRIES = { 'account-and-address': 4, address: 20, account: 100 } as const;

/** @param wrong wrong tries in a row, the last one just now @returns seconds in which no further try is looked at */
export function pauseSeconds(wrong: number, freeTries: number): number {
  if (wrong <= freeTries) return 0;
  return Math.min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** Math.min(20, wrong - freeTries - 1));
}

/** Who tries. */
export interface Trying {
  readonly account: string;
  /** As limits count it. */
  readonly from: string;
}

/** The address first, and always in the same order: two tries that wait for each other's rows would wait for ever. */
function subjectsOf({ account, from }: Trying) {
  return [
    { subject: `address ${from}`, freeTries: FREE_TRIES.address },
    { subject: `account ${account}`, freeTries: FREE_TRIES.account },
    { subject: `account ${account} address ${from}`, freeTries: FREE_TRIES['account-and-address'] },
  ].map(({ subject, freeTries }) => ({ subject: subject.slice(0, 120), freeTries }));
}

/**
 * Counts a try as a wrong one before it is looked at, so that tries at the same moment do not pass each other; `forgiveTries` or `undoTry` takes it
 * back. During a pause nothing is counted; while an address pauses nothing of the accounts that it names is written either.
 * @returns seconds that whoever signs in must still wait; 0: counted, it may be looked at
 */
export async function countTry(transaction: Transaction, trying: Trying, now: Date): Promise<number> {
  const wrongs: { subject: string; wrong: number }[] = [];
  let longest = 0;
  for (const { subject, freeTries } of subjectsOf(trying)) {
    // written although nothing changes: until the transaction's end the row is this try's alone
    const { wrong, last_at } = await transaction
      .insertInto('sign_in_pause')
      .values({ subject, wrong: 0, last_at: now })
      .onConflict((conflict) => conflict.column('subject').doUpdateSet({ wrong: sql`sign_in_pause.wrong` }))
      .returning(['wrong', 'last_at'])
      .executeTakeFirstOrThrow();
    const agoSeconds = (now.getTime() - last_at.getTime()) / 1000;
    longest = Math.max(longest, Math.ceil(pauseSeconds(wrong, freeTries) - agoSeconds));
    wrongs.push({ subject, wrong: agoSeconds > FORGOTTEN_AFTER_SECONDS ? 1 : wrong + 1 });
    if (wrongs.length === 1 && longest > 0) return longest;
  }
  if (longest > 0) return longest;
  for (const { subject, wrong } of wrongs) {
    await transaction
      .updateTable('sign_in_pause')
      .set({ wrong, last_at: now })
      .where('subject', '=', subject)
      .execute();
  }
  await removeForgotten(transaction, now);
  return 0;
}

/** Names that strangers invented do not stay. Rows that somebody works on are left: to wait for them would be to wait for each other. */
async function removeForgotten(transaction: Transaction, now: Date): Promise<void> {
  const before = new Date(now.getTime() - FORGOTTEN_AFTER_SECONDS * 1000);
  await sql`
    delete from sign_in_pause where subject in (
      select subject from sign_in_pause where last_at < ${before} order by last_at limit 1000 for update skip locked)`.execute(
    transaction,
  );
}

/** A right try ends all pauses that it met. */
export async function forgiveTries(transaction: Transaction, trying: Trying): Promise<void> {
  for (const { subject } of subjectsOf(trying)) {
    await transaction.updateTable('sign_in_pause').set({ wrong: 0 }).where('subject', '=', subject).execute();
  }
}

/** A try that was counted and then not looked at. */
export async function undoTry(transaction: Transaction, trying: Trying): Promise<void> {
  for (const { subject } of subjectsOf(trying)) {
    await transaction
      .updateTable('sign_in_pause')
      .set({ wrong: sql<number>`greatest(wrong - 1, 0)` })
      .where('subject', '=', subject)
      .execute();
  }
}
