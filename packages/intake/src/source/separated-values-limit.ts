import type { ImportLimits } from '../import-options.ts';
import type { ProblemLog } from '../problem/problem-log.ts';
import { SHEET_COLUMNS } from './stated-columns.ts';

/** Lines and stated rows for each row that may hold something: lists have empty rows, and cells of several lines. */
export const STATED_ROWS_PER_ROW = 5;
/** Cells for each row, empty ones included: an office's list has 8 to 20 columns. */
const CELLS_PER_ROW = 60;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Counts the lines and cells of a CSV file before its parser sees them; quotation marks are not looked at. */
export class SeparatedValuesCounter {
  readonly #separator: number;
  readonly #limits: { readonly lines: number; readonly cells: number };
  readonly #log: ProblemLog;
  #lines = 0;
  #cells = 0;
  #cellsInLine = 0;

  constructor(separator: string, { rows }: Pick<ImportLimits, 'rows'>, log: ProblemLog) {
    this.#separator = separator.charCodeAt(0);
    this.#limits = { lines: STATED_ROWS_PER_ROW * rows, cells: CELLS_PER_ROW * rows };
    this.#log = log;
  }

  /** @returns whether the file may go on; what is too much was told to the log */
  count(text: string): boolean {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === this.#separator) {
        this.#cells += 1;
        this.#cellsInLine += 1;
        if (this.#cellsInLine >= SHEET_COLUMNS) return this.#refuse('too-many-cells', SHEET_COLUMNS);
        if (this.#cells > this.#limits.cells) return this.#refuse('too-many-cells', this.#limits.cells);
      } else if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) {
        this.#lines += 1;
        this.#cellsInLine = 0;
        if (this.#lines > this.#limits.lines) return this.#refuse('too-many-lines', this.#limits.lines);
      }
    }
    return true;
  }

  #refuse(kind: 'too-many-cells' | 'too-many-lines', limit: number): false {
    this.#log.add(kind, { details: { limit } });
    return false;
  }
}
