/** Kinds of damage that a text can show; each is a problem kind of the same name. */
export type TextDamage = 'text-damaged' | 'hidden-characters' | 'formula-text' | 'text-too-long';

const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
/** A soft hyphen after Ã is one half of a damaged í and stays to be found. */
const ZERO_WIDTH = /[\u200b-\u200d\u2060\ufeff]|(?<!\u00c3)\u00ad/g;
const SPACES = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
/** What must not reach a card or a screen: control characters, direction marks, separators, halves of pairs. */
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** UTF-8 read as Windows-1252, the replacement character, a question mark in the middle of a word. */
const DAMAGED =
  /\ufffd|[\u00c2\u00c3][\u0080-\u00bf\u0152-\u2122]|\u00e2[\u0080\u20ac]|\u00ef\u00bb\u00bf|\p{L}\?+\p{L}/u;
const FORMULA_START = /^[=+@]/;

/**
 * Cleans what spreadsheets leave in text: spaces at the ends, doubled and non-breaking spaces, line breaks inside a cell,
 * zero-width characters, decomposed accents. Letters are not changed.
 */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(ZERO_WIDTH, '').replace(SPACES, ' ').trim().normalize('NFC');
}

/**
 * @param text cleaned
 * @param maxCharacters code points
 * @returns what is wrong with a text that people will read, or null
 */
export function textDamage(text: string, maxCharacters: number): TextDamage | null {
  if (HIDDEN.test(text)) return 'hidden-characters';
  if (DAMAGED.test(text)) return 'text-damaged';
  if (FORMULA_START.test(text)) return 'formula-text';
  if (text.length > maxCharacters && [...text].length > maxCharacters) return 'text-too-long';
  return null;
}

/** Whether a cell says "nothing" in one of the usual ways. */
export function saysNothing(text: string): boolean {
  return text === '' || /^[-–—._/\\]+$/.test(text) || /^(?:nihil|n\/a|null|kosong)$/i.test(text);
}
