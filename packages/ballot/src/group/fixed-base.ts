import type { FixedBase } from './group.ts';

/** What the table is built for. */
interface TableShape {
  readonly p: bigint;
  readonly q: bigint;
  /** Width of a window in bits: a table takes ⌈256 / width⌉ · 2^width products to build. */
  readonly windowBits: number;
}

/**
 * A table with row i, column d holding base^(d · 2^(i·width)): a power is one product per window.
 * Indexed by digits of the exponent: cache timing can show them, as BigInt products can (not constant-time).
 */
export function fixedBaseTable(base: bigint, { p, q, windowBits }: TableShape): FixedBase {
  const rowCount = Math.ceil(q.toString(2).length / windowBits);
  const columnCount = 1 << windowBits;
  const digitMask = columnCount - 1;
  const rows: bigint[][] = [[1n]];
  let column = base;

  const warm = (maxProducts = Number.POSITIVE_INFINITY): boolean => {
    let products = 0;
    for (;;) {
      const row = rows[rows.length - 1] ?? [];
      while (row.length < columnCount) {
        if (products >= maxProducts) return false;
        row.push(((row[row.length - 1] ?? 1n) * column) % p);
        products += 1;
      }
      if (rows.length === rowCount) return true;
      column = ((row[columnCount - 1] ?? 1n) * column) % p;
      rows.push([1n]);
    }
  };

  const power = (exponent: bigint): bigint => {
    warm();
    const reduced = exponent % q;
    const digits = windowDigits(reduced < 0n ? reduced + q : reduced, windowBits, rowCount, digitMask);
    let product = 1n;
    for (let index = 0; index < rowCount; index += 1) {
      const digit = digits[index] ?? 0;
      if (digit !== 0) product = (product * (rows[index]?.[digit] ?? 1n)) % p;
    }
    return product;
  };

  return { base, power, warm };
}

/** The digits of an exponent in base 2^windowBits, least significant first. */
function windowDigits(exponent: bigint, windowBits: number, count: number, mask: number): number[] {
  const bits = exponent.toString(2);
  const digits: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const end = bits.length - index * windowBits;
    digits.push(end <= 0 ? 0 : Number.parseInt(bits.slice(Math.max(0, end - windowBits), end), 2) & mask);
  }
  return digits;
}
