import type { RandomSource } from '../../random.ts';

/** Most bytes that a browser gives at once. */
const BYTES_AT_ONCE = 65_536;

/** The browser's random generator. */
export const browserRandom: RandomSource = (byteCount) => {
  const bytes = new Uint8Array(byteCount);
  for (let start = 0; start < byteCount; start += BYTES_AT_ONCE) {
    crypto.getRandomValues(bytes.subarray(start, start + BYTES_AT_ONCE));
  }
  return bytes;
};
