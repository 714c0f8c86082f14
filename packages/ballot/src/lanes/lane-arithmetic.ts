import { modularInverse } from '../group/bigint-engine.ts';
import { readDigits, writeBalancedDigits, writeDigits } from './digits.ts';
import { assembleProduct, DIGIT_BITS, DIGITS, LAYOUT, PAIR_BYTES, startBits } from './product-kernel.ts';
import { MEMORY_IMPORT } from './wasm-module.ts';

/** Where a pair of numbers lies: its place in the memory, counted in pairs. */
export type Pair = number;

const PAGE_BYTES = 65_536;
const FIRST_PAIR = Math.ceil(LAYOUT.free / PAIR_BYTES);
/** Largest number that can be worked with, in bits; smaller ones would only be slower than they need. */
const MODULUS_BITS = 2048;

/**
 * Arithmetic mod p on pairs of numbers: each product is two products. Numbers are kept as x·2^2091 mod p (Montgomery's
 * form) between `load` and `read`. Time does not depend on the numbers, but nothing here is made for secrets.
 */
export class LaneArithmetic {
  readonly modulus: bigint;
  readonly #memory: WebAssembly.Memory;
  readonly #product: (to: number, x: number, y: number) => void;
  #floats: Float64Array;
  #bytes: Uint8Array;
  #nextPair = FIRST_PAIR;
  readonly #free: Pair[] = [];
  readonly #modulusDigits: readonly number[];
  /** 2^(2·2091) mod p, to bring numbers into the form; 1 as plain number, to take them out. */
  readonly #intoForm: Pair;
  readonly #outOfForm: Pair;
  readonly #scratch: Pair;
  /** The pair (1, 1) in the form. */
  readonly one: Pair;

  private constructor(
    modulus: bigint,
    memory: WebAssembly.Memory,
    product: (to: number, x: number, y: number) => void,
  ) {
    this.modulus = modulus;
    this.#memory = memory;
    this.#product = product;
    this.#floats = new Float64Array(memory.buffer);
    this.#bytes = new Uint8Array(memory.buffer);

    const digitModulus = 2n ** BigInt(DIGIT_BITS);
    const inverse = Number(BigInt.asIntN(DIGIT_BITS, -modularInverse(modulus, digitModulus)));
    this.#floats.fill(inverse, LAYOUT.inverse / 8, LAYOUT.inverse / 8 + 2);
    const words = new BigUint64Array(memory.buffer);
    for (const [place, bits] of startBits().entries()) {
      words.fill(bits, LAYOUT.start / 8 + 2 * place, LAYOUT.start / 8 + 2 * place + 2);
    }
    const modulusPair = this.allocate();
    writeBalancedDigits(this.#floats, modulusPair, 0, modulus);
    writeBalancedDigits(this.#floats, modulusPair, 1, modulus);
    this.#bytes.copyWithin(LAYOUT.modulus, modulusPair * PAIR_BYTES, (modulusPair + 1) * PAIR_BYTES);
    this.#modulusDigits = Array.from(
      { length: DIGITS },
      (_, digit) => this.#floats[LAYOUT.modulus / 8 + 2 * digit] ?? 0,
    );

    const formFactor = 2n ** BigInt(DIGITS * DIGIT_BITS) % modulus;
    const constant = (number: bigint) => {
      const pair = this.allocate();
      writeBalancedDigits(this.#floats, pair, 0, number);
      writeBalancedDigits(this.#floats, pair, 1, number);
      return pair;
    };
    this.#intoForm = constant((formFactor * formFactor) % modulus);
    this.#outOfForm = constant(1n);
    this.one = constant(formFactor);
    this.#scratch = modulusPair;
  }

  /**
   * @param modulus odd, of 2048 bits
   * @returns `undefined` where the machine cannot do it: no relaxed SIMD, no fused multiply-add, or WebAssembly forbidden
   */
  static create(modulus: bigint): LaneArithmetic | undefined {
    if (modulus.toString(2).length !== MODULUS_BITS || modulus % 2n === 0n) return undefined;
    const pages = 4;
    try {
      const memory = new WebAssembly.Memory({ initial: pages });
      const module = new WebAssembly.Module(assembleProduct(pages));
      const { exports } = new WebAssembly.Instance(module, {
        [MEMORY_IMPORT.module]: { [MEMORY_IMPORT.name]: memory },
      });
      const product = exports['product'];
      if (typeof product !== 'function') return undefined;
      const lanes = new LaneArithmetic(modulus, memory, (to, x, y) => product(to, x, y));
      return lanes.#multipliesRightly() ? lanes : undefined;
    } catch {
      return undefined;
    }
  }

  /** Room for a pair; what is in it is left over from before. */
  allocate(): Pair {
    const freed = this.#free.pop();
    if (freed !== undefined) return freed;
    const pair = this.#nextPair;
    this.#nextPair += 1;
    // One pair of slack: the kernel reads one word beyond its arguments.
    const needed = (this.#nextPair + 1) * PAIR_BYTES;
    const present = this.#memory.buffer.byteLength;
    if (needed > present) {
      this.#memory.grow(Math.ceil(Math.max(needed - present, present / 4) / PAGE_BYTES));
      this.#floats = new Float64Array(this.#memory.buffer);
      this.#bytes = new Uint8Array(this.#memory.buffer);
    }
    return pair;
  }

  /** Gives the room of a pair back. */
  release(pair: Pair): void {
    this.#free.push(pair);
  }

  /** Puts two numbers into a pair. @param left and right: 0..p−1 */
  load(to: Pair, left: bigint, right: bigint): void {
    writeDigits(this.#floats, to, 0, left);
    writeDigits(this.#floats, to, 1, right);
    this.multiply(to, to, this.#intoForm);
  }

  /** The two numbers of a pair, each 0..p−1. */
  read(pair: Pair): [left: bigint, right: bigint] {
    this.multiply(this.#scratch, pair, this.#outOfForm);
    const number = (lane: 0 | 1) =>
      readDigits(this.#floats, this.#scratch, lane, this.#modulusDigits) % this.modulus;
    return [number(0), number(1)];
  }

  /** to = x·y, lane by lane; the three may be the same pair. */
  multiply(to: Pair, x: Pair, y: Pair): void {
    this.#product(to * PAIR_BYTES, x * PAIR_BYTES, y * PAIR_BYTES);
  }

  copy(to: Pair, from: Pair): void {
    this.#bytes.copyWithin(to * PAIR_BYTES, from * PAIR_BYTES, (from + 1) * PAIR_BYTES);
  }

  /** Copies the left number of one pair into the right lane of another, and 1 into its left lane. */
  moveRight(to: Pair, from: Pair): void {
    const [toFloat, fromFloat, oneFloat] = [to, from, this.one].map((pair) => (pair * PAIR_BYTES) / 8);
    for (let digit = 0; digit < 2 * DIGITS; digit += 2) {
      const moved = this.#floats[(fromFloat ?? 0) + digit] ?? 0;
      this.#floats[(toFloat ?? 0) + digit] = this.#floats[(oneFloat ?? 0) + digit] ?? 0;
      this.#floats[(toFloat ?? 0) + digit + 1] = moved;
    }
  }

  /** A few products beside BigInt's: machines without fused multiply-add fail here. */
  #multipliesRightly(): boolean {
    const { modulus } = this;
    const dense = 2n ** BigInt(MODULUS_BITS - 1) - 1n;
    const samples = [0n, 1n, 2n, dense % modulus, modulus - 1n, modulus / 3n, 3n ** 1200n % modulus];
    const [first, second] = [this.allocate(), this.allocate()];
    const right = samples.every((left, index) => {
      const other = samples[(index + 3) % samples.length] ?? 1n;
      this.load(first, left, other);
      this.load(second, other, other);
      this.multiply(first, first, second);
      const [leftProduct, rightProduct] = this.read(first);
      return leftProduct === (left * other) % modulus && rightProduct === (other * other) % modulus;
    });
    this.release(first);
    this.release(second);
    return right;
  }
}
