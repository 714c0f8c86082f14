import { z } from 'zod';
import type { Bilingual } from './bilingual.ts';
import type { CivilDate } from './civil-time.ts';
import { fail, type Result, succeed } from './result.ts';

/** National identity number: 16 digits `PPKKCC DDMMYY NNNN`; women's day of birth is raised by 40. Synthetic in tests and demos. */
export const nikSchema = z
  .string()
  .regex(/^\d{16}$/, 'nik')
  .brand<'Nik'>();
export type Nik = z.infer<typeof nikSchema>;

/** Number of the family card (kartu keluarga): 16 digits. */
export const familyCardSchema = z
  .string()
  .regex(/^\d{16}$/, 'family-card')
  .brand<'FamilyCard'>();
export type FamilyCard = z.infer<typeof familyCardSchema>;

export type Sex = 'L' | 'P';

/** A reason to look again. Birth parts are known to be wrong on real cards, so none of these rejects a voter. */
export interface NikWarning {
  readonly code:
    | 'nik-area'
    | 'nik-birth-not-a-date'
    | 'nik-birth-differs'
    | 'nik-sex-differs'
    | 'nik-serial-zero';
  readonly sentence: Bilingual;
}

/** @errors 'nik' when the text is not exactly 16 digits */
export function parseNik(text: string): Result<Nik, 'nik'> {
  const parsed = nikSchema.safeParse(text);
  return parsed.success ? succeed(parsed.data) : fail('nik');
}

/** What in a well-formed NIK does not agree with the person's other particulars. */
export function nikWarnings(
  _nik: Nik,
  _person: { readonly birthDate: CivilDate; readonly sex: Sex },
): readonly NikWarning[] {
  throw new Error('not filled yet');
}

/** For screens and lists: `160705••••••••12`. Area and the last two digits stay, birth date and the rest do not. */
export function maskNik(nik: string): string {
  return `${nik.slice(0, 6)}${'•'.repeat(Math.max(0, nik.length - 8))}${nik.slice(-2)}`;
}
