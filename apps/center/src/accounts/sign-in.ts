import { createHash, randomInt } from 'node:crypto';
import { openOneByOne } from '@bilik/server';
import type { Database, Transaction } from '../database/connect.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import { appendEvent } from '../events/append-event.ts';
import { codeSecretText, newCodeSecret, stepOfCode } from './one-time-code.ts';
import { hashPassword, isPassword, type PasswordCost } from './password.ts';
import { openSecret, sealSecret } from './sealed-secret.ts';
import { beginSession, endSessions } from './sessions.ts';
import { countTry, forgiveTries, undoTry } from './sign-in-pause.ts';

export type SignInRefusal =
  /** Account, password or code is wrong; which of them nobody is told. */
  | { readonly type: 'sign-in-wrong' }
  /** Too many wrong tries, or too many people at once; nothing was looked at. */
  | { readonly type: 'sign-in-pause'; readonly seconds: number }
  /** The invitation was used, is too old, or never was. */
  | { readonly type: 'invitation-wrong' };

export type PasswordChangeRefusal =
  | Exclude<SignInRefusal, { readonly type: 'invitation-wrong' }>
  /** The new password is the one that was typed as the old one. */
  | { readonly type: 'password-not-new' };

type SignInAnswer<Value, Refusal = SignInRefusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal };

export interface SignInParts {
  readonly database: Database;
  /** Seals the secrets of one-time codes. */
  readonly codeKey: Uint8Array;
  readonly now: () => Date;
  /** Of new passwords; left out: the full one. */
  readonly passwordCost?: PasswordCost;
}

/** How people prove who they are: by invitation once, then by password and a one-time code. */
export interface SignIn {
  /** @param from the caller's network address, for the pause @returns the session's token */
  readonly signIn: (
    input: { readonly account: string; readonly password: string; readonly code: string },
    from: string,
  ) => Promise<SignInAnswer<{ readonly token: string }>>;
  /** First step with an invitation: a secret for the authenticator app. Nothing is kept yet but the sealed secret. */
  readonly beginAccount: (
    input: { readonly account: string; readonly invitation: string },
    from: string,
  ) => Promise<SignInAnswer<{ readonly uri: string; readonly secret: string }>>;
  /** Second step: a password, and a code of that secret. Uses the invitation up. */
  readonly finishAccount: (
    input: {
      readonly account: string;
      readonly invitation: string;
      readonly password: string;
      readonly code: string;
    },
    from: string,
  ) => Promise<SignInAnswer<{ readonly token: string }>>;
  /**
   * Another password for whoever is signed in and proves it anew: an open session alone changes nothing. Wrong tries make both sign-in and
   * this wait. Ends the account's other sessions.
   */
  readonly changePassword: (
    input: {
      readonly account: string;
      /** The one that stays open. */
      readonly session: string;
      readonly password: string;
      readonly newPassword: string;
      readonly code: string;
    },
    from: string,
  ) => Promise<SignInAnswer<null, PasswordChangeRefusal>>;
}

const wrong = { ok: false, error: { type: 'sign-in-wrong' } } as const;

/** A password takes about half a second and 128 MB. More at once would take the threads by which files are read, and the memory. */
const MOST_WAITING = 16;
/** After which the line has become shorter. */
const LINE_PAUSE_SECONDS = 5;

export function openSignIn({ database, codeKey, now, passwordCost }: SignInParts): SignIn {
  const asOurs = <Value>(work: (transaction: Transaction) => Promise<Value>) =>
    inScope(database, OWN_WORK, work);
  const accountOf = (transaction: Transaction, id: string) =>
    transaction
      .selectFrom('account')
      .selectAll()
      .where('id', '=', id)
      .where('closed_at', 'is', null)
      .executeTakeFirst();

  const passwords = openOneByOne({ mostWaiting: MOST_WAITING, pauseMs: 0 });

  /** The try counts before the work begins and is taken back after it, each in a transaction of its own: scrypt takes long. */
  async function tried<Value, Refusal>(
    account: string,
    from: string,
    work: () => Promise<SignInAnswer<Value, Refusal>>,
  ): Promise<SignInAnswer<Value, Refusal | { readonly type: 'sign-in-pause'; readonly seconds: number }>> {
    const trying = { account, from };
    const seconds = await asOurs((transaction) => countTry(transaction, trying, now()));
    if (seconds > 0) return { ok: false, error: { type: 'sign-in-pause', seconds } };
    const answer = await work();
    if (answer.ok) await asOurs((transaction) => forgiveTries(transaction, trying));
    return answer;
  }

  /** As `tried`, for work with a password: one at a time; of a crowd that is longer than the line nobody's try counts. */
  function triedInLine<Value, Refusal extends { readonly type: string }>(
    account: string,
    from: string,
    work: () => Promise<SignInAnswer<Value, Refusal>>,
  ): Promise<SignInAnswer<Value, Refusal | { readonly type: 'sign-in-pause'; readonly seconds: number }>> {
    type Paused = { readonly type: 'sign-in-pause'; readonly seconds: number };
    return tried<Value, Refusal | Paused>(account, from, async () => {
      let begun: SignInAnswer<Value, Refusal> | undefined;
      await passwords.run(async () => {
        begun = await work();
        return begun;
      });
      if (begun !== undefined) return begun;
      await asOurs((transaction) => undoTry(transaction, { account, from }));
      return { ok: false, error: { type: 'sign-in-pause', seconds: LINE_PAUSE_SECONDS } };
    });
  }

  async function invited(transaction: Transaction, account: string, invitation: string) {
    const row = await accountOf(transaction, account);
    const isRight =
      row !== undefined &&
      row.invitation === invitationHash(account, invitation) &&
      row.invitation_ends !== null &&
      row.invitation_ends > now();
    return isRight ? row : undefined;
  }

  /** Takes a code for ever. @returns false when it does not hold, or was taken before */
  async function takeCode(
    transaction: Transaction,
    row: { readonly id: string; readonly totp: string; readonly totp_step: number },
    code: string,
  ): Promise<boolean> {
    const step = stepOfCode(openSecret(row.totp, codeKey, row.id), code, row.totp_step, now());
    if (step === undefined) return false;
    // two tries with one code at once: the second finds the step taken
    const taken = await transaction
      .updateTable('account')
      .set({ totp_step: step })
      .where('id', '=', row.id)
      .where('totp_step', '<', step)
      .executeTakeFirst();
    return taken.numUpdatedRows === 1n;
  }

  /** The account, when the password is its own; takes as long when it is not. */
  async function proven(account: string, password: string) {
    const row = await asOurs((transaction) => accountOf(transaction, account));
    const isRight = await isPassword(password, row?.password ?? null);
    return row !== undefined && isRight && row.totp !== null ? { ...row, totp: row.totp } : undefined;
  }

  return {
    signIn: ({ account, password, code }, from) =>
      triedInLine(account, from, async () => {
        const row = await proven(account, password);
        if (row === undefined) return wrong;
        return asOurs(async (transaction) => {
          if (!(await takeCode(transaction, row, code))) return wrong;
          await appendEvent(transaction, {
            ...{ act: 'accounts.sign-in', area: row.area, subject: account, account, at: now() },
          });
          return { ok: true, value: { token: await beginSession(transaction, account, now()) } };
        });
      }),

    beginAccount: ({ account, invitation }, from) =>
      tried(account, from, () =>
        asOurs(async (transaction) => {
          if ((await invited(transaction, account, invitation)) === undefined) {
            return { ok: false, error: { type: 'invitation-wrong' } };
          }
          const { secret, uri } = newCodeSecret(account);
          await transaction
            .updateTable('account')
            .set({ totp: sealSecret(secret, codeKey, account) })
            .where('id', '=', account)
            .execute();
          return { ok: true, value: { uri, secret: codeSecretText(secret) } };
        }),
      ),

    finishAccount: ({ account, invitation, password, code }, from) =>
      triedInLine<{ readonly token: string }, SignInRefusal>(account, from, async () => {
        // before the work, so that nobody without an invitation has it done
        const isInvited = await asOurs((transaction) => invited(transaction, account, invitation));
        if (isInvited === undefined) return { ok: false, error: { type: 'invitation-wrong' } };
        const kept = await hashPassword(password, passwordCost);
        return asOurs(async (transaction) => {
          const row = await invited(transaction, account, invitation);
          if (row === undefined || row.totp === null) {
            return { ok: false, error: { type: 'invitation-wrong' } };
          }
          const step = stepOfCode(openSecret(row.totp, codeKey, account), code, 0, now());
          if (step === undefined) return wrong;
          await transaction
            .updateTable('account')
            .set({ password: kept, totp_step: step, invitation: null, invitation_ends: null })
            .where('id', '=', account)
            .execute();
          await appendEvent(transaction, {
            ...{ act: 'accounts.begin', area: row.area, subject: account, account, at: now() },
          });
          return { ok: true, value: { token: await beginSession(transaction, account, now()) } };
        });
      }),

    changePassword: async ({ account, session, password, newPassword, code }, from) => {
      if (newPassword.normalize('NFKC') === password.normalize('NFKC')) {
        return { ok: false, error: { type: 'password-not-new' } };
      }
      return triedInLine(account, from, async () => {
        const row = await proven(account, password);
        if (row === undefined) return wrong;
        // before the new password is hashed: how long it takes does not tell a wrong password from a wrong code
        if (!(await asOurs((transaction) => takeCode(transaction, row, code)))) return wrong;
        const kept = await hashPassword(newPassword, passwordCost);
        return asOurs(async (transaction) => {
          // closed, invited again or changed meanwhile: what was proven no longer holds
          const changed = await transaction
            .updateTable('account')
            .set({ password: kept })
            .where('id', '=', account)
            .where('password', '=', row.password)
            .where('closed_at', 'is', null)
            .executeTakeFirst();
          if (changed.numUpdatedRows !== 1n) return wrong;
          await endSessions(transaction, { account, butSession: session }, now());
          await appendEvent(transaction, {
            ...{ act: 'accounts.change-password', area: row.area, subject: account, account, at: now() },
          });
          return { ok: true, value: null };
        });
      });
    },
  };
}

/** Digits of an invitation: enough for three days behind growing pauses. */
const INVITATION_DIGITS = 12;
export const INVITATION_DAYS = 3;

/** Twelve digits in groups of four, as they are printed and typed. */
export function newInvitation(): string {
  const digits = Array.from({ length: INVITATION_DIGITS }, () => randomInt(10)).join('');
  return digits.replace(/(\d{4})(?=\d)/g, '$1-');
}

/** What is kept of an invitation. Spaces and hyphens do not count. */
export function invitationHash(account: string, invitation: string): string {
  return createHash('sha256')
    .update(`bilik/v1/invitation/${account}/${invitation.replace(/[^0-9]/g, '')}`)
    .digest('hex');
}
