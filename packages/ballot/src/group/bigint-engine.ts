import { sha256Bytes } from '../hash.ts';
import type { PowerEngine } from './engine.ts';

const WINDOW_BITS = 4n;
const WINDOW_VALUES = 16;

/** The engine that runs everywhere. */
export function bigintEngine(modulus: bigint): PowerEngine {
  const power = (base: bigint, exponent: bigint) => windowedPower(base, exponent, modulus);
  return {
    name: 'bigint',
    modulus,
    powers: (bases, exponent) => bases.map((base) => power(base, exponent)),
    powersOfOne: (base, exponents) => powersByBuckets(base, exponents, modulus),
    secretPower: power,
    sha256: sha256Bytes,
  };
}

/** base^exponent mod modulus, four bits of the exponent at a time, most significant first. */
export function windowedPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (exponent < 0n) throw new RangeError('the exponent of a power must not be negative');
  const table = [1n % modulus];
  for (let digit = 1; digit < WINDOW_VALUES; digit += 1) {
    table.push(((table[digit - 1] ?? 1n) * base) % modulus);
  }
  let power = 1n % modulus;
  for (const digit of exponent.toString(WINDOW_VALUES)) {
    for (let bit = 0n; bit < WINDOW_BITS; bit += 1n) power = (power * power) % modulus;
    power = (power * (table[Number.parseInt(digit, 16)] ?? 1n)) % modulus;
  }
  return power;
}

/**
 * One base to several exponents (A. C. Yao 1976): the squarings are done once; for each exponent the powers
 * base^(16^i) with the same digit are multiplied into one bucket, and the buckets raised to their digits together.
 */
function powersByBuckets(base: bigint, exponents: readonly bigint[], modulus: bigint): bigint[] {
  const digitTexts = exponents.map((exponent) => exponent.toString(WINDOW_VALUES));
  const digitCount = Math.max(0, ...digitTexts.map((text) => text.length));
  const buckets = exponents.map(() => new Array<bigint>(WINDOW_VALUES).fill(1n));
  let power = base % modulus;
  for (let index = 0; index < digitCount; index += 1) {
    for (const [which, text] of digitTexts.entries()) {
      const row = buckets[which] ?? [];
      const digit = Number.parseInt(text.charAt(text.length - 1 - index) || '0', WINDOW_VALUES);
      if (digit !== 0) row[digit] = ((row[digit] ?? 1n) * power) % modulus;
    }
    if (index < digitCount - 1) {
      for (let bit = 0n; bit < WINDOW_BITS; bit += 1n) power = (power * power) % modulus;
    }
  }
  return buckets.map((row) => {
    let running = 1n % modulus;
    let product = 1n % modulus;
    for (let digit = WINDOW_VALUES - 1; digit > 0; digit -= 1) {
      running = (running * (row[digit] ?? 1n)) % modulus;
      product = (product * running) % modulus;
    }
    return product;
  });
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
