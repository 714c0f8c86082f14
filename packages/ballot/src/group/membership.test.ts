import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testRandom } from '../../test/place.ts';
import { BELENIOS_2048, findNonMembers } from '../index.ts';
import { windowedPower } from './bigint-engine.ts';
import { createGroup } from './create-group.ts';

const { p, q, g } = BELENIOS_2048;

/** 3 divides (p−1)/q, so there are elements of order 3: the hardest strangers to see in a product. */
function elementOfOrder(order: bigint): bigint {
  expect((p - 1n) % order).toBe(0n);
  for (let base = 2n; ; base += 1n) {
    const element = windowedPower(base, (p - 1n) / order, p);
    if (element !== 1n) return element;
  }
}

/** What must be found: not in the subgroup, or not even a residue. */
const STRANGERS = {
  zero: 0n,
  p,
  'p+g': p + g,
  negative: -g,
  'order 2': p - 1n,
  'order 2q': p - g,
  'order 3': elementOfOrder(3n),
  'order 3q': (elementOfOrder(3n) * g) % p,
  'a small integer': 2n,
};

/** Members that cost nothing to make: powers of g by multiplication. */
function members(count: number): bigint[] {
  const powers = [g];
  while (powers.length < count) powers.push(((powers.at(-1) ?? 1n) * g) % p);
  return powers;
}

describe('one by one', () => {
  test.each(Object.entries(STRANGERS))('%s is no member', (_, element) => {
    expect(BELENIOS_2048.isMember(element)).toBe(false);
  });

  test('g, its powers and the identity are members', () => {
    for (const element of [1n, ...members(3)]) expect(BELENIOS_2048.isMember(element)).toBe(true);
  });

  test('in a small group exactly the quadratic residues are members', () => {
    const small = createGroup({ name: 'small', p: 23n, q: 11n, g: 2n });
    const squares = new Set(Array.from({ length: 22 }, (_, index) => BigInt((index + 1) ** 2 % 23)));
    for (let element = 0n; element < 23n; element += 1n) {
      expect(small.isMember(element)).toBe(squares.has(element));
    }
  });
});

describe('together', () => {
  const many = members(200);

  test('200 members pass with 80 powers, none of them alone', () => {
    let powerCount = 0;
    const engine = {
      ...BELENIOS_2048.engine,
      powers: (bases: readonly bigint[], exponent: bigint) => {
        powerCount += bases.length;
        return BELENIOS_2048.engine.powers(bases, exponent);
      },
    };
    expect(findNonMembers({ ...BELENIOS_2048, engine }, many, testRandom('batch'))).toEqual([]);
    expect(powerCount).toBe(80);
  });

  test('no elements, and a few: no stranger among them', () => {
    expect(findNonMembers(BELENIOS_2048, [], testRandom('none'))).toEqual([]);
    expect(findNonMembers(BELENIOS_2048, many.slice(0, 2), testRandom('few'))).toEqual([]);
    expect(findNonMembers(BELENIOS_2048, [g, p - g], testRandom('few'))).toEqual([1]);
  });

  // In the small group every stranger has order 2 or 22, and whole batches can be tried by the hundred.
  const small = createGroup({ name: 'small', p: 23n, q: 11n, g: 2n });
  test('any strangers at any places among many are named, one or several', () => {
    let reached = 0;
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 1n, max: 22n }), { minLength: 81, maxLength: 160 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (elements, seed) => {
          const culprits = elements.flatMap((element, index) => (small.isMember(element) ? [] : [index]));
          const onlyOne = elements.map((element, index) =>
            index === culprits[0] || small.isMember(element) ? element : 1n,
          );
          const random = testRandom(seed.join());
          expect(findNonMembers(small, elements, random)).toEqual(culprits);
          expect(findNonMembers(small, onlyOne, random)).toEqual(culprits.slice(0, 1));
          if (culprits.length > 0) reached += 1;
        },
      ),
      { numRuns: 60, seed: 80 },
    );
    expect(reached).toBeGreaterThan(50);
  });

  test.each(['order 2q', 'order 3q', 'zero', 'p+g'] as const)(
    'one element of %s among 100 is named by its place',
    (name) => {
      const elements = many.slice(0, 100);
      elements[63] = STRANGERS[name];
      expect(findNonMembers(BELENIOS_2048, elements, testRandom(name))).toEqual([63]);
    },
  );

  test('each of the eight choices that a byte holds is a subset of its own', () => {
    const elements = [...members(81), p - g];
    for (let bit = 0; bit < 8; bit += 1) {
      const choosing = (byteCount: number) => new Uint8Array(byteCount).fill(1 << bit);
      expect(findNonMembers(BELENIOS_2048, elements, choosing)).toEqual([81]);
    }
    // A planted fault of the source: who chooses nothing finds nothing. The bytes must be unforeseeable.
    expect(findNonMembers(BELENIOS_2048, elements, (byteCount) => new Uint8Array(byteCount))).toEqual([]);
  });

  test('two strangers that cancel in one product are both named', () => {
    const third = elementOfOrder(3n);
    const elements = [...many.slice(0, 98), third, (third * third) % p];
    expect(findNonMembers(BELENIOS_2048, elements, testRandom('pair'))).toEqual([98, 99]);
  });

  test('the scalar q is not reduced away: a stranger to the power q is not 1', () => {
    expect(windowedPower(p - g, q, p)).not.toBe(1n);
  });
});
