import type { Bilingual } from '@bilik/election';
import { type FieldKey, fieldsOf, type SheetForm } from '../sheet/sheet-form.ts';
import type { SheetValues } from '../sheet/sheet-values.ts';
import type { SheetFacts } from './sheet-facts.ts';

/**
 * `error`: the figures contradict each other; nobody makes such a sheet definitive. `quarantine`: two people look before it counts.
 * `warning`: it counts when somebody has written why.
 */
export type CheckKind = 'error' | 'quarantine' | 'warning';

/** Something that a rule found. A rule that holds finds nothing. */
export interface SheetFinding {
  /** The contest, for rules that hold per contest. */
  readonly contest: string | null;
  /** The fields that it is about, for the eye of whoever looks at the sheet. */
  readonly fields: readonly FieldKey[];
  /** The formula with its figures: `127 + 1 = 128, the sheet says 159, difference 31`. */
  readonly calculation: Bilingual;
  /** Right minus left side, in people, papers or votes; null where the finding is no difference. */
  readonly difference: number | null;
}

/** A sheet as the rules see it. */
export interface CheckedSheet {
  readonly form: SheetForm;
  readonly values: SheetValues;
  readonly facts: SheetFacts;
  /** Numbers by which a screen shows the figures, where they are not typed from the sheet itself; left out: as printed. */
  readonly numbers?: ReadonlyMap<FieldKey, string>;
}

/** One numbered rule: what is compared, the three texts, and how it is looked at. */
export interface SheetRule {
  /** `E` for errors, `Q` for quarantine, `W` for warnings; a code is never used again for another rule. */
  readonly code: string;
  readonly kind: CheckKind;
  /** The formula in words. */
  readonly compares: Bilingual;
  /** What happened. */
  readonly what: Bilingual;
  /** Why it matters. */
  readonly why: Bilingual;
  /** What to do. */
  readonly todo: Bilingual;
  /** Changes to the sample sheet, or to what is known beside it, by which the rule speaks. */
  readonly example: {
    readonly figures?: Readonly<Record<string, number | null>>;
    readonly facts?: Partial<SheetFacts>;
  };
  readonly find: (sheet: CheckedSheet) => readonly SheetFinding[];
}

/** A figure of the sheet, undefined while nothing stands there: rules about sums then stay silent, E01 speaks. */
export function figure({ values }: CheckedSheet, key: FieldKey): number | undefined {
  return values.get(key) ?? undefined;
}

/** The number of a field, for findings that name it. */
export function fieldNumber({ form, numbers }: CheckedSheet, key: FieldKey): string {
  return numbers?.get(key) ?? fieldsOf(form).find((field) => field.key === key)?.number ?? key;
}

/** The terms must add up to what the sheet states. */
export function sumFinding(
  sheet: CheckedSheet,
  terms: readonly FieldKey[],
  stated: FieldKey,
  contest: string | null = null,
): readonly SheetFinding[] {
  const figures = terms.flatMap((key) => figure(sheet, key) ?? []);
  const said = figure(sheet, stated);
  if (said === undefined || figures.length < terms.length) return [];
  const sum = figures.reduce((total, term) => total + term, 0);
  if (sum === said) return [];
  const difference = Math.abs(said - sum);
  const formula = `${figures.join(' + ')}${figures.length > 1 ? ` = ${sum}` : ''}`;
  const number = fieldNumber(sheet, stated);
  return [
    {
      contest,
      fields: [...terms, stated],
      calculation: {
        id: `${formula}, lembar menyatakan ${said} (nomor ${number}), selisih ${difference}`,
        en: `${formula}, the sheet says ${said} (number ${number}), difference ${difference}`,
      },
      difference,
    },
  ];
}

/** The left figure must not be more than the right one. */
export function atMostFinding(
  sheet: CheckedSheet,
  left: FieldKey,
  right: FieldKey,
  contest: string | null = null,
): readonly SheetFinding[] {
  const [less, more] = [figure(sheet, left), figure(sheet, right)];
  if (less === undefined || more === undefined || less <= more) return [];
  const [leftNumber, rightNumber] = [fieldNumber(sheet, left), fieldNumber(sheet, right)];
  return [
    {
      contest,
      fields: [left, right],
      calculation: {
        id: `${less} (nomor ${leftNumber}) lebih dari ${more} (nomor ${rightNumber}), selisih ${less - more}`,
        en: `${less} (number ${leftNumber}) is more than ${more} (number ${rightNumber}), difference ${less - more}`,
      },
      difference: less - more,
    },
  ];
}
