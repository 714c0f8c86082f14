import type { Role } from '../src/accounts/roles.ts';
import { beginSession } from '../src/accounts/sessions.ts';
import type { Database } from '../src/database/connect.ts';
import { inScope, OWN_WORK } from '../src/database/scope.ts';

/** Two regencies: one with two sub-districts of two villages each, and one beside it that must stay unseen. */
export const AREAS: readonly (readonly [code: string, name: string])[] = [
  ['16', 'Sumatera Selatan'],
  ['16.07', 'Banyuasin'],
  ['16.07.01', 'Banyuasin I'],
  ['16.07.01.2001', 'Sungai Rebo'],
  ['16.07.01.2002', 'Perajen'],
  ['16.07.05', 'Betung'],
  ['16.07.05.2003', 'Taja Mulya'],
  ['16.07.05.2004', 'Bukit'],
  ['16.06', 'Musi Banyuasin'],
  ['16.06.01', 'Sekayu'],
  ['16.06.01.2001', 'Bailangu'],
];

export const REGENCY = '16.07';
export const VILLAGE = '16.07.01.2001';
export const ELECTION = 'pilkades-2026';

/** Where an account of each role stands in the small regency. */
export const AREA_OF_ROLE: Readonly<Record<Role, string>> = {
  regency: REGENCY,
  'sub-district': '16.07.01',
  committee: VILLAGE,
  registrar: REGENCY,
  desk: REGENCY,
  technician: '16.07.01',
  auditor: REGENCY,
  observer: '16.07.01',
};

/** Whatever the tests' moment is: the morning of a working day. */
export const TEST_NOW = new Date('2026-12-01T02:00:00Z');

/** Fills an empty database: areas, one exercise of four villages with one polling place each, an account for each role. */
export async function fillSmallRegency(database: Database, now = TEST_NOW): Promise<void> {
  await inScope(database, OWN_WORK, async (transaction) => {
    for (const [code, name] of AREAS) {
      const parent = code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null;
      await transaction.insertInto('area').values({ code, name, parent }).execute();
    }
    await transaction
      .insertInto('election')
      .values({
        ...{ id: ELECTION, area: REGENCY, kind: 'exercise', conduct: 'village-head', zone: 'WIB' },
        title: JSON.stringify({ id: 'Pilkades serentak 2026', en: 'Village-head elections 2026' }),
        ...{ voting_date: '2026-12-01', created_at: now },
      })
      .execute();
    for (const [code] of AREAS.filter(([code]) => code.startsWith(REGENCY) && code.length > 8)) {
      await transaction
        .insertInto('place')
        .values({
          ...{ election: ELECTION, id: `${code}-001`, area: code, number: 1, name: null },
          ...{ mode: code === VILLAGE ? 'electronic' : 'paper', registered_l: 150, registered_p: 160 },
        })
        .execute();
      await transaction
        .insertInto('contest')
        .values({
          ...{ election: ELECTION, area: code, id: 'kepala-desa', position: 1, office: 'village-head' },
          title: JSON.stringify({ id: 'Kepala desa', en: 'Village head' }),
          options: JSON.stringify(
            [1, 2, 3].map((number) => ({
              ...{ key: `c${number}`, number, photo: null },
              name: `Calon Buatan ${number}`,
            })),
          ),
        })
        .execute();
    }
  });
  for (const [role, area] of Object.entries(AREA_OF_ROLE)) {
    await addAccount(database, { id: role, role: role as Role, area }, now);
  }
}

/** An account that has begun, without password: tests sign in by `sessionOf`. */
export async function addAccount(
  database: Database,
  account: { readonly id: string; readonly role: Role; readonly area: string },
  now = TEST_NOW,
): Promise<void> {
  await inScope(database, OWN_WORK, (transaction) =>
    transaction
      .insertInto('account')
      .values({
        ...account,
        name: `Orang Buatan ${account.id}`,
        ...{ password: null, totp: null, invitation: null, invitation_ends: null },
        ...{ closed_at: null, created_at: now },
      })
      .execute(),
  );
}

/** The cookie of a session of this account. */
export async function sessionOf(database: Database, account: string, now = TEST_NOW): Promise<string> {
  const token = await inScope(database, OWN_WORK, (transaction) => beginSession(transaction, account, now));
  return `bilik-center=${token}`;
}
