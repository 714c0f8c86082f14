import type { Bilingual } from '@bilik/election';

/** What a published figure or statement breaks. */
export const DIFFERENCE_RULES = {
  sum: { id: 'jumlah tidak sama dengan bagian-bagiannya', en: 'a sum is not that of its parts' },
  'votes-add-up': {
    id: 'suara sah, tidak sah, kosong dan jumlah tidak cocok',
    en: 'valid, invalid, blank and total do not add up',
  },
  'votes-within-users': {
    id: 'jumlah suara melebihi pengguna hak pilih',
    en: 'more votes than users of the right',
  },
  'users-within-list': {
    id: 'pengguna hak pilih melebihi pemilih terdaftar',
    en: 'more users of the right than registered voters',
  },
  'options-of-contest': {
    id: 'pilihan tidak sama dengan daftar calon',
    en: 'the options are not those of the candidates',
  },
  outcome: {
    id: 'hasil atau alasannya tidak mengikuti angka dan aturan',
    en: 'the outcome or its reasons do not follow from figures and rules',
  },
  state: { id: 'keadaan hasil tidak sesuai', en: 'the state of the result does not fit' },
  determination: { id: 'penetapan tidak sesuai hasil', en: 'the determination does not fit the outcome' },
  area: { id: 'kode wilayah tidak cocok', en: 'an area code does not fit' },
  order: { id: 'urutan salah atau ganda', en: 'wrong order, or twice' },
  'rule-pack': { id: 'aturan tidak dikenal', en: 'the rule pack is not there' },
  evidence: {
    id: 'bukti kurang, asing, atau salah jenis',
    en: 'evidence is missing, foreign or of a wrong kind',
  },
  correction: {
    id: 'catatan koreksi tidak cocok dengan angka',
    en: 'the corrections do not fit the figures',
  },
  silent: {
    id: 'diubah atau hilang tanpa koreksi dari yang sudah terbit',
    en: 'changed or gone without a correction since it was published',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type DifferenceRule = keyof typeof DIFFERENCE_RULES;

/** One thing in a snapshot that cannot be, with its place and both sides. */
export interface Difference {
  readonly rule: DifferenceRule;
  /** Path in the snapshot, as in `villages.16.07.01.2001.totals.valid`. */
  readonly field: string;
  readonly written: string;
  readonly expected: string;
}

/** Compares two values that have a canonical text. */
export function differs(
  rule: DifferenceRule,
  field: string,
  written: unknown,
  expected: unknown,
): Difference[] {
  const [left, right] = [plain(written), plain(expected)];
  return left === right ? [] : [{ rule, field, written: left, expected: right }];
}

/** Keys in a fixed order, so that two objects of the same content are one text. */
function plain(value: unknown): string {
  return typeof value === 'string' ? value : String(JSON.stringify(value, sorted));
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Compares each member of two objects of one shape, so that the one that differs is named. */
export function membersDiffer(
  rule: DifferenceRule,
  field: string,
  written: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, unknown>>,
): Difference[] {
  return Object.keys(expected).flatMap((key) =>
    differs(rule, `${field}.${key}`, written[key], expected[key]),
  );
}
