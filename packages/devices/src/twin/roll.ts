import { type Bitmap, bytesPerRow } from '../bitmap.ts';

export const DOTS_PER_MILLIMETRE = 8;

/** The virtual roll: what lies between knife and head, and how much is left. Only this class knows what is on paper. */
export class Roll {
  readonly #widthDots: number;
  /** From the printing head to the knife: what was printed last is not yet past the knife. */
  readonly headToKnifeDots: number;
  readonly #blank: Uint8Array;
  #strip: Uint8Array[];
  #leftDots: number;

  constructor(shape: { widthDots: number; headToKnifeDots: number; rollMillimetres: number }) {
    this.#widthDots = shape.widthDots;
    this.headToKnifeDots = shape.headToKnifeDots;
    this.#blank = new Uint8Array(bytesPerRow(shape.widthDots));
    this.#strip = Array.from({ length: shape.headToKnifeDots }, () => this.#blank);
    this.#leftDots = shape.rollMillimetres * DOTS_PER_MILLIMETRE;
  }

  get rowBytes(): number {
    return this.#blank.length;
  }

  get leftMillimetres(): number {
    return this.#leftDots / DOTS_PER_MILLIMETRE;
  }

  get rowsUncut(): number {
    return this.#strip.length;
  }

  /** Printed paper that the knife has not yet reached stays; only the supply changes. */
  setLeft(millimetres: number): void {
    this.#leftDots = Math.round(millimetres * DOTS_PER_MILLIMETRE);
  }

  /** Moves by one row and prints on it. @returns false when there is no paper */
  advance(dots: Uint8Array | null): boolean {
    if (this.#leftDots === 0) return false;
    this.#leftDots -= 1;
    this.#strip.push(dots === null ? this.#blank : this.#fitted(dots));
    return true;
  }

  /** The paper does not move, so every row falls on the last one. */
  overprint(dots: Uint8Array): void {
    const last = this.#strip.length - 1;
    const old = this.#strip[last] ?? this.#blank;
    const ink = this.#fitted(dots);
    this.#strip[last] = old.map((byte, index) => byte | (ink[index] ?? 0));
  }

  /** @returns the piece that falls off, or null when nothing has passed the knife */
  cut(): Bitmap | null {
    const passed = this.#strip.length - this.headToKnifeDots;
    if (passed <= 0) return null;
    return this.#bitmap(this.#strip.splice(0, passed));
  }

  uncut(): Bitmap {
    return this.#bitmap(this.#strip);
  }

  #fitted(dots: Uint8Array): Uint8Array {
    const row = new Uint8Array(this.#blank.length);
    row.set(dots.subarray(0, row.length));
    const beyond = row.length * 8 - this.#widthDots;
    const last = row.length - 1;
    row[last] = ((row[last] ?? 0) >> beyond) << beyond;
    return row;
  }

  #bitmap(rows: readonly Uint8Array[]): Bitmap {
    const data = new Uint8Array(rows.length * this.#blank.length);
    rows.forEach((row, index) => {
      data.set(row, index * row.length);
    });
    return { width: this.#widthDots, height: rows.length, data };
  }
}
