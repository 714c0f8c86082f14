import type { RandomSource } from '../random.ts';

/** Digits of Belenios tokens and credentials; a digit's value is its position (format §2.5). */
export const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The largest multiple of 58 that a byte can stay below: larger bytes are drawn again, so digits are uniform. */
const FAIR_LIMIT = 256 - (256 % 58);

/** `length` independent uniform digits. */
export function randomBase58(length: number, random: RandomSource): string {
  let digits = '';
  while (digits.length < length) {
    for (const byte of random(length - digits.length)) {
      if (byte < FAIR_LIMIT) digits += BASE58.charAt(byte % 58);
    }
  }
  return digits;
}

/** Whether every character is a Base58 digit. */
export function isBase58(text: string): boolean {
  return [...text].every((character) => BASE58.includes(character));
}
