import { createHash } from 'node:crypto';

/**
 * Draws that a seed repeats exactly, for synthetic people only: anyone can predict them, so never for keys, tokens or ballots.
 * The generator is sfc32 (C. Doty-Humphrey, PractRand), started from the SHA-256 of the seed.
 */
export class SeededDraws {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number | string) {
    const digest = createHash('sha256').update(`bilik/v1/synthetic-people/${seed}`).digest();
    this.#a = digest.readInt32LE(0);
    this.#b = digest.readInt32LE(4);
    this.#c = digest.readInt32LE(8);
    for (let round = 0; round < 12; round += 1) this.#next();
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor((this.#next() / 2 ** 32) * (most - least + 1));
  }

  /** True about `perMille` times in a thousand. */
  happens(perMille: number): boolean {
    return this.between(1, 1000) <= perMille;
  }

  /** One of the items; there must be at least one. */
  oneOf<Item>(items: readonly Item[]): Item {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new RangeError('nothing to draw from');
    return item;
  }

  #next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return sum >>> 0;
  }
}
