import { z } from 'zod';
import { appendEvent } from '../events/append-event.ts';
import { type ActsDoor, NoInput } from '../http/acts-door.ts';
import { LIST_LIMITS } from '../http/list-limits.ts';
import { actMatrix, actsOfRole } from './act-matrix.ts';
import { accountIdSchema, invitedSchema } from './invited.ts';
import { passwordSchema } from './password.ts';
import { ROLE_LEVELS, ROLES, type Role } from './roles.ts';
import { endSessions } from './sessions.ts';
import { INVITATION_DAYS, invitationHash, newInvitation, type SignIn } from './sign-in.ts';

const ChangePassword = z.strictObject({
  password: z.string().max(200),
  newPassword: passwordSchema,
  code: z.string().regex(/^\d{6}$/),
});

export type AccountRefusal =
  /** The name is taken, here or elsewhere. */
  | { readonly type: 'account-exists' }
  | { readonly type: 'account-unknown' }
  /** A role of this kind has its area at another level. */
  | { readonly type: 'role-level'; readonly levels: readonly number[] }
  /** Nobody makes an account above or beside their own kind. */
  | { readonly type: 'role-not-yours' }
  | { readonly type: 'own-account' };

/** Whom a role may let in; the regency everybody of its area. */
const MAY_INVITE: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  regency: ROLES,
  'sub-district': ['committee', 'technician', 'observer'],
};

const refuse = (error: AccountRefusal) => ({ ok: false, error }) as const;

/** One's own account; accounts of one's own area: seen, invited, closed. */
export function openAccountRoutes(acts: ActsDoor, signIn: Pick<SignIn, 'changePassword'>): void {
  acts.act('accounts.me', NoInput, async (_, { by: { session: _session, ...me } }) => ({
    ok: true,
    value: me,
  }));
  acts.act('accounts.mine', NoInput, async (_, { by }) => ({ ok: true, value: actsOfRole(by.role) }));
  acts.act('accounts.sign-out', NoInput, async (_, { transaction, by, now }) => {
    await endSessions(transaction, { session: by.session }, now);
    return { ok: true, value: null };
  });
  acts.longAct('accounts.change-password', ChangePassword, (input, { by, from }) =>
    signIn.changePassword({ ...input, account: by.account, session: by.session }, from),
  );
  acts.act('accounts.matrix', NoInput, async () => ({ ok: true, value: actMatrix() }));
  acts.act('accounts.list', NoInput, async (_, { transaction }) => ({
    ok: true,
    value: await transaction
      .selectFrom('account')
      .select(['id', 'name', 'role', 'area'])
      .select((row) => [
        row('password', 'is not', null).as('begun'),
        row('closed_at', 'is not', null).as('closed'),
      ])
      .orderBy('area')
      .orderBy('id')
      .limit(LIST_LIMITS.accounts)
      .execute(),
  }));
  acts.act(
    'accounts.invite',
    invitedSchema,
    async ({ account, name, role, area }, { transaction, by, now }) => {
      const levels = ROLE_LEVELS[role];
      if (!levels.includes(area.split('.').length)) return refuse({ type: 'role-level', levels });
      if (MAY_INVITE[by.role]?.includes(role) !== true) return refuse({ type: 'role-not-yours' });
      const invitation = newInvitation();
      const made = await transaction
        .insertInto('account')
        .values({
          ...{ id: account, area, role, name, created_at: now },
          ...{ password: null, totp: null, closed_at: null, invited_by: by.account },
          invitation: invitationHash(account, invitation),
          invitation_ends: new Date(now.getTime() + INVITATION_DAYS * 86_400_000),
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      if (made.numInsertedOrUpdatedRows === 0n) return refuse({ type: 'account-exists' });
      await appendEvent(transaction, {
        ...{ act: 'accounts.invite', area, subject: account, account: by.account, at: now },
        after: { name, role },
      });
      return { ok: true, value: { invitation } };
    },
  );
  acts.act('accounts.close', z.strictObject({ account: accountIdSchema }), async ({ account }, context) => {
    const { transaction, by, now } = context;
    if (account === by.account) return refuse({ type: 'own-account' });
    const row = await transaction
      .selectFrom('account')
      .select(['area', 'role'])
      .where('id', '=', account)
      .executeTakeFirst();
    if (row === undefined) return refuse({ type: 'account-unknown' });
    if (MAY_INVITE[by.role]?.includes(row.role) !== true) return refuse({ type: 'role-not-yours' });
    await transaction.updateTable('account').set({ closed_at: now }).where('id', '=', account).execute();
    await endSessions(transaction, { account }, now);
    await appendEvent(transaction, {
      ...{ act: 'accounts.close', area: row.area, subject: account, account: by.account, at: now },
    });
    return { ok: true, value: null };
  });
}
