import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { at, testRandom } from '../../test/place.ts';
import { bigintEngine } from '../group/bigint-engine.ts';
import type { ProvenStatement } from '../group/engine.ts';
import { BELENIOS_2048, findNonMembers, randomScalar } from '../index.ts';
import { LaneArithmetic } from './lane-arithmetic.ts';
import { withLanes } from './lane-engine.ts';
import { DIGIT_BITS, DIGITS } from './product-kernel.ts';

const { p, q, g, generatorInverse } = BELENIOS_2048;
const random = testRandom('lanes');

function arithmetic(modulus: bigint = p): LaneArithmetic {
  const lanes = LaneArithmetic.create(modulus);
  if (lanes === undefined)
    throw new Error('this machine has no fused multiply-add: the fast way is untested here');
  return lanes;
}

/** Numbers whose digits are as large, as small or as lopsided as they can be: where sums would overflow first. */
const extreme = fc
  .array(fc.constantFrom(0n, 1n, 2n ** 50n - 1n, 2n ** 50n, 2n ** 50n + 1n, 2n ** 51n - 1n), {
    minLength: DIGITS,
    maxLength: DIGITS,
  })
  .map((digits) => digits.reduce((number, digit) => number * 2n ** BigInt(DIGIT_BITS) + digit, 0n));
const any = fc.bigInt({ min: 0n, max: p - 1n });
const number = fc.oneof(
  any,
  extreme.map((value) => value % p),
  fc.constantFrom(0n, 1n, 2n, p - 1n, p - 2n, p / 2n),
);

describe('products of two numbers at a time', () => {
  test('are BigInt’s products, however lopsided the digits, and again and again', () => {
    const lanes = arithmetic();
    const [x, y] = [lanes.allocate(), lanes.allocate()];
    let lopsided = 0;
    fc.assert(
      fc.property(number, number, number, number, (a, b, c, d) => {
        lanes.load(x, a, b);
        lanes.load(y, c, d);
        lanes.multiply(x, x, y);
        for (let round = 0; round < 3; round += 1) lanes.multiply(x, x, x);
        lanes.multiply(x, y, x);
        const expected = (left: bigint, right: bigint) => (((left * right) % p) ** 8n * right) % p;
        expect(lanes.read(x)).toEqual([expected(a, c), expected(b, d)]);
        if (a.toString(2).includes('1'.repeat(200))) lopsided += 1;
      }),
      { numRuns: 2000, seed: 1607 },
    );
    expect(lopsided).toBeGreaterThan(0);
  });

  test('hold for moduli at both ends of 2048 bits', () => {
    const moduli = [2n ** 2047n + 1n, 2n ** 2048n - 1n, 2n ** 2048n - 2n ** 1024n - 1n, 3n ** 1292n];
    for (const modulus of moduli) {
      const lanes = arithmetic(modulus);
      const [x, y] = [lanes.allocate(), lanes.allocate()];
      fc.assert(
        fc.property(extreme, extreme, any, (a, b, c) => {
          const [left, right, other] = [a % modulus, b % modulus, c % modulus];
          lanes.load(x, left, right);
          lanes.load(y, other, right);
          lanes.multiply(x, x, y);
          expect(lanes.read(x)).toEqual([(left * other) % modulus, (right * right) % modulus]);
        }),
        { numRuns: 200, seed: 33 },
      );
    }
  });

  test('other sizes, and even moduli, are left to BigInt', () => {
    expect(LaneArithmetic.create(2n ** 2047n - 1n)).toBeUndefined();
    expect(LaneArithmetic.create(2n ** 2048n + 1n)).toBeUndefined();
    expect(LaneArithmetic.create(p - 1n)).toBeUndefined();
  });

  test('room is given out again, and grows without losing what is in it', () => {
    const lanes = arithmetic();
    const pairs = Array.from({ length: 2000 }, (_, index) => {
      const pair = lanes.allocate();
      lanes.load(pair, BigInt(index), p - 1n - BigInt(index));
      return pair;
    });
    for (const [index, pair] of pairs.entries()) {
      expect(lanes.read(pair)).toEqual([BigInt(index), p - 1n - BigInt(index)]);
    }
    lanes.release(at(pairs, 7));
    expect(lanes.allocate()).toBe(at(pairs, 7));
  });
});

describe('an engine with lanes', () => {
  const plain = bigintEngine(p);
  const engine = withLanes(plain, { powers: true });
  const group = { ...BELENIOS_2048, engine };

  test('is there on this machine, and says so', () => {
    expect(engine.name).toBe('bigint+lanes');
    expect(engine.commitments).toBeDefined();
    expect(withLanes(bigintEngine(2n ** 255n - 19n), { powers: true }).name).toBe('bigint');
  });

  test('gives the powers of the engine below, for any bases and exponents', () => {
    const bases = fc.array(number, { maxLength: 5 });
    const exponent = fc.oneof(
      fc.bigInt({ min: 0n, max: q }),
      fc.constantFrom(0n, 1n, 2n, 15n, 16n, q - 1n, q, 2n ** 300n),
    );
    fc.assert(
      fc.property(bases, exponent, (some, power) => {
        expect(engine.powers(some, power)).toEqual(plain.powers(some, power));
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test('gives the commitments made of single powers, whatever the statements, tables of any width', () => {
    const scalars = fc.oneof(fc.bigInt({ min: 0n, max: q - 1n }), fc.constantFrom(0n, 1n, q - 1n));
    const element = fc.oneof(
      number.filter((value) => value > 0n),
      fc.constant(1n),
    );
    const shared = fc.tuple(element, element);
    const proof = fc.record({
      plaintext: fc.integer({ min: 0, max: 3 }),
      challenge: scalars,
      response: scalars,
    });
    const statements = fc.array(fc.tuple(fc.boolean(), shared, proof), { minLength: 1, maxLength: 4 });
    let together = 0;
    fc.assert(
      fc.property(shared, statements, fc.constantFrom(2, 4), element, (pair, parts, windowBits, key) => {
        const list = parts.map(([isShared, own, rest]): ProvenStatement => {
          const [alpha, beta] = isShared ? pair : own;
          return { alpha, beta, ...rest };
        });
        const power = (base: bigint, exponent: bigint) => plain.powers([base], exponent)[0] ?? 0n;
        const expected = list.map(({ alpha, beta, plaintext, challenge, response }) => ({
          a: (power(g, response) * power(alpha, challenge)) % p,
          b:
            (power(key, response) *
              power((beta * power(generatorInverse, BigInt(plaintext))) % p, challenge)) %
            p,
        }));
        const bases = { generator: g, generatorInverse, key, order: q, windowBits };
        expect(engine.commitments?.(bases, list)).toEqual(expected);
        if (parts.filter(([isShared]) => isShared).length > 1) together += 1;
      }),
      { numRuns: 25, seed: 16 },
    );
    expect(together).toBeGreaterThan(5);
  });

  test('finds one stranger of any small order among many members, in either lane', () => {
    const members = Array.from({ length: 121 }, () =>
      BELENIOS_2048.generator.power(randomScalar(group, random)),
    );
    expect(findNonMembers(group, members, random)).toEqual([]);
    const power = (base: bigint, exponent: bigint) => plain.powers([base], exponent)[0] ?? 0n;
    const nonResidue = [2n, 3n, 5n, 7n, 11n].find((base) => power(base, (p - 1n) / 3n) !== 1n) ?? 0n;
    // Of order 2, of order 2q, of order 3, and of some large order.
    const strangers = [p - 1n, p - g, power(nonResidue, (p - 1n) / 3n), nonResidue];
    expect(power(nonResidue, p - 1n)).toBe(1n);
    for (const stranger of strangers) {
      for (const place of [0, 1, 60, 119, 120]) {
        const elements = members.with(place, (at(members, place) * stranger) % p);
        expect(findNonMembers(group, elements, random)).toEqual([place]);
      }
    }
  });

  test('two strangers that would cancel each other are both found', () => {
    const members = Array.from({ length: 120 }, () =>
      BELENIOS_2048.generator.power(randomScalar(group, random)),
    );
    const elements = members.map((element, index) => ([10, 11, 20].includes(index) ? p - element : element));
    expect(findNonMembers(group, elements, random)).toEqual([10, 11, 20]);
  });

  test('a machine that rounds twice is not trusted with it', () => {
    const real = WebAssembly;
    // What such a machine would do: the same module, its product wrong in one digit.
    class WrongInstance {
      readonly exports: Record<string, unknown>;
      constructor(module: WebAssembly.Module, imports: WebAssembly.Imports) {
        const { exports } = new real.Instance(module, imports);
        const memory = Object.values(imports['lanes'] ?? {})[0];
        const product = exports['product'];
        this.exports = {
          product: (to: number, x: number, y: number) => {
            if (typeof product === 'function') product(to, x, y);
            if (memory instanceof real.Memory) new Float64Array(memory.buffer)[to / 8] = 1;
          },
        };
      }
    }
    vi.stubGlobal('WebAssembly', { Memory: real.Memory, Module: real.Module, Instance: WrongInstance });
    try {
      expect(LaneArithmetic.create(p)).toBeUndefined();
      expect(withLanes(plain, { powers: true })).toBe(plain);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
