import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { nativeStreamHash } from '../src/native/tools.ts';
import { FileDigest, portableStreamHash } from '../src/verify/file-digest.ts';

const BYTES = Uint8Array.from({ length: 10_000 }, (_, index) => (index * 31) % 251);
const SHA256 = createHash('sha256').update(BYTES).digest('hex');

test.each([
  ['portable', portableStreamHash],
  ['native', nativeStreamHash],
])('the %s digest of a file is the same in whatever pieces it comes, and hands them on', async (_, hash) => {
  for (const size of [1, 63, 512, 4096, 10_000]) {
    const pieces: Uint8Array[] = [];
    for (let start = 0; start < BYTES.length; start += size) pieces.push(BYTES.subarray(start, start + size));
    const digest = new FileDigest(hash());
    const passed: Uint8Array[] = [];
    for await (const piece of digest.passing(pieces)) passed.push(piece);
    expect(Buffer.concat(passed).equals(BYTES)).toBe(true);
    expect(digest.identity()).toEqual({ sha256: SHA256, byteCount: BYTES.length });
  }
});
