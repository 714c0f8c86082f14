import { FINGERPRINT_WORDS } from './fingerprint-words.ts';

const SPOKEN_BYTES = 8;

/**
 * What people compare with the posted paper: the first 8 bytes of a fingerprint, one word each. That is 64 bits: enough against a package
 * that was changed by the way, not against who can try 2⁶⁴ packages of their own; the whole fingerprint is in `hexGroups`.
 * @param fingerprint 64 lower-case hex digits
 */
export function fingerprintWords(fingerprint: string): readonly string[] {
  return [...Buffer.from(fingerprint, 'hex').subarray(0, SPOKEN_BYTES)].map((byte) => wordOf(byte));
}

/** A fingerprint in groups of four hex digits, as papers and screens show it. */
export function hexGroups(fingerprint: string): readonly string[] {
  return fingerprint.match(/.{1,4}/g) ?? [];
}

function wordOf(byte: number): string {
  const word = FINGERPRINT_WORDS[byte];
  if (word === undefined) throw new Error(`There is no word for ${byte}`);
  return word;
}
