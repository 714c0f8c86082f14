/** RFC 4648, section 6, without padding: capitals and digits, which a QR code writes in fewest modules and no keyboard layout changes. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BITS = 5;

export function writeBase32(bytes: Uint8Array): string {
  let letters = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= BITS) {
      bits -= BITS;
      letters += ALPHABET.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? letters : letters + ALPHABET.charAt((held << (BITS - bits)) & 31);
}

/** @returns the bytes; undefined for another length, another letter, or a second spelling of the same bytes */
export function readBase32(letters: string, byteCount: number): Buffer | undefined {
  const bytes = Buffer.alloc(byteCount);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of letters) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return undefined;
    held = (held << BITS) | value;
    bits += BITS;
    if (bits < 8) continue;
    bits -= 8;
    if (at === byteCount) return undefined;
    bytes[at] = (held >> bits) & 255;
    at += 1;
    held &= (1 << bits) - 1;
  }
  return at === byteCount && writeBase32(bytes) === letters ? bytes : undefined;
}
