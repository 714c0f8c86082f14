import { type ColumnField, FIELD_TITLES } from '../field/column-field.ts';
import type { ImportOptions } from '../import-options.ts';
import type { ProblemLog } from '../problem/problem-log.ts';
import type { SourceSheet } from '../source/cell.ts';
import { fieldsOf, type ListColumn, type ListHeader } from './header.ts';

/** The columns of one sheet that an import uses. */
export interface ListColumns {
  readonly byField: ReadonlyMap<ColumnField, ListColumn>;
  /** Indices of all columns with a title, from 0. */
  readonly titled: ReadonlySet<number>;
  /** False when a column is missing or doubled: reading people would only repeat that for each of them. */
  readonly isComplete: boolean;
}

/** Chooses the columns by their titles and reports missing, doubled, unknown and hidden ones. */
export function chooseColumns(
  header: ListHeader,
  sheet: SourceSheet,
  options: ImportOptions,
  log: ProblemLog,
): ListColumns {
  const { byField: found, doubled } = fieldsOf(header);
  const byField = new Map(found);
  const at = (column: ListColumn) => ({
    sheet: sheet.name,
    row: header.lastRow,
    column: { letter: column.letter, title: column.title },
    value: column.title,
  });
  for (const column of header.columns) {
    if (column.meaning === 'unknown') log.add('column-not-understood', at(column));
  }
  for (const { column, earlier } of doubled) {
    log.add('column-twice', { ...at(column), details: { other: earlier.letter, field: earlier.title } });
  }
  const address = byField.get('address');
  if (byField.has('hamlet')) byField.delete('address');
  else if (address !== undefined) log.add('address-as-hamlet', at(address));
  const missing = missingFields(byField, options);
  for (const { field, answer } of missing) {
    log.add('column-missing', {
      sheet: sheet.name,
      row: header.lastRow,
      details: { field: FIELD_TITLES[field], answer },
    });
  }
  for (const column of byField.values()) {
    if (sheet.hiddenColumns.has(column.index)) log.add('hidden-column', at(column));
  }
  const titled = new Set(header.columns.map(({ index }) => index));
  return { byField, titled, isComplete: missing.length === 0 && doubled.length === 0 };
}

/** Fields that a voter needs and no column gives; `answer` is the option that gives one value for everybody. */
function missingFields(
  fields: ReadonlyMap<ColumnField, ListColumn>,
  { assume }: ImportOptions,
): readonly { readonly field: ColumnField; readonly answer: string }[] {
  const has = (field: ColumnField): boolean => fields.has(field);
  const hasSex = has('sex') || (has('manMark') && has('womanMark'));
  const hasBirthDate = has('birthDate') || has('birthPlaceAndDate');
  const hasBirthPlace = has('birthPlace') || (has('birthPlaceAndDate') && !has('birthDate'));
  const needs: readonly (readonly [isGiven: boolean, field: ColumnField, answer: string])[] = [
    [has('nik'), 'nik', ''],
    [has('name'), 'name', ''],
    [hasSex, 'sex', ''],
    [hasBirthDate, 'birthDate', ''],
    [hasBirthPlace || assume?.birthPlace !== undefined, 'birthPlace', '(--assume-birth-place …)'],
    [
      has('maritalStatus') || assume?.maritalStatus !== undefined,
      'maritalStatus',
      '(--assume-marital-status B|S|P)',
    ],
    [has('hamlet') || has('address') || assume?.hamlet !== undefined, 'hamlet', '(--assume-hamlet …)'],
  ];
  return needs.flatMap(([isGiven, field, answer]) => (isGiven ? [] : [{ field, answer }]));
}
