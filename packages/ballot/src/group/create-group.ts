import type { RandomSource } from '../random.ts';
import { bytesToInteger } from '../random.ts';
import { bigintEngine, modularInverse } from './bigint-engine.ts';
import type { PowerEngine } from './engine.ts';
import { fixedBaseTable } from './fixed-base.ts';
import type { FixedBase, Group } from './group.ts';

/** The numbers that define a group. */
export interface GroupConstants {
  readonly name: string;
  readonly p: bigint;
  readonly q: bigint;
  readonly g: bigint;
}

interface GroupParts {
  readonly engine: PowerEngine;
  readonly generator: FixedBase;
  readonly windowBits: number;
}

/** Width of a table that pays from a few dozen powers on; 10 pays from a few hundred ballots on. */
const DEFAULT_WINDOW_BITS = 8;

/** Bytes of the random multiple of q that blinds a secret exponent. */
const BLINDING_BYTES = 8;

/** A group from its numbers, with BigInt arithmetic and 8-bit tables. */
export function createGroup(constants: GroupConstants): Group {
  return assemble(constants, {
    engine: bigintEngine(constants.p),
    generator: fixedBaseTable(constants.g, { ...constants, windowBits: DEFAULT_WINDOW_BITS }),
    windowBits: DEFAULT_WINDOW_BITS,
  });
}

/** The same group, its any-base powers and hashes done by another engine; shares the table of g. */
export function withEngine(group: Group, engine: PowerEngine): Group {
  if (engine.modulus !== group.p) throw new RangeError(`the engine ${engine.name} has another modulus`);
  return engine === group.engine ? group : assemble(group, { ...group, engine });
}

/** The same group with tables of another width (1..16 bits) for g and for every `fixedBase` made from it. */
export function withWindowBits(group: Group, windowBits: number): Group {
  if (!Number.isInteger(windowBits) || windowBits < 1 || windowBits > 16) {
    throw new RangeError('a window has 1 to 16 bits');
  }
  const generator = fixedBaseTable(group.g, { p: group.p, q: group.q, windowBits });
  return windowBits === group.windowBits ? group : assemble(group, { ...group, generator, windowBits });
}

function assemble({ name, p, q, g }: GroupConstants, { engine, generator, windowBits }: GroupParts): Group {
  const elementDigits = p.toString().length;
  const scalarDigits = q.toString().length;
  const reduce = (exponent: bigint) => {
    const rest = exponent % q;
    return rest < 0n ? rest + q : rest;
  };
  const onlyPower = (base: bigint, exponent: bigint) => engine.powers([base], exponent)[0] ?? 1n;

  return {
    name,
    p,
    q,
    g,
    engine,
    generator,
    generatorInverse: modularInverse(g, p),
    windowBits,
    multiply: (left, right) => (left * right) % p,
    invert: (element) => modularInverse(element, p),
    power: (base, exponent) => onlyPower(base, reduce(exponent)),
    powers: (bases, exponent) => engine.powers(bases, reduce(exponent)),
    powersOfOne: (base, exponents) =>
      engine.powersOfOne?.(base, exponents.map(reduce)) ??
      exponents.map((exponent) => onlyPower(base, reduce(exponent))),
    productOfPowers: (bases, exponents) => {
      if (bases.length !== exponents.length) throw new RangeError('as many exponents as bases are needed');
      return bases.reduce(
        (product, base, index) => (product * onlyPower(base, reduce(exponents[index] ?? 0n))) % p,
        1n,
      );
    },
    secretPower: (base: bigint, exponent: bigint, random: RandomSource) =>
      engine.secretPower(base, reduce(exponent) + (bytesToInteger(random(BLINDING_BYTES)) + 1n) * q),
    fixedBase: (base) => fixedBaseTable(base, { p, q, windowBits }),
    isMember: (element) => element > 0n && element < p && onlyPower(element, q) === 1n,
    parseElement: (text) => {
      const element = parseDecimal(text, elementDigits);
      return element !== undefined && element > 0n && element < p ? element : undefined;
    },
    parseScalar: (text) => {
      const scalar = parseDecimal(text, scalarDigits);
      return scalar !== undefined && scalar < q ? scalar : undefined;
    },
    formatElement: String,
    formatScalar: String,
  };
}

const DECIMAL = /^(?:0|[1-9][0-9]*)$/;

function parseDecimal(text: string, maxDigits: number): bigint | undefined {
  return text.length <= maxDigits && DECIMAL.test(text) ? BigInt(text) : undefined;
}
