const ALPHABET = /^[A-Za-z0-9+/]*={0,2}$/;

/** Standard Base64 with padding (RFC 4648, section 4). */
export function writeBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Bytes of a Base64 text; undefined for every spelling but the one that `writeBase64` gives. */
export function readBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !ALPHABET.test(text)) return undefined;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return writeBase64(bytes) === text ? bytes : undefined;
}

export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
