import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testRandom } from '../../test/place.ts';
import { BELENIOS_2048, bigintEngine, withEngine, withWindowBits } from '../index.ts';
import { modularInverse, windowedPower } from './bigint-engine.ts';
import { createGroup } from './create-group.ts';
import { fixedBaseTable } from './fixed-base.ts';

const group = BELENIOS_2048;
const { p, q, g } = group;

/** A group so small that every element can be tried: order 11 in the integers mod 23. */
const SMALL = createGroup({ name: 'small', p: 23n, q: 11n, g: 2n });

const scalar = fc.bigInt({ min: 0n, max: q - 1n });
const member = scalar.map((exponent) => group.generator.power(exponent));

/** Square and multiply, the plainest way: the yardstick for everything faster. */
function plainPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}

describe('the constants', () => {
  test('q divides p−1, and g generates a subgroup of order q', () => {
    expect((p - 1n) % q).toBe(0n);
    expect(plainPower(g, q, p)).toBe(1n);
    expect(g).not.toBe(1n);
    expect([p, q].map((number) => number.toString(2).length)).toEqual([2048, 256]);
  });

  test('p and q pass Fermat’s test to several bases', () => {
    for (const base of [2n, 3n, 5n, 7n]) {
      expect(plainPower(base, p - 1n, p)).toBe(1n);
      expect(plainPower(base, q - 1n, q)).toBe(1n);
    }
  });
});

describe('powers', () => {
  test('windows, buckets, tables and blinding give what square-and-multiply gives', () => {
    fc.assert(
      fc.property(member, scalar, scalar, (base, first, second) => {
        const expected = [first, second].map((exponent) => plainPower(base, exponent, p));
        expect([first, second].map((exponent) => group.power(base, exponent))).toEqual(expected);
        expect(group.powersOfOne(base, [first, second])).toEqual(expected);
        expect(group.powers([base, g], first)).toEqual([expected[0], plainPower(g, first, p)]);
        expect(group.secretPower(base, first, (count) => new Uint8Array(count).fill(255))).toBe(expected[0]);
        expect(group.generator.power(first)).toBe(plainPower(g, first, p));
        expect(group.productOfPowers([base, g], [first, second])).toBe(
          (plainPower(base, first, p) * plainPower(g, second, p)) % p,
        );
      }),
      { numRuns: 12, seed: 2048 },
    );
  });

  test('exponents at the edges, negative ones reduced mod q', () => {
    for (const exponent of [0n, 1n, 15n, 16n, 255n, 256n, q - 1n, q, q + 1n, -1n, -q, 3n * q + 5n]) {
      const expected = plainPower(g, ((exponent % q) + q) % q, p);
      expect(group.power(g, exponent)).toBe(expected);
      expect(group.generator.power(exponent)).toBe(expected);
      expect(group.powersOfOne(g, [exponent, 7n])[0]).toBe(expected);
    }
    expect(group.powersOfOne(g, [])).toEqual([]);
    expect(group.productOfPowers([], [])).toBe(1n);
    expect(() => group.productOfPowers([g], [])).toThrow(RangeError);
    expect(() => windowedPower(g, -1n, p)).toThrow(RangeError);
  });

  test('tables of every width agree, in a group small enough to try all', () => {
    for (let windowBits = 1; windowBits <= 6; windowBits += 1) {
      const table = fixedBaseTable(3n, { p: 23n, q: 11n, windowBits });
      for (let exponent = -12n; exponent < 24n; exponent += 1n) {
        expect(table.power(exponent)).toBe(plainPower(3n, ((exponent % 11n) + 11n) % 11n, 23n));
      }
    }
  });

  test('a table is built in pieces of the size asked for, and is then complete', () => {
    const table = fixedBaseTable(g, { p, q, windowBits: 4 });
    let pieces = 0;
    while (!table.warm(100)) pieces += 1;
    // 64 rows of 15 products after the given 1
    expect(pieces).toBe(Math.floor((64 * 15) / 100));
    expect(table.warm(0)).toBe(true);
    expect(table.power(q - 5n)).toBe(plainPower(g, q - 5n, p));
  });

  test('the blinded exponent is another one each time and longer than the secret', () => {
    const seen: bigint[] = [];
    const engine = {
      ...bigintEngine(p),
      secretPower: (base: bigint, exponent: bigint) => {
        seen.push(exponent);
        return plainPower(base, exponent, p);
      },
    };
    const blinding = withEngine(group, engine);
    const random = testRandom('blinding');
    const powers = [1, 2].map(() => blinding.secretPower(g, 5n, random));
    expect(powers).toEqual([plainPower(g, 5n, p), plainPower(g, 5n, p)]);
    expect(new Set(seen).size).toBe(2);
    for (const exponent of seen) {
      expect(exponent % q).toBe(5n);
      expect(exponent).toBeGreaterThan(q);
    }
  });
});

describe('engines and widths', () => {
  test('an engine for another modulus is refused', () => {
    expect(() => withEngine(group, bigintEngine(23n))).toThrow(RangeError);
  });

  test('the table of g is shared by engines, and another one for another width', () => {
    expect(withEngine(group, bigintEngine(p)).generator).toBe(group.generator);
    const wide = withWindowBits(SMALL, 3);
    expect(wide.generator).not.toBe(SMALL.generator);
    expect(wide.generator.power(9n)).toBe(SMALL.generator.power(9n));
    expect(wide.fixedBase(4n).power(5n)).toBe(plainPower(4n, 5n, 23n));
    expect(() => withWindowBits(group, 17)).toThrow(RangeError);
  });

  test('an engine without shared squarings gives the same powers', () => {
    const { powersOfOne: _, ...plain } = bigintEngine(p);
    expect(withEngine(group, plain).powersOfOne(g, [3n, 4n])).toEqual(group.powersOfOne(g, [3n, 4n]));
  });
});

describe('inverses', () => {
  test('an element times its inverse is 1', () => {
    fc.assert(
      fc.property(member, (element) => {
        expect(group.multiply(element, group.invert(element))).toBe(1n);
      }),
      { numRuns: 10, seed: 7 },
    );
    expect(group.multiply(g, group.generatorInverse)).toBe(1n);
  });

  test('negative numbers are reduced first; what shares a factor has none', () => {
    expect(modularInverse(-3n, 11n)).toBe(7n);
    expect(() => modularInverse(0n, 11n)).toThrow(RangeError);
    expect(() => modularInverse(6n, 9n)).toThrow(RangeError);
  });
});

describe('numbers as text', () => {
  test('what is written is read back', () => {
    fc.assert(
      fc.property(member, scalar, (element, exponent) => {
        expect(group.parseElement(group.formatElement(element))).toBe(element);
        expect(group.parseScalar(group.formatScalar(exponent))).toBe(exponent);
      }),
      { numRuns: 20, seed: 3 },
    );
  });

  test.each(['', '01', '-1', '+1', ' 1', '1 ', '1n', '0x1', '1e3', '1.0', '١', '1_0', '\u00001', '1\n'])(
    'the text %j is neither element nor scalar',
    (text) => {
      expect(group.parseElement(text)).toBeUndefined();
      expect(group.parseScalar(text)).toBeUndefined();
    },
  );

  test('ranges: elements 1..p−1, scalars 0..q−1', () => {
    expect(group.parseElement('0')).toBeUndefined();
    expect(group.parseElement('1')).toBe(1n);
    expect(group.parseElement(String(p - 1n))).toBe(p - 1n);
    expect(group.parseElement(String(p))).toBeUndefined();
    expect(group.parseElement('1'.repeat(618))).toBeUndefined();
    expect(group.parseScalar('0')).toBe(0n);
    expect(group.parseScalar(String(q - 1n))).toBe(q - 1n);
    expect(group.parseScalar(String(q))).toBeUndefined();
  });
});
