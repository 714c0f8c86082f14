import type { RandomSource } from '@bilik/ballot';

/** The largest multiple of 10^8 below 2^32: numbers above it would favour small codes. */
const FAIR_BELOW = 4_200_000_000;

/** 8 decimal digits, each code as likely as any other. */
export function newPairingCode(random: RandomSource): string {
  for (;;) {
    const number = Buffer.from(random(4)).readUInt32BE();
    if (number < FAIR_BELOW) return String(number % 100_000_000).padStart(8, '0');
  }
}
