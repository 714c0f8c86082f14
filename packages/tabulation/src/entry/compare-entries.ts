import { fail, type Result, succeed } from '@bilik/election';
import { type FieldKey, fieldsOf, type SheetForm } from '../sheet/sheet-form.ts';
import type { SheetValues } from '../sheet/sheet-values.ts';

/** A field that two people read differently. */
export interface EntryDifference {
  readonly field: FieldKey;
  readonly first: number | null;
  readonly second: number | null;
}

/** The fields in which two entries differ, in the order of the sheet; nothing where they are equal. */
export function compareEntries(
  form: SheetForm,
  first: SheetValues,
  second: SheetValues,
): readonly EntryDifference[] {
  return fieldsOf(form).flatMap(({ key }) => {
    const read = { field: key, first: first.get(key) ?? null, second: second.get(key) ?? null };
    return read.first === read.second ? [] : [read];
  });
}

/** Why a third reading settles nothing. */
export type ReadingProblem =
  /** These differing fields were not read, or fields were read that do not differ. */
  | { readonly type: 'reading-of-other-fields'; readonly fields: readonly FieldKey[] }
  /** The third person reads what neither typist wrote: no two people agree. */
  | { readonly type: 'reading-agrees-with-neither'; readonly fields: readonly FieldKey[] };

/**
 * Settles differences by a third reading of the differing fields only. Each figure then stands on two people: the third, who does not see
 * what was typed, and the typist who wrote the same.
 * @errors 'reading-of-other-fields' · 'reading-agrees-with-neither'
 */
export function resolveDifferences(
  first: SheetValues,
  differences: readonly EntryDifference[],
  readings: SheetValues,
): Result<SheetValues, ReadingProblem> {
  const differing = differences.map(({ field }) => field);
  const unread = differing.filter((field) => !readings.has(field));
  const extra = [...readings.keys()].filter((field) => !differing.includes(field));
  if (unread.length + extra.length > 0) {
    return fail({ type: 'reading-of-other-fields', fields: [...unread, ...extra] });
  }
  const alone = differences.filter((difference) => {
    const reading = readings.get(difference.field) ?? null;
    return reading !== difference.first && reading !== difference.second;
  });
  if (alone.length > 0) {
    return fail({ type: 'reading-agrees-with-neither', fields: alone.map(({ field }) => field) });
  }
  return succeed(
    new Map(
      [...first].map(([field, value]) => [
        field,
        readings.get(field) ?? (readings.has(field) ? null : value),
      ]),
    ),
  );
}
