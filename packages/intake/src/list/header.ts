import { type ColumnField, meaningOfTitle, scoreTitles, type TitleMeaning } from '../field/column-field.ts';
import { cleanText } from '../field/text-field.ts';
import type { ColumnPlace } from '../problem/problem.ts';
import { type Cell, cellText, columnLetter, type SourceRow } from '../source/cell.ts';

/** A column as its title was understood. */
export interface ListColumn extends ColumnPlace {
  /** From 0. */
  readonly index: number;
  readonly meaning: TitleMeaning;
}

/** The titles of one sheet: one row, or two when group titles stand above. */
export interface ListHeader {
  readonly firstRow: number;
  readonly lastRow: number;
  /** Columns with a title, from left to right. */
  readonly columns: readonly ListColumn[];
}

const MIN_FIELDS = 3;

/** Whether a row consists of column titles: at least three known ones, NIK or name among them. */
export function isHeaderRow(cells: readonly Cell[]): boolean {
  const titles = cells.map(titleOf);
  const meanings = new Set(titles.map(meaningOfTitle));
  const namesPeople = meanings.has('nik') || meanings.has('name');
  return namesPeople && scoreTitles(titles) >= MIN_FIELDS;
}

/** Whether a row under the titles only divides them: every cell is a title or a column number, at least one is a title. */
export function isSubHeaderRow(cells: readonly Cell[]): boolean {
  const titles = cells.map(titleOf).filter((title) => title !== '');
  const known = titles.filter((title) => meaningOfTitle(title) !== 'unknown');
  return known.length > 0 && titles.every((title) => known.includes(title) || /^\(?\d{1,2}\)?$/.test(title));
}

/** Whether a row only numbers the columns, as official forms do: 1 2 3 4, or (1) (2) (3). */
export function isColumnNumberRow(cells: readonly Cell[]): boolean {
  const numbers = cells
    .map(titleOf)
    .filter((title) => title !== '')
    .map((title) => /^\(?(\d{1,2})\)?$/.exec(title)?.[1]);
  return (
    numbers.length >= MIN_FIELDS &&
    numbers.every(
      (number, index) => number !== undefined && (index === 0 || Number(number) > Number(numbers[index - 1])),
    )
  );
}

/** @param below the row under it, when it divides the titles */
export function headerOf(top: SourceRow, below: SourceRow | null): ListHeader {
  const lowerCells = below === null ? [] : below.cells;
  const width = Math.max(top.cells.length, lowerCells.length);
  const columns: ListColumn[] = [];
  for (let index = 0; index < width; index += 1) {
    const upper = titleOf(top.cells[index] ?? '');
    const lower = titleOf(lowerCells[index] ?? '');
    const lowerMeaning = meaningOfTitle(lower);
    const title = lowerMeaning === 'unknown' ? upper : lower;
    if (title !== '') {
      const meaning = lowerMeaning === 'unknown' ? meaningOfTitle(upper) : lowerMeaning;
      columns.push({ index, letter: columnLetter(index), title: title.slice(0, 60), meaning });
    }
  }
  return { firstRow: top.row, lastRow: below?.row ?? top.row, columns };
}

/** The first column of each field, and those that mean the same as an earlier one. */
export function fieldsOf(header: ListHeader): {
  readonly byField: ReadonlyMap<ColumnField, ListColumn>;
  readonly doubled: readonly { readonly column: ListColumn; readonly earlier: ListColumn }[];
} {
  const byField = new Map<ColumnField, ListColumn>();
  const doubled: { column: ListColumn; earlier: ListColumn }[] = [];
  for (const column of header.columns) {
    const { meaning } = column;
    if (meaning === 'unknown' || meaning === 'not-needed') continue;
    const earlier = byField.get(meaning);
    if (earlier === undefined) byField.set(meaning, column);
    else doubled.push({ column, earlier });
  }
  return { byField, doubled };
}

function titleOf(cell: Cell): string {
  return cleanText(cellText(cell).slice(0, 200));
}
