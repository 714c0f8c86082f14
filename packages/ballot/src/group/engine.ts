import type { RandomSource } from '../random.ts';

/** What the commitments of a proof are made of, beside its statements. */
export interface CommitmentBases {
  readonly generator: bigint;
  readonly generatorInverse: bigint;
  /** The second fixed base, y. */
  readonly key: bigint;
  /** q, the order of all bases. */
  readonly order: bigint;
  /** Width of tables that pays, in bits. */
  readonly windowBits: number;
}

/** A statement of a proof with its challenge and response, both 0..q−1 (format §5). */
export interface ProvenStatement {
  readonly alpha: bigint;
  readonly beta: bigint;
  readonly plaintext: number;
  readonly challenge: bigint;
  readonly response: bigint;
}

/** The commitments g^response · α^challenge and y^response · (β/g^plaintext)^challenge. */
export interface CommitmentPair {
  readonly a: bigint;
  readonly b: bigint;
}

/**
 * What a machine may do faster than BigInt: powers to any base, and hashing. Plugged in with `withEngine`.
 * Every engine gives the same answers as `bigintEngine`; only the time differs.
 */
export interface PowerEngine {
  /** For messages and figures, such as 'bigint' or 'openssl'. */
  readonly name: string;
  /** The modulus p it works for. */
  readonly modulus: bigint;

  /**
   * Each base to one exponent: several bases at once, because an engine may pay once for the exponent.
   * Public data only: the time may depend on bases and exponent.
   * @param bases    each 0..p−1, 0, 1 and p−1 included
   * @param exponent 0 or more; mostly below 2^256
   */
  powers(bases: readonly bigint[], exponent: bigint): bigint[];

  /**
   * One base to several exponents. Present only where that costs less than each apart (BigInt: the squarings are
   * shared); the answers are those of `powers`.
   */
  powersOfOne?(base: bigint, exponents: readonly bigint[]): bigint[];

  /**
   * The commitments of all statements of a proof. Present only where doing all of it together is faster; the answers
   * are those made of single powers. Public data only.
   * @param statements whose α and β need not be members: what comes out is only compared by hash
   */
  commitments?(bases: CommitmentBases, statements: readonly ProvenStatement[]): readonly CommitmentPair[];

  /**
   * Whether element^order = 1 for all elements; a stranger passes with probability 2⁻⁸⁰. Present only where that is
   * faster than products one by one.
   * @param elements each 1..p−1
   * @param random bytes that whoever chose the elements could not foresee
   */
  areMembers?(elements: readonly bigint[], order: bigint, random: RandomSource): boolean;

  /**
   * One base to a secret exponent. The caller has blinded the exponent already and has checked that the base is in
   * the group (order q), so neither base nor answer is 0; either may be 1.
   * @param exponent 1 or more, up to about 64 bits longer than q
   */
  secretPower(base: bigint, exponent: bigint): bigint;

  /** SHA-256 of the UTF-8 bytes of a text, in 32 bytes. */
  sha256(text: string): Uint8Array;
}
