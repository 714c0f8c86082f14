const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BASE = BigInt(DIGITS.length);

/** Letters of 32 bytes: 36^50 > 2^256. */
export const LETTERS_OF_32 = 50;
/** Letters of 64 bytes: 36^100 > 2^512. */
export const LETTERS_OF_64 = 100;

/**
 * Bytes as one number of digits 0–9 and A–Z, as many letters for every content: a QR code writes them in alphanumeric mode (5.5 bits a
 * letter, 4 % more than base 45), and unlike base 45 none is a space or a separator, so a text survives copying by hand and by phone.
 */
export function packBytes(bytes: Uint8Array): string {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let text = '';
  for (let left = lettersOf(bytes.length); left > 0; left -= 1) {
    text = DIGITS.charAt(Number(value % BASE)) + text;
    value /= BASE;
  }
  return text;
}

/** @returns undefined for every text that `packBytes` does not write for `byteCount` bytes */
export function unpackBytes(text: string, byteCount: 32 | 64): Uint8Array | undefined {
  if (text.length !== lettersOf(byteCount)) return undefined;
  let value = 0n;
  for (const letter of text) {
    const digit = DIGITS.indexOf(letter);
    if (digit < 0) return undefined;
    value = value * BASE + BigInt(digit);
  }
  if (value >> BigInt(8 * byteCount) !== 0n) return undefined;
  const bytes = new Uint8Array(byteCount);
  for (let at = byteCount - 1; at >= 0; at -= 1) {
    bytes[at] = Number(value & 0xffn);
    value >>= 8n;
  }
  return bytes;
}

function lettersOf(byteCount: number): number {
  if (byteCount === 32) return LETTERS_OF_32;
  if (byteCount === 64) return LETTERS_OF_64;
  throw new RangeError(`${byteCount} bytes have no packed length`);
}

/** Bytes of a Base64 text; undefined for any other spelling than `writeBase64` gives. @param isPadded as keys are, and fingerprints are not */
export function readBase64(text: string, byteCount: 32 | 64, isPadded: boolean): Uint8Array | undefined {
  let bytes: Uint8Array;
  try {
    bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
  return bytes.length === byteCount && writeBase64(bytes, isPadded) === text ? bytes : undefined;
}

export function writeBase64(bytes: Uint8Array, isPadded: boolean): string {
  const text = btoa(String.fromCharCode(...bytes));
  return isPadded ? text : text.replace(/=+$/, '');
}

/** Bytes of a lower-case hex text; undefined for any other text. */
export function readHex(text: string): Uint8Array | undefined {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) return undefined;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function writeHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
