import type { RandomSource } from '@bilik/ballot';

/** Uniform in 0..below−1 from 48 random bits (bias below 2^-30 for any pile of cards). */
export function drawBelow(random: RandomSource, below: number): number {
  return Number((BigInt(Buffer.from(random(6)).readUIntBE(0, 6)) * BigInt(below)) >> 48n);
}

/** Fisher–Yates, for a pile of cards and for the slips of a box that is tipped out. */
export function shuffle<Item>(items: readonly Item[], random: RandomSource): Item[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = drawBelow(random, last + 1);
    const held = shuffled[last];
    const swapped = shuffled[other];
    if (held === undefined || swapped === undefined) throw new Error('A shuffled pile lost an item');
    shuffled[last] = swapped;
    shuffled[other] = held;
  }
  return shuffled;
}

/** Base58 characters that an election's identifier is made of (format §2.6). */
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const UUID_DIGITS = 18;

/** @returns Base58 digits, each drawn uniformly */
export function drawBase58(random: RandomSource, digits: number): string {
  return Array.from({ length: digits }, () => BASE58[drawBelow(random, BASE58.length)]).join('');
}

/** The identifier of a new election: 105 bits. */
export function newElectionUuid(random: RandomSource): string {
  return drawBase58(random, UUID_DIGITS);
}
