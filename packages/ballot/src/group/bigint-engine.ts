import { sha256Bytes } from '../hash.ts';
import type { PowerEngine } from './engine.ts';

const WINDOW_BITS = 4n;

/** The engine that runs everywhere. */
export function bigintEngine(modulus: bigint): PowerEngine {
  const power = (base: bigint, exponent: bigint) => windowedPower(base, exponent, modulus);
  return {
    name: 'bigint',
    modulus,
    powers: (bases, exponent) => bases.map((base) => power(base, exponent)),
    secretPower: power,
    sha256: sha256Bytes,
  };
}

/** base^exponent mod modulus, four bits of the exponent at a time, most significant first. */
export function windowedPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (exponent < 0n) throw new RangeError('the exponent of a power must not be negative');
  const table = [1n % modulus];
  for (let digit = 1; digit < 1 << Number(WINDOW_BITS); digit += 1) {
    table.push(((table[digit - 1] ?? 1n) * base) % modulus);
  }
  let power = 1n % modulus;
  for (const digit of exponent.toString(2 ** Number(WINDOW_BITS))) {
    for (let bit = 0n; bit < WINDOW_BITS; bit += 1n) power = (power * power) % modulus;
    power = (power * (table[Number.parseInt(digit, 16)] ?? 1n)) % modulus;
  }
  return power;
}

/** The inverse of an element by the extended Euclidean algorithm; public data only. Throws when there is none. */
export function modularInverse(element: bigint, modulus: bigint): bigint {
  let [previousRest, rest] = [modulus, ((element % modulus) + modulus) % modulus];
  let [previousFactor, factor] = [0n, 1n];
  while (rest !== 0n) {
    const quotient = previousRest / rest;
    [previousRest, rest] = [rest, previousRest - quotient * rest];
    [previousFactor, factor] = [factor, previousFactor - quotient * factor];
  }
  if (previousRest !== 1n) throw new RangeError('this number has no inverse');
  return ((previousFactor % modulus) + modulus) % modulus;
}
