import { type Bilingual, fail, type Result, succeed } from '@bilik/election';
import type { z } from 'zod';
import type { CenterParts } from '../center-parts.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import { appendEvent } from '../events/append-event.ts';
import type { CommandReport } from '../set-up/set-up-command.ts';
import { invitedSchema } from './invited.ts';
import { ROLE_LEVELS, ROLES } from './roles.ts';
import { endSessions } from './sessions.ts';
import { INVITATION_DAYS, invitationHash, newInvitation } from './sign-in.ts';

/** As typed. */
type Asked = Readonly<Record<keyof z.input<typeof invitedSchema>, string>>;

/** What each flag takes, said when it got something else. */
const WANTED: Readonly<Record<string, Bilingual>> = {
  account: {
    id: '--account: 2 sampai 60 huruf kecil, angka, titik, dan tanda hubung.',
    en: '--account: 2 to 60 small letters, digits, dots and hyphens.',
  },
  name: {
    id: '--name: nama orangnya, 1 sampai 100 huruf.',
    en: '--name: the person’s name, 1 to 100 letters.',
  },
  role: { id: `--role: salah satu dari ${ROLES.join(', ')}.`, en: `--role: one of ${ROLES.join(', ')}.` },
  area: {
    id: '--area: kode wilayah Kemendagri, misalnya 33.27.',
    en: '--area: an area code of Kemendagri, for example 33.27.',
  },
};

const refused = (id: string, en: string): CommandReport => ({ done: false, lines: [id, en] });

/** What was typed, as an order; or what is wrong, each flag by its own name. */
export function readInvited(asked: Asked): Result<z.output<typeof invitedSchema>, CommandReport> {
  const order = invitedSchema.safeParse(asked);
  if (!order.success) {
    const flags = new Set(order.error.issues.map(({ path }) => String(path[0])));
    const wanted = [...flags].map((flag) => WANTED[flag] ?? { id: `--${flag}`, en: `--${flag}` });
    return fail(
      refused(
        `Undangan tidak dibuat. ${wanted.map(({ id }) => id).join(' ')}`,
        `No invitation was made. ${wanted.map(({ en }) => en).join(' ')}`,
      ),
    );
  }
  const { role, area } = order.data;
  if (ROLE_LEVELS[role].includes(area.split('.').length)) return succeed(order.data);
  return fail(
    refused(
      `Peran ${role} tidak ada di tingkat wilayah ${area}. Undangan tidak dibuat.`,
      `There is no ${role} at the level of area ${area}. No invitation was made.`,
    ),
  );
}

/**
 * `center invite`: an account by whoever holds the machine. The first one of a regency begins here; the others are invited on its screens. Whoever
 * lost password or phone is invited again: what they knew before no longer opens anything.
 */
export async function inviteCommand(
  { database }: Pick<CenterParts, 'database'>,
  asked: Asked,
  now: Date,
): Promise<CommandReport> {
  const read = readInvited(asked);
  if (!read.ok) return read.error;
  const { account, name, role, area } = read.value;
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
