import { optionKeySchema, pollingPlaceIdSchema } from '@bilik/election';
import { type SheetForm, sheetFormSchema } from '@bilik/tabulation';
import type { Transaction } from '../database/connect.ts';

/** A paper polling place with the form of its sheet. */
export interface PlaceOfSheet {
  readonly election: string;
  readonly area: string;
  readonly name: string | null;
  readonly form: SheetForm;
  /** All of the place, or what was cast on paper after its machine was switched. */
  readonly part: 'whole' | 'paper';
  /** Contests whose ballot has a line for the blank vote on the screen. */
  readonly withBlankLine: readonly string[];
  /** Of the locked list; null while nobody is registered. */
  readonly registered: { readonly L: number; readonly P: number } | null;
}

/**
 * A place whose sheet is awaited, seen from the scope of the transaction: its contests are those of its village and of the areas around it.
 * @returns undefined where there is no such place in sight, it votes by machine only, or nothing is elected there yet
 */
export async function placeOfSheet(
  transaction: Transaction,
  election: string,
  place: string,
): Promise<PlaceOfSheet | undefined> {
  const row = await transaction
    .selectFrom('place')
    .selectAll()
    .where('election', '=', election)
    .where('id', '=', place)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const isSwitched = row.parts.includes('paper');
  if (row.mode === 'electronic' && !isSwitched) return undefined;
  const areas = row.area.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.'));
  const contests = await transaction
    .selectFrom('contest')
    .select(['id', 'title', 'options'])
    .where('election', '=', election)
    .where('area', 'in', areas)
    .orderBy('position')
    .execute();
  if (contests.length === 0) return undefined;
  const form = sheetFormOf(place, contests);
  const { registered_l: L, registered_p: P } = row;
  return {
    election,
    area: row.area,
    name: row.name,
    form,
    part: row.parts.includes('paper') ? 'paper' : 'whole',
    withBlankLine: contests
      .filter(({ options }) => options.some(({ key }) => key === 'blank'))
      .map(({ id }) => id),
    registered: L + P > 0 ? { L, P } : null,
  };
}

/** The form of a place's sheet. @param contests of its ballot, in their order */
export function sheetFormOf(
  place: string,
  contests: readonly {
    readonly id: string;
    readonly title: SheetForm['contests'][number]['title'];
    readonly options: Parameters<typeof linesOf>[0];
  }[],
): SheetForm {
  return sheetFormSchema.parse({
    place: pollingPlaceIdSchema.parse(place),
    contests: contests.map(({ id, title, options }) => ({ contest: id, title, options: linesOf(options) })),
  });
}

/** The lines on the paper: no blank vote, and the empty column by its own words. */
function linesOf(
  options: readonly { readonly key: string; readonly number: number | null; readonly name: string }[],
) {
  return options
    .map((option) => ({ ...option, key: optionKeySchema.parse(option.key) }))
    .filter(({ key }) => key !== 'blank')
    .map(({ key, number, name }) => {
      const text = number === null ? name : `${number}. ${name}`;
      return {
        key,
        label: key === 'empty' ? { id: 'Kolom kosong', en: 'Empty column' } : { id: text, en: text },
      };
    });
}
