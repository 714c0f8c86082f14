import { createHash, randomBytes } from 'node:crypto';
import type { Database, Transaction } from '../database/connect.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import type { Role } from './roles.ts';

/** An office day; who comes the next morning signs in again. */
const SESSION_HOURS = 12;

/** Who sent a request. */
export interface SignedIn {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly area: string;
  /** Names the session, and opens nothing. */
  readonly session: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** @returns the token for the browser's cookie; only its hash is kept */
export async function beginSession(transaction: Transaction, account: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const ends = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
  await transaction
    .insertInto('account_session')
    .values({ token: sha256(token), account, begun_at: now, ends_at: ends, ended_at: null })
    .execute();
  return token;
}

/** Whose session this is; undefined when it is over, was ended, or the account was closed. */
export function signedIn(database: Database, token: string, now: Date): Promise<SignedIn | undefined> {
  return inScope(database, OWN_WORK, (transaction) =>
    transaction
      .selectFrom('account_session')
      .innerJoin('account', 'account.id', 'account_session.account')
      .select(['account.id as account', 'account.name', 'account.role', 'account.area', 'token as session'])
      .where('token', '=', sha256(token))
      .where('ended_at', 'is', null)
      .where('ends_at', '>', now)
      .where('closed_at', 'is', null)
      .executeTakeFirst(),
  );
}

/** Ends one session, or all of an account but perhaps one. */
export async function endSessions(
  transaction: Transaction,
  which: { readonly session: string } | { readonly account: string; readonly butSession?: string },
  now: Date,
): Promise<void> {
  const ending = transaction
    .updateTable('account_session')
    .set({ ended_at: now })
    .where('ended_at', 'is', null);
  if ('session' in which) {
    await ending.where('token', '=', which.session).execute();
    return;
  }
  const ofAccount = ending.where('account', '=', which.account);
  const { butSession } = which;
  await (butSession === undefined ? ofAccount : ofAccount.where('token', '<>', butSession)).execute();
}
