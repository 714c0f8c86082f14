import type { CommitmentBases, CommitmentPair, PowerEngine, ProvenStatement } from '../group/engine.ts';
import type { RandomSource } from '../random.ts';
import { LaneArithmetic, type Pair } from './lane-arithmetic.ts';
import { multiplyInto, PairTable, powersOfPair } from './pair-powers.ts';

/** Tables that are kept: one election's, and the one before. */
const KEPT_TABLES = 2;

const SUBSETS = 80;
const SUBSETS_PER_BYTE = 8;

/** What a lane engine leaves to the engine below it. */
export interface LaneEngineOptions {
  /** Whether powers of any base are faster here than below: true over BigInt, false over OpenSSL. */
  readonly powers: boolean;
}

/**
 * An engine that checks proofs two numbers at a time, by floating point with fused multiply-add; all else, secrets
 * above all, is left to the engine below.
 * @returns the engine below itself where the machine cannot do it
 */
export function withLanes(below: PowerEngine, { powers }: LaneEngineOptions): PowerEngine {
  const lanes = LaneArithmetic.create(below.modulus);
  if (lanes === undefined) return below;
  const proofs = new LaneProofs(lanes);
  return {
    ...below,
    name: `${below.name}+lanes`,
    ...(powers ? { powers: (bases, exponent) => proofs.powers(bases, exponent) } : {}),
    commitments: (bases, statements) => proofs.commitments(bases, statements),
    areMembers: (elements, order, random) => proofs.areMembers(elements, order, random),
  };
}

class LaneProofs {
  readonly #lanes: LaneArithmetic;
  #tables: { readonly table: PairTable; readonly windowBits: number }[] = [];

  constructor(lanes: LaneArithmetic) {
    this.#lanes = lanes;
  }

  powers(bases: readonly bigint[], exponent: bigint): bigint[] {
    const lanes = this.#lanes;
    const exponentBits = exponent.toString(2).length;
    return pairsOf(bases).flatMap(([left, right]) => {
      const pair = lanes.allocate();
      lanes.load(pair, left, right ?? left);
      const [power] = powersOfPair(lanes, pair, [exponent], exponentBits);
      const numbers = lanes.read(power ?? pair);
      for (const used of [pair, power]) if (used !== undefined) lanes.release(used);
      return right === undefined ? numbers.slice(0, 1) : numbers;
    });
  }

  /** See `PowerEngine.commitments`. Left lane: g, α. Right lane: y, β. */
  commitments(bases: CommitmentBases, statements: readonly ProvenStatement[]): CommitmentPair[] {
    const lanes = this.#lanes;
    const { generatorInverse, order } = bases;
    const table = this.#tableOf(bases);
    const exponentBits = order.toString(2).length;
    const commitments: CommitmentPair[] = [];
    for (const [first, { alpha, beta }] of statements.entries()) {
      if (commitments[first] !== undefined) continue;
      const places = [...statements.keys()].filter(
        (place) => statements[place]?.alpha === alpha && statements[place]?.beta === beta,
      );
      // A plaintext of several statements is taken out by a power of g; of one alone, before the powers are made.
      const [only] = places.length === 1 ? places : [];
      const plaintextAhead = only === undefined ? 0 : (statements[only]?.plaintext ?? 0);
      let right = beta;
      for (let step = 0; step < plaintextAhead; step += 1) right = (right * generatorInverse) % lanes.modulus;

      const base = lanes.allocate();
      lanes.load(base, alpha, right);
      const powers = powersOfPair(
        lanes,
        base,
        places.map((place) => statements[place]?.challenge ?? 0n),
        exponentBits,
      );
      lanes.release(base);
      for (const [index, place] of places.entries()) {
        const power = powers[index];
        const statement = statements[place];
        if (power === undefined || statement === undefined)
          throw new RangeError('a power for each statement');
        table.multiplyPower(power, statement.response);
        const rest = BigInt(statement.plaintext - plaintextAhead) * statement.challenge;
        if (rest !== 0n) this.#divideRight(power, table, order - (rest % order));
        const [a, b] = lanes.read(power);
        commitments[place] = { a, b };
        lanes.release(power);
      }
    }
    return commitments;
  }

  /** Multiplies the right lane by g^exponent. */
  #divideRight(target: Pair, table: PairTable, exponent: bigint): void {
    const lanes = this.#lanes;
    const factor = multiplyInto(lanes, undefined, lanes.one);
    table.multiplyPower(factor, exponent);
    lanes.moveRight(factor, factor);
    lanes.multiply(target, target, factor);
    lanes.release(factor);
  }

  /**
   * See `PowerEngine.areMembers`. The left elements of all pairs and the right ones are two lists, each tested by 80
   * random subset products; both lists choose by the same random bits, which each of them alone could not foresee.
   */
  areMembers(elements: readonly bigint[], order: bigint, random: RandomSource): boolean {
    const lanes = this.#lanes;
    const pairs = pairsOf(elements).map(([left, right = 1n]) => {
      const pair = lanes.allocate();
      lanes.load(pair, left, right);
      return pair;
    });
    const columns = SUBSETS / SUBSETS_PER_BYTE;
    const choices = random(pairs.length * columns);
    let areMembers = true;
    for (let column = 0; column < columns && areMembers; column += 1) {
      // Eight subsets at once: all pairs with the same eight choices are multiplied first.
      const buckets = new Array<Pair | undefined>(1 << SUBSETS_PER_BYTE).fill(undefined);
      for (const [index, pair] of pairs.entries()) {
        const choice = choices[index * columns + column] ?? 0;
        if (choice !== 0) buckets[choice] = multiplyInto(lanes, buckets[choice], pair);
      }
      for (const product of this.#subsetProducts(buckets)) {
        const exponentBits = order.toString(2).length;
        const [power] = powersOfPair(lanes, product, [order], exponentBits);
        if (power !== undefined) {
          const [left, right] = lanes.read(power);
          areMembers &&= left === 1n && right === 1n;
          lanes.release(power);
        }
        lanes.release(product);
      }
    }
    for (const pair of pairs) lanes.release(pair);
    return areMembers;
  }

  /** For each bit, the product of the buckets whose number has it; folds the highest bit away, then the next. */
  #subsetProducts(buckets: readonly (Pair | undefined)[]): Pair[] {
    const lanes = this.#lanes;
    const products: Pair[] = [];
    let rest = buckets;
    while (rest.length > 1) {
      const half = rest.length / 2;
      const lower = rest.slice(0, half);
      let product: Pair | undefined;
      for (const [index, upper] of rest.slice(half).entries()) {
        if (upper === undefined) continue;
        product = multiplyInto(lanes, product, upper);
        lower[index] = multiplyInto(lanes, lower[index], upper);
        lanes.release(upper);
      }
      if (product !== undefined) products.push(product);
      rest = lower;
    }
    for (const pair of rest) if (pair !== undefined) lanes.release(pair);
    return products;
  }

  #tableOf({ generator, key, order, windowBits }: CommitmentBases): PairTable {
    const fits = ({ table }: { readonly table: PairTable }) =>
      table.left === generator && table.right === key;
    const found = this.#tables.find((kept) => fits(kept) && kept.windowBits >= windowBits);
    if (found !== undefined) return found.table;
    const size = { windowBits, exponentBits: order.toString(2).length };
    const table = new PairTable(this.#lanes, { left: generator, right: key }, size);
    const kept = this.#tables.filter((other) => !fits(other));
    for (const old of [...this.#tables.filter(fits), ...kept.splice(KEPT_TABLES - 1)]) old.table.release();
    this.#tables = [{ table, windowBits }, ...kept];
    return table;
  }
}

function pairsOf(numbers: readonly bigint[]): [bigint, bigint | undefined][] {
  const pairs: [bigint, bigint | undefined][] = [];
  for (let index = 0; index < numbers.length; index += 2) {
    pairs.push([numbers[index] ?? 1n, numbers[index + 1]]);
  }
  return pairs;
}
