import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { codeSecretBytes, codeSecretText } from '../accounts/one-time-code.ts';
import { hashPassword } from '../accounts/password.ts';
import { ROLES, type Role } from '../accounts/roles.ts';
import { sealSecret } from '../accounts/sealed-secret.ts';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';

/** Somebody of the exercise's office: the account, and what head and phone know. The secret opens as Base32. */
export const officePersonSchema = z.strictObject({
  account: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  area: z.string(),
  areaName: z.string(),
  password: z.string(),
  codeSecret: z.string(),
});
export type ExerciseOfficePerson = z.output<typeof officePersonSchema>;

/** An exercise's passwords guard invented people: a try costs 20 ms instead of half a second, so that a newcomer's click waits for nothing. */
const EXERCISE_COST = { N: 2 ** 12, r: 8, p: 1 } as const;
const SECRET_BYTES = 20;

interface Place {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly level: 'regency' | 'sub-district' | 'village' | 'paper-village';
}

/** Everybody whom the screens of a regency want, three typists among them: nobody types, compares and clears the same sheet. */
const PEOPLE: readonly Place[] = [
  { account: 'kabupaten', name: 'Hj. Ratna Dewi', role: 'regency', level: 'regency' },
  { account: 'penyelia', name: 'Bambang Irawan', role: 'regency', level: 'regency' },
  { account: 'pengetik-1', name: 'Siti Aminah', role: 'regency', level: 'regency' },
  { account: 'pengetik-2', name: 'Dedi Kurniawan', role: 'regency', level: 'regency' },
  { account: 'pengetik-3', name: 'Yuliana', role: 'regency', level: 'regency' },
  { account: 'kecamatan', name: 'Zainal Arifin', role: 'sub-district', level: 'sub-district' },
  { account: 'panitia-desa', name: 'Rahmat Hidayat', role: 'committee', level: 'village' },
  { account: 'panitia-kertas', name: 'Marlina', role: 'committee', level: 'paper-village' },
  { account: 'dukcapil', name: 'Nurhasanah', role: 'registrar', level: 'regency' },
  { account: 'desk', name: 'Iwan Setiawan', role: 'desk', level: 'regency' },
  { account: 'teknisi', name: 'Andi Pratama', role: 'technician', level: 'regency' },
  { account: 'auditor', name: 'Endang Lestari', role: 'auditor', level: 'regency' },
  { account: 'pemantau', name: 'Agus Salim', role: 'observer', level: 'regency' },
];

/** Where each of them works. */
export interface OfficeAreas {
  readonly regency: string;
  readonly subDistrict: string;
  readonly village: string;
  /** Another village, which votes on paper. */
  readonly paperVillage: string;
}

/**
 * The people with their passwords and secrets: those of the file when one is there, since the same heads come to work again; else new ones, written
 * whole or not at all.
 */
export function officePeople(
  file: string,
  areas: OfficeAreas,
  nameOf: (area: string) => string,
): readonly ExerciseOfficePerson[] {
  if (existsSync(file)) return z.array(officePersonSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
  const areaOf = {
    ...{ regency: areas.regency, 'sub-district': areas.subDistrict },
    ...{ village: areas.village, 'paper-village': areas.paperVillage },
  };
  const people = PEOPLE.map(({ level, ...person }) => ({
    ...{ ...person, area: areaOf[level], areaName: nameOf(areaOf[level]) },
    password: `latihan ${randomInt(1000, 10_000)} ${randomInt(1000, 10_000)}`,
    codeSecret: codeSecretText(randomBytes(SECRET_BYTES)),
  }));
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(people), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return people;
}

/** Gives each of them an account that has begun. */
export async function enterPeople(
  transaction: Transaction,
  { keys }: Pick<CenterParts, 'keys'>,
  people: readonly ExerciseOfficePerson[],
  now: Date,
): Promise<void> {
  const codeKey = keys.secret('one-time-code');
  for (const { account, name, role, area, password, codeSecret } of people) {
    await transaction
      .insertInto('account')
      .values({
        ...{ id: account, name, role, area, created_at: now, closed_at: null },
        password: await hashPassword(password, EXERCISE_COST),
        totp: sealSecret(codeSecretBytes(codeSecret), codeKey, account),
        ...{ invitation: null, invitation_ends: null },
      })
      .execute();
  }
}
