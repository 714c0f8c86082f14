import {
  fail,
  type OptionVotes,
  type PollingPlaceFigures,
  type PollingPlaceId,
  type Result,
  succeed,
} from '@bilik/election';
import { z } from 'zod';
import {
  contestField,
  type FieldKey,
  fieldsOf,
  peopleField,
  type SheetForm,
  USERS_FIELD,
} from './sheet-form.ts';

/** The largest figure a sheet may hold, as in the figures of an electronic polling place. */
export const FIGURE_LIMIT = 100_000;
/** Most fields of a sheet: four contests of ten lines each take 80. */
const FIELDS_LIMIT = 100;

/** What one person read on a sheet. `null`: nothing stands there, or it cannot be read. Every field of the form is there. */
export type SheetValues = ReadonlyMap<FieldKey, number | null>;

const wireSchema = z
  .record(z.string().max(60), z.int().min(0).max(FIGURE_LIMIT).nullable())
  .refine((fields) => Object.keys(fields).length <= FIELDS_LIMIT, 'too-many-fields');

/** Why a set of figures is none of this form. */
export type SheetValuesProblem =
  /** No whole number of 0 to 100,000, or no set of figures at all. */
  | { readonly type: 'not-a-count'; readonly fields: readonly string[] }
  | { readonly type: 'field-missing'; readonly fields: readonly string[] }
  | { readonly type: 'field-unknown'; readonly fields: readonly string[] };

/**
 * Reads figures that came from outside: exactly the form's fields, each a whole number of 0 to 100,000 or null.
 * @errors 'not-a-count' · 'field-missing' · 'field-unknown', each with the fields
 */
export function parseSheetValues(form: SheetForm, input: unknown): Result<SheetValues, SheetValuesProblem> {
  const parsed = wireSchema.safeParse(input);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => path.map(String).join('.'));
    return fail({ type: 'not-a-count', fields: [...new Set(fields)] });
  }
  const wanted = fieldsOf(form).map(({ key }) => key);
  const unknown = Object.keys(parsed.data).filter((name) => !wanted.some((key) => key === name));
  if (unknown.length > 0) return fail({ type: 'field-unknown', fields: unknown });
  const missing = wanted.filter((key) => parsed.data[key] === undefined);
  if (missing.length > 0) return fail({ type: 'field-missing', fields: missing });
  return succeed(new Map(wanted.map((key) => [key, parsed.data[key] ?? null])));
}

/** Figures as they are stored and sent: by field, in the order of the form. */
export function wireOfValues(form: SheetForm, values: SheetValues): Readonly<Record<string, number | null>> {
  return Object.fromEntries(fieldsOf(form).map(({ key }) => [key, values.get(key) ?? null]));
}

/** Whether two people read the same figures, field by field. */
export function sameValues(left: SheetValues, right: SheetValues): boolean {
  return (
    left.size === right.size && [...left].every(([key, value]) => right.has(key) && right.get(key) === value)
  );
}

/** Votes of one contest of one polling place, or of a part of it. */
export interface ContestVotes {
  readonly contest: string;
  /** In ballot order, the blank vote last; on paper there is none, and it is 0. */
  readonly options: readonly OptionVotes[];
  readonly valid: number;
  readonly invalid: number;
  readonly total: number;
}

/** What a polling place gives to the sums: the same shape for paper and electronic places. */
export interface PlaceVotes {
  readonly place: PollingPlaceId;
  /** Voters on the locked list. */
  readonly registered: number;
  /** Users of the right to vote. */
  readonly users: number;
  readonly contests: readonly ContestVotes[];
}

/** The result that complete figures state. @returns undefined while a figure that the result needs is missing */
export function votesOfSheet(form: SheetForm, values: SheetValues): PlaceVotes | undefined {
  let isWhole = true;
  const read = (key: FieldKey): number => {
    const value = values.get(key) ?? null;
    if (value === null) isWhole = false;
    return value ?? 0;
  };
  const votes: PlaceVotes = {
    place: form.place,
    registered: read(peopleField('registered', 'total')),
    users: read(USERS_FIELD),
    contests: form.contests.map(({ contest, options }) => ({
      contest,
      options: [
        ...options.map(({ key }) => ({ key, votes: read(contestField(contest, key)) })),
        { key: 'blank', votes: 0 },
      ],
      valid: read(contestField(contest, 'valid')),
      invalid: read(contestField(contest, 'invalid')),
      total: read(contestField(contest, 'total')),
    })),
  };
  return isWhole ? votes : undefined;
}

/** The result of an electronic polling place out of its figures, in the shape of the sums. */
export function votesOfFigures({ place, registered, users, contests }: PollingPlaceFigures): PlaceVotes {
  return { place, registered: registered.L + registered.P, users, contests };
}
