/** Day numbers count from 1 January 1900 (Windows) or 1904 (old Macintosh). */
export type DateSystem = 1900 | 1904;

/** A spreadsheet number. `isDate` tells that the cell is formatted as a day. */
export interface NumberCell {
  readonly kind: 'number';
  readonly number: number;
  readonly isDate: boolean;
}

/** Cells that hold no text: numbers, truth values, formula errors, formulas that nobody computed. */
export type SpecialCell =
  | NumberCell
  | { readonly kind: 'truth-value'; readonly text: string }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'formula-without-value'; readonly formula: string };

/** One cell as the file has it. Text is a plain string, `''` when empty. */
export type Cell = string | SpecialCell;

/** A row with at least one cell that is not empty. */
export interface SourceRow {
  /** As the spreadsheet counts, from 1. */
  readonly row: number;
  readonly isHidden: boolean;
  /** Whether there were cells beyond the limit of columns, which `cells` leaves out. */
  readonly isTooWide: boolean;
  /** Whether a CSV row has more cells, empty ones included, than the rows of its file usually have: something in it moved right. */
  readonly isShifted: boolean;
  /** From column A on; holes are `''`; the last one is not empty. */
  readonly cells: readonly Cell[];
}

/** A merged range; rows from 1, columns from 0, ends included. */
export interface MergedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** One sheet, whatever kind of file it came from. Empty rows are left out of `rows`. */
export interface SourceSheet {
  /** Null in CSV files. */
  readonly name: string | null;
  readonly isHidden: boolean;
  readonly dateSystem: DateSystem;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Ranges over more than one row, by their first row. */
  readonly tallMerges: readonly MergedRange[];
  readonly rows: Iterable<SourceRow> | AsyncIterable<SourceRow>;
}

/** What kind of file it is, for the preview. */
export type SourceFormat =
  | { readonly type: 'workbook' }
  | { readonly type: 'separated-values'; readonly encoding: string; readonly separator: string };

/** A cell's contents as a person would read them. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  switch (cell.kind) {
    case 'number':
      return String(cell.number);
    case 'truth-value':
      return cell.text;
    case 'error':
      return cell.code;
    case 'formula-without-value':
      return `=${cell.formula}`;
  }
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return `${rest < 0 ? '' : columnLetter(rest)}${String.fromCharCode(65 + (index % 26))}`;
}
