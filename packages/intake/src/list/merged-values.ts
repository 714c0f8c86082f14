import type { Cell, MergedRange, SourceRow } from '../source/cell.ts';

/** A value that a merged range shows for a row, though the file keeps it only in the first one. */
export interface MergedValue {
  readonly column: number;
  readonly fromRow: number;
  readonly value: Cell;
}

/** Follows merged ranges down a sheet. Rows must come in ascending order. */
export class MergedValues {
  readonly #waiting: readonly MergedRange[];
  #next = 0;
  #active: { readonly range: MergedRange; readonly value: Cell }[] = [];

  /** @param ranges by their first row */
  constructor(ranges: readonly MergedRange[]) {
    this.#waiting = ranges;
  }

  /** Values of merged ranges that began above this row and cover it. */
  at({ row, cells }: SourceRow): readonly MergedValue[] {
    this.#active = this.#active.filter(({ range }) => range.bottom >= row);
    const covering = this.#active.map(({ range, value }) => ({
      column: range.left,
      fromRow: range.top,
      value,
    }));
    for (
      let range = this.#waiting[this.#next];
      range !== undefined && range.top <= row;
      range = this.#waiting[this.#next]
    ) {
      this.#next += 1;
      if (range.top === row) this.#active.push({ range, value: cells[range.left] ?? '' });
    }
    return covering;
  }
}
