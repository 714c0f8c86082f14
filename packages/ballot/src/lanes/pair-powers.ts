import type { LaneArithmetic, Pair } from './lane-arithmetic.ts';

/** Digits of an exponent in base 2^bits, least significant first. */
function windowDigits(exponent: bigint, bits: number, count: number): number[] {
  const binary = exponent.toString(2).padStart(bits * count, '0');
  return Array.from({ length: count }, (_, index) => {
    const end = binary.length - index * bits;
    return Number.parseInt(binary.slice(end - bits, end), 2);
  });
}

const DIGIT_BITS = 4;

/**
 * A pair of bases to several exponents; both lanes to the same ones. The squarings are shared: for each exponent, the
 * base's power 16^i is multiplied into the bucket of the exponent's digit i, and at the end bucket d counts d times
 * (Yao's method). Costs 4 products a digit for all, and about 73 for each exponent of 256 bits.
 * @param base is left as it is
 * @param exponents each 0 or more, below 2^exponentBits
 * @returns newly allocated pairs
 */
export function powersOfPair(
  lanes: LaneArithmetic,
  base: Pair,
  exponents: readonly bigint[],
  exponentBits: number,
): Pair[] {
  const digitCount = Math.ceil(exponentBits / DIGIT_BITS);
  const works = exponents.map((exponent) => ({
    digits: windowDigits(exponent, DIGIT_BITS, digitCount),
    buckets: new Array<Pair | undefined>(1 << DIGIT_BITS).fill(undefined),
  }));
  const current = lanes.allocate();
  lanes.copy(current, base);
  for (let index = 0; index < digitCount; index += 1) {
    for (const { digits, buckets } of works) {
      const digit = digits[index] ?? 0;
      if (digit !== 0) buckets[digit] = multiplyInto(lanes, buckets[digit], current);
    }
    if (index === digitCount - 1) break;
    for (let bit = 0; bit < DIGIT_BITS; bit += 1) lanes.multiply(current, current, current);
  }
  lanes.release(current);
  return works.map(({ buckets }) => weighBuckets(lanes, buckets));
}

/** Π bucket_d^d, by running products from the highest d down; releases the buckets. */
function weighBuckets(lanes: LaneArithmetic, buckets: readonly (Pair | undefined)[]): Pair {
  let running: Pair | undefined;
  let total: Pair | undefined;
  for (const bucket of buckets.slice(1).reverse()) {
    if (bucket !== undefined) {
      running = multiplyInto(lanes, running, bucket);
      lanes.release(bucket);
    }
    if (running !== undefined) total = multiplyInto(lanes, total, running);
  }
  if (running !== undefined) lanes.release(running);
  return total ?? multiplyInto(lanes, undefined, lanes.one);
}

/** target·factor; a missing target is 1. @returns the target, newly allocated when it was missing */
export function multiplyInto(lanes: LaneArithmetic, target: Pair | undefined, factor: Pair): Pair {
  if (target !== undefined) {
    lanes.multiply(target, target, factor);
    return target;
  }
  const fresh = lanes.allocate();
  lanes.copy(fresh, factor);
  return fresh;
}

/** A pair of bases that is raised to many exponents: row i, column d holds base^(d · 2^(i·width)). */
export class PairTable {
  readonly left: bigint;
  readonly right: bigint;
  readonly #lanes: LaneArithmetic;
  readonly #windowBits: number;
  readonly #rows: readonly (readonly Pair[])[];

  /** Takes rows · 2^windowBits products and as many pairs of 656 bytes: 18 MB for 256 bits and windows of 10. */
  constructor(
    lanes: LaneArithmetic,
    bases: { readonly left: bigint; readonly right: bigint },
    size: { readonly windowBits: number; readonly exponentBits: number },
  ) {
    this.left = bases.left;
    this.right = bases.right;
    this.#lanes = lanes;
    this.#windowBits = size.windowBits;
    const columns = 1 << size.windowBits;
    const rows: Pair[][] = [];
    let base = lanes.allocate();
    lanes.load(base, bases.left, bases.right);
    for (let row = 0; row < Math.ceil(size.exponentBits / size.windowBits); row += 1) {
      const pairs = [lanes.one, base];
      while (pairs.length <= columns) {
        const next = lanes.allocate();
        lanes.multiply(next, pairs.at(-1) ?? base, base);
        pairs.push(next);
      }
      // The last one, base^columns, is the base of the next row.
      base = pairs.pop() ?? base;
      rows.push(pairs);
    }
    lanes.release(base);
    this.#rows = rows;
  }

  /** target = target · base^exponent. @param exponent 0 or more, within the table's size */
  multiplyPower(target: Pair, exponent: bigint): void {
    const digits = windowDigits(exponent, this.#windowBits, this.#rows.length);
    for (const [row, digit] of digits.entries()) {
      const factor = this.#rows[row]?.[digit];
      if (factor !== undefined && digit !== 0) this.#lanes.multiply(target, target, factor);
    }
  }

  /** Gives its room back; the table must not be used any more. */
  release(): void {
    for (const row of this.#rows) for (const pair of row.slice(1)) this.#lanes.release(pair);
  }
}
