import type { z } from 'zod';
import type { Bilingual } from './bilingual.ts';
import type { Problem } from './problem.ts';

/** What to do about each named rule of a single field. */
const FIELD_RULES: Readonly<Record<string, Bilingual>> = {
  'text-empty': { id: 'Isian ini kosong; isilah.', en: 'This field is empty; fill it in.' },
  'text-too-long': { id: 'Teks terlalu panjang; persingkat.', en: 'The text is too long; shorten it.' },
  'text-untrimmed': {
    id: 'Hapus spasi di awal atau akhir teks.',
    en: 'Remove the white space at the beginning or end of the text.',
  },
  'text-not-nfc': {
    id: 'Tulis teks dalam bentuk Unicode NFC (huruf dan tandanya menjadi satu).',
    en: 'Write the text in Unicode form NFC (letter and mark as one).',
  },
  'text-forbidden-character': {
    id: 'Teks memuat ganti baris, tanda kendali, atau tanda pembalik arah baca; ketik ulang.',
    en: 'The text holds a line break, a control mark or a mark that turns the reading direction; type it again.',
  },
  slug: {
    id: 'Gunakan hanya huruf kecil, angka, dan tanda hubung tunggal, paling banyak 40.',
    en: 'Use only lower-case letters, digits and single hyphens, at most 40.',
  },
  fingerprint: {
    id: 'Sidik harus 64 angka heksadesimal huruf kecil.',
    en: 'A fingerprint has 64 lower-case hexadecimal digits.',
  },
  'regency-code': { id: 'Kode kabupaten berbentuk PP.KK.', en: 'A regency code has the form PP.KK.' },
  'sub-district-code': {
    id: 'Kode kecamatan berbentuk PP.KK.CC.',
    en: 'A sub-district code has the form PP.KK.CC.',
  },
  'village-code': {
    id: 'Kode desa Kemendagri berbentuk PP.KK.CC.DDDD dengan ekor 1xxx, 2xxx, atau 3xxx (bukan kode BPS).',
    en: 'A Kemendagri village code has the form PP.KK.CC.DDDD with a tail of 1xxx, 2xxx or 3xxx (not a BPS code).',
  },
  'polling-place-id': {
    id: 'Tanda TPS adalah kode desa, tanda hubung, dan nomor tiga angka mulai 001.',
    en: 'A polling place is named by its village code, a hyphen and a number of three digits from 001.',
  },
  'civil-date': {
    id: 'Tanggal ditulis TTTT-BB-HH dan harus ada di kalender.',
    en: 'A date is written YYYY-MM-DD and must exist in the calendar.',
  },
  'civil-time': {
    id: 'Jam ditulis JJ:MM, 00:00 sampai 23:59.',
    en: 'A time is written HH:MM, 00:00 to 23:59.',
  },
  'photo-file': {
    id: 'Nama berkas foto: huruf kecil, angka, tanda hubung, lalu .jpg, .png, atau .webp.',
    en: 'A photo file name: lower-case letters, digits, hyphens, then .jpg, .png or .webp.',
  },
  nik: { id: 'NIK harus 16 angka.', en: 'A NIK has 16 digits.' },
  'family-card': { id: 'Nomor KK harus 16 angka.', en: 'A family card number has 16 digits.' },
  'rt-rw': {
    id: 'RT dan RW ditulis tiga angka, 000 bila tidak ada.',
    en: 'RT and RW are three digits, 000 for none.',
  },
};

/** Turns what the schema found into problems with path and sentence, without repeating the same problem. */
export function problemsOf(
  issues: readonly z.core.$ZodIssue[],
  prefix: PropertyKey[] = [],
): readonly Problem[] {
  const seen = new Set<string>();
  return issues
    .flatMap((issue) => problemsOfIssue(issue, prefix))
    .filter(({ path, code }) => {
      const key = `${path} ${code}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

/** Writes a path as in `contests[0].candidates[1].name`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

function problemsOfIssue(issue: z.core.$ZodIssue, prefix: readonly PropertyKey[]): readonly Problem[] {
  const at = [...prefix, ...issue.path];
  const path = pathText(at);
  const named = FIELD_RULES[issue.message];
  if (named !== undefined) return [{ path, code: issue.message, sentence: named }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: pathText([...at, key]),
        code: 'unknown-field',
        sentence: {
          id: 'Isian ini tidak dikenal; hapus atau perbaiki namanya.',
          en: 'This field is not known; remove it or correct its name.',
        },
      }));
    case 'invalid_type':
      return [{ path, code: 'wrong-type', sentence: wrongType(issue.expected) }];
    case 'too_big':
      return [{ path, code: 'too-big', sentence: limit('paling banyak', 'at most', issue.maximum) }];
    case 'too_small':
      return [{ path, code: 'too-small', sentence: limit('paling sedikit', 'at least', issue.minimum) }];
    case 'invalid_value':
      return [{ path, code: 'not-a-choice', sentence: choices(issue.values) }];
    case 'invalid_union':
      return [
        {
          path,
          code: 'not-a-choice',
          sentence: {
            id: 'Nilai ini bukan salah satu pilihan yang ada.',
            en: 'This value is none of the choices there are.',
          },
        },
      ];
    default:
      return [
        { path, code: issue.code, sentence: { id: 'Nilai ini tidak sah.', en: 'This value is not valid.' } },
      ];
  }
}

function wrongType(expected: string): Bilingual {
  const names: Readonly<Record<string, Bilingual>> = {
    string: { id: 'teks', en: 'a text' },
    int: { id: 'bilangan bulat', en: 'a whole number' },
    number: { id: 'bilangan bulat', en: 'a whole number' },
    boolean: { id: 'true atau false', en: 'true or false' },
    array: { id: 'daftar', en: 'a list' },
    object: { id: 'kelompok isian', en: 'a group of fields' },
  };
  const name = names[expected] ?? { id: expected, en: expected };
  return { id: `Di sini harus ada ${name.id}.`, en: `Here must be ${name.en}.` };
}

function limit(id: string, en: string, bound: number | bigint): Bilingual {
  return { id: `Di sini ${id} ${bound}.`, en: `Here ${en} ${bound}.` };
}

function choices(values: readonly unknown[]): Bilingual {
  const list = values.map(String).join(', ');
  return { id: `Di sini harus salah satu dari: ${list}.`, en: `Here must be one of: ${list}.` };
}
