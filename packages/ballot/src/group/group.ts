import type { RandomSource } from '../random.ts';
import type { PowerEngine } from './engine.ts';

/** One base that is raised to many exponents: a table of its powers makes each power cheap. */
export interface FixedBase {
  readonly base: bigint;
  /** base^exponent; the exponent is reduced mod q. Completes the table first when it is not complete. */
  power(exponent: bigint): bigint;
  /**
   * Builds a part of the table, so that a page stays responsive: call again until it returns true.
   * @param maxProducts products mod p that may be spent in this call (one ≈ 4 µs on a laptop); default: no limit
   * @returns whether the table is complete
   */
  warm(maxProducts?: number): boolean;
}

/**
 * A group of prime order q in which discrete logarithms are hard, written multiplicatively: elements are integers
 * mod p. Nothing here is constant-time: see `secretPower`.
 */
export interface Group {
  /** The name that enters elections and hashes, such as BELENIOS-2048. */
  readonly name: string;
  readonly p: bigint;
  readonly q: bigint;
  readonly g: bigint;
  readonly engine: PowerEngine;
  /** g with its table. */
  readonly generator: FixedBase;
  /** 1/g. */
  readonly generatorInverse: bigint;
  /** Width of the tables of fixed bases, in bits. */
  readonly windowBits: number;

  multiply(left: bigint, right: bigint): bigint;
  invert(element: bigint): bigint;
  /** base^exponent for public data; the exponent is reduced mod q, the base must be a member. */
  power(base: bigint, exponent: bigint): bigint;
  /** Each base to the same exponent, for public data. */
  powers(bases: readonly bigint[], exponent: bigint): bigint[];
  /** One base to several exponents, for public data. */
  powersOfOne(base: bigint, exponents: readonly bigint[]): bigint[];
  /** bases[0]^exponents[0] · bases[1]^exponents[1] · …, for public data; 1 when there are none. */
  productOfPowers(bases: readonly bigint[], exponents: readonly bigint[]): bigint;
  /**
   * base^exponent for a secret exponent and a base that is a member. A random multiple of q is added to the exponent,
   * so that two powers with the same secret do not take the same steps. Not constant-time: BigInt arithmetic cannot be.
   */
  secretPower(base: bigint, exponent: bigint, random: RandomSource): bigint;
  /** A table for another base that will be used often. */
  fixedBase(base: bigint): FixedBase;

  /** Whether 0 < element < p and element^q = 1. The identity 1 is a member. */
  isMember(element: bigint): boolean;
  /** A decimal without sign or leading zero, 1..p−1; `undefined` for anything else. Says nothing about membership. */
  parseElement(text: string): bigint | undefined;
  /** A decimal without sign or leading zero, 0..q−1; `undefined` for anything else. */
  parseScalar(text: string): bigint | undefined;
  /** Decimal digits of an element. */
  formatElement(element: bigint): string;
  /** Decimal digits of a scalar. */
  formatScalar(scalar: bigint): string;
}
