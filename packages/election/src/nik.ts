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

/** Added to the day of birth in a woman's NIK. */
const WOMEN_DAY_OFFSET = 40;

const NIK_WARNINGS: Readonly<Record<NikWarning['code'], Bilingual>> = {
  'nik-area': {
    id: 'Bagian wilayah NIK tidak mungkin; periksa kartu.',
    en: 'The area part of the NIK is not possible; look at the card.',
  },
  'nik-birth-not-a-date': {
    id: 'Bagian tanggal lahir NIK bukan tanggal; periksa kartu.',
    en: 'The birth part of the NIK is no date; look at the card.',
  },
  'nik-birth-differs': {
    id: 'Tanggal lahir pada NIK berbeda dengan daftar; periksa kartu.',
    en: 'The birth date in the NIK differs from the list; look at the card.',
  },
  'nik-sex-differs': {
    id: 'Jenis kelamin pada NIK berbeda dengan daftar; periksa kartu.',
    en: 'The sex in the NIK differs from the list; look at the card.',
  },
  'nik-serial-zero': {
    id: 'Nomor urut NIK 0000; mungkin terpotong oleh lembar hitung.',
    en: 'The serial part of the NIK is 0000; a spreadsheet may have cut it.',
  },
};

/** @errors 'nik' when the text is not exactly 16 digits */
export function parseNik(text: string): Result<Nik, 'nik'> {
  const parsed = nikSchema.safeParse(text);
  return parsed.success ? succeed(parsed.data) : fail('nik');
}

/** What in a well-formed NIK does not agree with the person's other particulars. */
export function nikWarnings(
  nik: Nik,
  person: { readonly birthDate: CivilDate; readonly sex: Sex },
): readonly NikWarning[] {
  const dayPart = Number(nik.slice(6, 8));
  const sexOfNik: Sex = dayPart > WOMEN_DAY_OFFSET ? 'P' : 'L';
  const day = sexOfNik === 'P' ? dayPart - WOMEN_DAY_OFFSET : dayPart;
  const month = Number(nik.slice(8, 10));
  const written = `${nik.slice(10, 12)}-${twoDigits(month)}-${twoDigits(day)}`;
  const isDate = day >= 1 && day <= 31 && month >= 1 && month <= 12;
  const codes: readonly (NikWarning['code'] | false)[] = [
    (nik.startsWith('0') || nik.slice(2, 4) === '00' || nik.slice(4, 6) === '00') && 'nik-area',
    !isDate && 'nik-birth-not-a-date',
    isDate && written !== person.birthDate.slice(2) && 'nik-birth-differs',
    isDate && sexOfNik !== person.sex && 'nik-sex-differs',
    nik.endsWith('0000') && 'nik-serial-zero',
  ];
  return codes.flatMap((code) => (code === false ? [] : [{ code, sentence: NIK_WARNINGS[code] }]));
}

/**
 * For screens, lists and papers: `160705••••••••••`. Only the area of first registration stays. With a birth date, which neighbours know, the
 * digits before the serial are known: each digit of the serial that were shown would leave a tenth of the numbers to be tried.
 */
export function maskNik(nik: string): string {
  return `${nik.slice(0, 6)}${'•'.repeat(Math.max(0, nik.length - 6))}`;
}

/** For the check-in desk alone, on its closed LAN, where the committee compares a card with the list: `160705••••••••12`. Never on paper, never at the center. */
export function maskNikForCheckInDesk(nik: string): string {
  return withLastTwo(nik);
}

/**
 * For office screens alone: `160705••••••••12`. It begins with a date of issue that nobody knows and no public service answers about it; a
 * second person has to see that a correction changes it.
 */
export function maskFamilyCard(familyCard: string): string {
  return withLastTwo(familyCard);
}

function withLastTwo(number: string): string {
  return `${number.slice(0, 6)}${'•'.repeat(Math.max(0, number.length - 8))}${number.slice(-2)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
