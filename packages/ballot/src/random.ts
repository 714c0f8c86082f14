import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Group } from './group/group.ts';

/** Returns `byteCount` fresh bytes. In production the system's generator; in tests and re-encryption a seeded one. */
export type RandomSource = (byteCount: number) => Uint8Array;

/** Bits drawn beyond the size of q, so that reducing mod q leaves a bias below 2⁻¹²⁸ (format §2.4). */
const SURPLUS_BITS = 128;

/** Uniform scalar in 0..q−1. Always takes the same number of bytes (48 for BELENIOS-2048), read big-endian. */
export function randomScalar(group: Group, random: RandomSource): bigint {
  const byteCount = Math.ceil((group.q.toString(2).length + SURPLUS_BITS) / 8);
  return bytesToInteger(random(byteCount)) % group.q;
}

/** Big-endian bytes as a non-negative integer. */
export function bytesToInteger(bytes: Uint8Array): bigint {
  let hex = '0x0';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return BigInt(hex);
}

/** Length in bytes of the seed from which one ballot's encryption can be repeated. */
export const SEED_BYTES = 32;

const SEED_TAG = new TextEncoder().encode('bilik/v1/ballot-randomness');

/**
 * A stream of bytes fixed by a seed: block i is HMAC-SHA256(seed, length of the tag in 2 bytes ‖ tag ‖ i in 8 bytes),
 * i = 0, 1, …, all numbers big-endian; the blocks are read as one stream, whatever the sizes asked for.
 * @param seed 32 bytes; whoever knows it knows every scalar drawn from it
 */
export function seededRandom(seed: Uint8Array): RandomSource {
  if (seed.length !== SEED_BYTES) throw new RangeError(`a seed has ${SEED_BYTES} bytes, not ${seed.length}`);
  const key = Uint8Array.from(seed);
  const message = new Uint8Array(2 + SEED_TAG.length + 8);
  const view = new DataView(message.buffer);
  view.setUint16(0, SEED_TAG.length);
  message.set(SEED_TAG, 2);
  let blockNumber = 0n;
  let block = new Uint8Array(0);
  return (byteCount) => {
    const bytes = new Uint8Array(byteCount);
    let filled = 0;
    while (filled < byteCount) {
      if (block.length === 0) {
        view.setBigUint64(2 + SEED_TAG.length, blockNumber);
        block = Uint8Array.from(hmac(sha256, key, message));
        blockNumber += 1n;
      }
      const part = block.subarray(0, byteCount - filled);
      bytes.set(part, filled);
      filled += part.length;
      block = block.subarray(part.length);
    }
    return bytes;
  };
}
