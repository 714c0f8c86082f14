import { createHash } from 'node:crypto';

/** A number from 0 up to 1 that depends on seed and name alone. */
export function seededDraw(seed: number, name: string): number {
  return createHash('sha256').update(`bilik/regency/${seed}/${name}`).digest().readUInt32BE(0) / 2 ** 32;
}

/** A whole number from `least` to `most`, both included. */
export function seededWhole(seed: number, name: string, least: number, most: number): number {
  return least + Math.floor(seededDraw(seed, name) * (most - least + 1));
}

/** 32 hexadecimal digits that depend on seed and name alone. */
export function seededHex(seed: number, name: string): string {
  return createHash('sha256').update(`bilik/regency/${seed}/hex/${name}`).digest('hex').slice(0, 32);
}
