import type { ColumnField } from '../field/column-field.ts';
import { cleanText } from '../field/text-field.ts';
import { type Cell, cellText } from '../source/cell.ts';
import type { ListColumn } from './header.ts';

/** What a row under the column titles is, judged alone. */
export type RowKind = 'voter' | 'total' | 'section-title' | 'other';

const TOTAL = /^(?:jumlah|total|jml|sub ?total|grand total)\b/i;
const SECTION = /^(?:dusun|dukuh|rt|rw|tps|lingkungan|jorong|kampung|banjar)[\s.:]+\S{1,40}(?:\s.{0,40})?$/i;
const MIN_NIK_DIGITS = 6;
/** Any of these beside a name makes a row a person's. */
const BESIDE_NAME: readonly ColumnField[] = [
  'birthDate',
  'birthPlaceAndDate',
  'sex',
  'manMark',
  'womanMark',
  'familyCard',
  'maritalStatus',
];

/**
 * Tells people from titles and totals. A row with something like a NIK, or with a name and one more particular, is a person: what is wrong
 * with it is then reported, so that nobody is dropped silently.
 */
export function kindOfRow(cells: readonly Cell[], fields: ReadonlyMap<ColumnField, ListColumn>): RowKind {
  if (hasNikDigits(cells, fields)) return 'voter';
  const textOf = (field: ColumnField): string => {
    const column = fields.get(field);
    return column === undefined ? '' : cleanText(cellText(cells[column.index] ?? ''));
  };
  const texts = cells.map((cell) => cleanText(cellText(cell))).filter((text) => text !== '');
  const nik = textOf('nik');
  const name = textOf('name');
  if (texts.some((text) => TOTAL.test(text))) return 'total';
  const isNumbered = /^\d{1,6}$/.test(textOf('listNumber'));
  if (name !== '' && (isNumbered || BESIDE_NAME.some((field) => textOf(field) !== ''))) return 'voter';
  if (nik !== '' && BESIDE_NAME.some((field) => textOf(field) !== '')) return 'voter';
  if (texts.length === 1 && SECTION.test(texts[0] ?? '')) return 'section-title';
  return 'other';
}

/** Whether the cell of the NIK column holds something like one; places, days and staff numbers of signatures hold words. */
export function hasNikDigits(cells: readonly Cell[], fields: ReadonlyMap<ColumnField, ListColumn>): boolean {
  const column = fields.get('nik');
  if (column === undefined) return false;
  const text = cellText(cells[column.index] ?? '');
  return (text.match(/\d/g)?.length ?? 0) >= MIN_NIK_DIGITS && !/\p{L}{3}/u.test(text);
}

/** The counts that a total row states: whole numbers up to six digits in its cells. */
export function statedTotals(cells: readonly Cell[]): readonly number[] {
  return cells.flatMap((cell) =>
    [...cellText(cell).matchAll(/(?<![\d.,])\d{1,6}(?![\d.,])/g)].map(([digits]) => Number(digits)),
  );
}
