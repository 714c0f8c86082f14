/** Letters of one code: about 97 modules a side, which a plain camera reads from paper. */
const PIECE_LETTERS = 700;
const MOST_CODES = 9;
const FORM = /^BILIK-LEMBAR-KODE\.([1-9])\/([1-9])\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9._-]{1,700})$/;

/** One of the numbered QR codes of a key sheet. */
export interface SheetCode {
  /** From 1. */
  readonly index: number;
  readonly count: number;
  /** Which sheet it is of: the last letters of it, which belong to what only this trustee was sent. */
  readonly sheet: string;
  readonly piece: string;
}

const nameOf = (sheetText: string): string => sheetText.slice(-16);

/** The sheet as a numbered set of QR codes. */
export function codesOfSheet(sheetText: string): readonly string[] {
  const count = Math.ceil(sheetText.length / PIECE_LETTERS);
  if (count > MOST_CODES) throw new RangeError('a key sheet has at most nine codes');
  return Array.from({ length: count }, (_, index) => {
    const piece = sheetText.slice(index * PIECE_LETTERS, (index + 1) * PIECE_LETTERS);
    return `BILIK-LEMBAR-KODE.${index + 1}/${count}.${nameOf(sheetText)}.${piece}`;
  });
}

/** @returns undefined for any other code */
export function readSheetCode(text: string): SheetCode | undefined {
  const [, index, count, sheet = '', piece = ''] = FORM.exec(text.trim()) ?? [];
  const code = { index: Number(index), count: Number(count), sheet, piece };
  return index !== undefined && code.index <= code.count ? code : undefined;
}

/** What was read so far, with one code more; a code of another sheet begins anew. */
export function withCode(codes: readonly SheetCode[], code: SheetCode): readonly SheetCode[] {
  const same = codes.filter(({ sheet, count }) => sheet === code.sheet && count === code.count);
  return same.some(({ index }) => index === code.index) ? same : [...same, code];
}

/** @returns the whole sheet once every code was read, in whatever order; undefined before, or when they do not fit together. What they say is believed only when its seal opens. */
export function sheetOfCodes(codes: readonly SheetCode[]): string | undefined {
  const [first] = codes;
  if (first === undefined || codes.length !== first.count) return undefined;
  const text = codes
    .toSorted((one, other) => one.index - other.index)
    .map(({ piece }) => piece)
    .join('');
  return nameOf(text) === first.sheet ? text : undefined;
}
