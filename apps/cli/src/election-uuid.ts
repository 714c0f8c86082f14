import type { RandomSource } from '@bilik/ballot';
import { drawBelow } from './exercise/shuffle.ts';

/** Base58 characters that an election's identifier is made of (format §2.6). */
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const UUID_DIGITS = 18;

/** The identifier of a new election: 105 bits. */
export function newElectionUuid(random: RandomSource): string {
  return Array.from({ length: UUID_DIGITS }, () => BASE58[drawBelow(random, BASE58.length)]).join('');
}
