import type { z } from 'zod';
import type { CenterParts } from '../center-parts.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import { appendEvent } from '../events/append-event.ts';
import type { CommandReport } from '../set-up/set-up-command.ts';
import { invitedSchema } from './invited.ts';
import { ROLE_LEVELS, ROLES } from './roles.ts';
import { endSessions } from './sessions.ts';
import { INVITATION_DAYS, invitationHash, newInvitation } from './sign-in.ts';

const refused = (id: string, en: string): CommandReport => ({ done: false, lines: [id, en] });

/**
 * `center invite`: an account by whoever holds the machine. The first one of a regency begins here; the others are invited on its screens. Whoever
 * lost password or phone is invited again: what they knew before no longer opens anything.
 */
export async function inviteCommand(
  { database }: Pick<CenterParts, 'database'>,
  asked: Readonly<Record<keyof z.input<typeof invitedSchema>, string>>,
  now: Date,
): Promise<CommandReport> {
  const order = invitedSchema.safeParse(asked);
  if (!order.success) {
    return refused(
      `Undangan tidak dibuat: ${order.error.issues.map(({ path }) => `--${path.join('.')}`).join(', ')} tidak dapat dipakai. Peran / roles: ${ROLES.join(', ')}.`,
      `No invitation was made: these cannot be used. An account is 2 to 60 small letters, digits, dots and hyphens.`,
    );
  }
  const { account, name, role, area } = order.data;
  if (!ROLE_LEVELS[role].includes(area.split('.').length)) {
    return refused(
      `Peran ${role} tidak ada di tingkat wilayah ${area}. Undangan tidak dibuat.`,
      `There is no ${role} at the level of area ${area}. No invitation was made.`,
    );
  }
  const invitation = newInvitation();
  return inScope(database, OWN_WORK, async (transaction) => {
    const known = await transaction
      .selectFrom('area')
      .select('code')
      .where('code', '=', area)
      .executeTakeFirst();
    if (known === undefined) {
      return refused(
        `Wilayah ${area} belum ada di pusat ini. Undangan tidak dibuat. Jalankan dahulu: bilik center init --regency`,
        `Area ${area} is not in this center yet. No invitation was made. First run: bilik center init --regency`,
      );
    }
    const before = await transaction
      .selectFrom('account')
      .select(['area', 'role', 'closed_at'])
      .where('id', '=', account)
      .executeTakeFirst();
    if (before !== undefined && (before.area !== area || before.role !== role || before.closed_at !== null)) {
      return refused(
        `Akun ${account} sudah ada dengan peran atau wilayah lain, atau sudah ditutup. Tidak ada yang berubah.`,
        `There is an account ${account} of another role or area, or it is closed. Nothing was changed.`,
      );
    }
    const values = {
      invitation: invitationHash(account, invitation),
      invitation_ends: new Date(now.getTime() + INVITATION_DAYS * 86_400_000),
      ...{ password: null, totp: null, invited_by: null },
    };
    await transaction
      .insertInto('account')
      .values({ ...{ id: account, area, role, name, created_at: now, closed_at: null }, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
    await endSessions(transaction, { account }, now);
    await appendEvent(transaction, {
      ...{ act: 'accounts.invite', area, subject: account, account: null, at: now },
      after: { name, role, again: before !== undefined },
    });
    return {
      done: true,
      lines: [
        `${account} (${name}, ${role}, ${area})`,
        `Kode undangan, sekali pakai, ${INVITATION_DAYS} hari / invitation, once, ${INVITATION_DAYS} days: ${invitation}`,
      ],
    };
  });
}
