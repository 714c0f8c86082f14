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
   * One base to a secret exponent. The caller has blinded the exponent already and has checked that the base is in
   * the group (order q), so neither base nor answer is 0; either may be 1.
   * @param exponent 1 or more, up to about 64 bits longer than q
   */
  secretPower(base: bigint, exponent: bigint): bigint;

  /** SHA-256 of the UTF-8 bytes of a text, in 32 bytes. */
  sha256(text: string): Uint8Array;
}
