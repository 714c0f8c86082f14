import { randomBytes } from 'node:crypto';

/** The only way this package draws. Tests pass a fixed one. */
export type RandomSource = (byteCount: number) => Uint8Array;

/** The machine's own, for processes. */
export const systemRandom: RandomSource = (byteCount) => new Uint8Array(randomBytes(byteCount));
