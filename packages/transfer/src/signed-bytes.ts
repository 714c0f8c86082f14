/** Bytes of the length before each field. */
const LENGTH_BYTES = 8;

/**
 * What is signed: `bilik/v1/<purpose>`, then each field, all in UTF-8 with 8-byte big-endian lengths before them, so that no two lists
 * of fields collide. Runs in browsers too.
 */
export function signedBytes(purpose: string, fields: readonly string[]): Uint8Array {
  const encoder = new TextEncoder();
  const parts = [`bilik/v1/${purpose}`, ...fields].map((field) => encoder.encode(field));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + LENGTH_BYTES + part.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of parts) {
    view.setBigUint64(at, BigInt(part.length));
    bytes.set(part, at + LENGTH_BYTES);
    at += LENGTH_BYTES + part.length;
  }
  return bytes;
}
