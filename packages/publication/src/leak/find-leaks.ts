import { pictureMetadata } from './picture-metadata.ts';

/** What must never be public. */
export type LeakRule =
  | 'nik'
  | 'phone'
  | 'internal-lane'
  | 'secret-key'
  | 'person-field'
  | 'ballot-field'
  | 'picture-metadata';

/** Something in a public file that must not be there. */
export interface Leak {
  readonly rule: LeakRule;
  readonly path: string;
  /** Byte at which it begins. */
  readonly at: number;
  /** What it is, masked where it is about a person. */
  readonly shown: string;
}

interface TextRule {
  readonly rule: LeakRule;
  readonly pattern: RegExp;
  readonly isPersonal: boolean;
  /** Records and pictures hold no words of ours. */
  readonly onlyTexts: boolean;
}

/** Not inside a longer number, a hash or base64. */
const ALONE = (pattern: string) => new RegExp(`(?<![0-9A-Za-z+/=])${pattern}(?![0-9A-Za-z+/=])`, 'g');

const TEXT_RULES: readonly TextRule[] = [
  // 16 digits, however they are grouped: as on cards, by fours, by area, day and number
  { rule: 'nik', pattern: ALONE('\\d{16}'), isPersonal: true, onlyTexts: false },
  {
    rule: 'nik',
    pattern: ALONE('\\d{4}([ .-])\\d{4}\\1\\d{4}\\1\\d{4}'),
    isPersonal: true,
    onlyTexts: false,
  },
  { rule: 'nik', pattern: ALONE('\\d{6}([ .-])\\d{6}\\1\\d{4}'), isPersonal: true, onlyTexts: false },
  {
    rule: 'nik',
    pattern: ALONE('\\d{2}[ .-]\\d{2}[ .-]\\d{2}[ .-]\\d{6}[ .-]\\d{4}'),
    isPersonal: true,
    onlyTexts: false,
  },
  { rule: 'phone', pattern: ALONE('(?:\\+?62|0)8\\d{8,11}'), isPersonal: true, onlyTexts: true },
  {
    rule: 'internal-lane',
    pattern:
      /hitung(?:an)?\s+cepat|quick\s*count|(?:jalur|suara|angka|hitungan)\s+internal|internal[\s_-]?(?:lane|votes?|figures?|counts?|commitment)|"(?:internal|lane|lanes|deskFigures)"\s*:/gi,
    isPersonal: false,
    onlyTexts: true,
  },
  {
    rule: 'secret-key',
    pattern: /PRIVATE\+KEY\+[^\s+"'`$]+\+[0-9a-f]{8}\+|-----BEGIN [A-Z ]*PRIVATE KEY-----/g,
    isPersonal: true,
    onlyTexts: false,
  },
  {
    rule: 'person-field',
    pattern:
      /"(?:nik|nkk|no_kk|voters?|voterName|nama_pemilih|pemilih|birthDate|tanggal_lahir|phone|telepon|address|alamat)"\s*:\s*["[{]/gi,
    isPersonal: false,
    onlyTexts: true,
  },
  {
    rule: 'ballot-field',
    pattern:
      /"(?:choices?|plaintext|castVoteRecords?|cast_vote_records?|slips?Text|tokens?List|privateCodes?)"\s*:/gi,
    isPersonal: false,
    onlyTexts: true,
  },
];

const PICTURE = /\.(?:jpe?g|png|webp)$/;
const NO_TEXT = /\.(?:jpe?g|png|webp|bel)$|^tile\/\d/;
const SHOWN_CHARACTERS = 60;

/** Looks through every byte of one public file. */
export function findLeaks(path: string, bytes: Uint8Array): readonly Leak[] {
  // one character a byte: an offset in the text is an offset in the file, and no encoding hides a digit
  const text = new TextDecoder('latin1').decode(bytes);
  const isText = !NO_TEXT.test(path);
  const found = TEXT_RULES.filter(({ onlyTexts }) => isText || !onlyTexts).flatMap(
    ({ rule, pattern, isPersonal }) =>
      [...text.matchAll(pattern)].map((match) => ({
        rule,
        path,
        at: match.index,
        shown: isPersonal ? masked(match[0]) : match[0].slice(0, SHOWN_CHARACTERS),
      })),
  );
  const metadata = PICTURE.test(path) ? pictureMetadata(bytes) : [];
  return [...found, ...metadata.map((shown): Leak => ({ rule: 'picture-metadata', path, at: 0, shown }))];
}

/** Enough to find it, too little to know it. */
function masked(text: string): string {
  return `${text.slice(0, 4)}${'•'.repeat(Math.max(0, Math.min(text.length, 16) - 4))}`;
}
