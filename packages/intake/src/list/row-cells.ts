import type { ColumnField } from '../field/column-field.ts';
import { cleanText, saysNothing, textDamage } from '../field/text-field.ts';
import type { ProblemDetails, ProblemKind } from '../problem/problem.ts';
import type { ProblemLog } from '../problem/problem-log.ts';
import { type Cell, cellText } from '../source/cell.ts';
import type { ListColumn } from './header.ts';
import type { ListColumns } from './list-columns.ts';

/** The cells of one row by field, and the place of every problem found in them. */
export class RowCells {
  readonly #cells: readonly Cell[];
  readonly #fields: ReadonlyMap<ColumnField, ListColumn>;
  readonly #titled: ReadonlySet<number>;
  readonly #log: ProblemLog;
  readonly sheet: string | null;
  readonly row: number;
  #errors = 0;

  constructor(
    sheet: string | null,
    row: number,
    cells: readonly Cell[],
    columns: ListColumns,
    log: ProblemLog,
  ) {
    this.sheet = sheet;
    this.row = row;
    this.#cells = cells;
    this.#fields = columns.byField;
    this.#titled = columns.titled;
    this.#log = log;
  }

  /** Whether `report` was told of something that keeps this row out. */
  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  has(field: ColumnField): boolean {
    return this.#fields.has(field);
  }

  /**
   * The cell of a field; `''` where the column is missing.
   * @returns null when the cell holds no text, number or day; that is reported here
   */
  take(field: ColumnField): Cell | null {
    const column = this.#fields.get(field);
    const cell = column === undefined ? '' : (this.#cells[column.index] ?? '');
    if (typeof cell === 'string' || cell.kind === 'number') return cell;
    switch (cell.kind) {
      case 'error':
        this.error('error-cell', field, { code: cell.code });
        return null;
      case 'formula-without-value':
        this.error('formula-without-value', field);
        return null;
      case 'truth-value':
        this.error('truth-value-cell', field);
        return null;
    }
  }

  /** The cell right of a field's column when that column has no title of its own, as under a title over two columns; else `''`. */
  untitledRightOf(field: ColumnField): Cell {
    const column = this.#fields.get(field);
    if (column === undefined || this.#titled.has(column.index + 1)) return '';
    return this.#cells[column.index + 1] ?? '';
  }

  /** The raw text of a field, without judging it. */
  peek(field: ColumnField): string {
    const column = this.#fields.get(field);
    return column === undefined ? '' : cellText(this.#cells[column.index] ?? '').trim();
  }

  /**
   * A field that people will read.
   * @returns the cleaned text; null when it is empty; undefined when it is damaged, which is reported here
   */
  text(field: ColumnField, maxCharacters: number): string | null | undefined {
    const cell = this.take(field);
    return cell === null ? undefined : this.judged(cleanText(cellText(cell)), field, maxCharacters);
  }

  /** @param text cleaned, from the cell of `field` */
  judged(text: string, field: ColumnField, maxCharacters: number): string | null | undefined {
    if (saysNothing(text)) return null;
    const damage = textDamage(text, maxCharacters);
    if (damage === null) return text;
    this.error(damage, field, { limit: maxCharacters });
    return undefined;
  }

  /** Reports something that keeps the list out. */
  error(kind: ProblemKind, field: ColumnField, details: ProblemDetails = {}): void {
    this.#errors += 1;
    this.#report(kind, field, details);
  }

  /** Reports something to look at. */
  warn(kind: ProblemKind, field: ColumnField, details: ProblemDetails = {}): void {
    this.#report(kind, field, details);
  }

  #report(kind: ProblemKind, field: ColumnField, details: ProblemDetails): void {
    const column = this.#fields.get(field);
    const value = column === undefined ? '' : cellText(this.#cells[column.index] ?? '');
    this.#log.add(kind, { sheet: this.sheet, row: this.row, column, value, details });
  }
}
