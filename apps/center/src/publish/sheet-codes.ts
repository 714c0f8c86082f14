import type { Bilingual } from '@bilik/election';
import { parseSheetValues, votesOfSheet } from '@bilik/tabulation';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { signSheetResult } from '../sheets/sheet-code.ts';
import { sheetFormOf } from '../sheets/sheet-form.ts';

/** The ballot of a village as far as its sheet goes. */
interface SheetBallot {
  readonly id: string;
  readonly title: Bilingual;
  readonly options: Parameters<typeof sheetFormOf>[1][number]['options'];
}

/**
 * The codes under the sheets that count, signed as the one that a committee prints and posts: by photo and code together anybody at the
 * polling place sees that the public figures are those on the wall.
 * @returns by `PLACE/VERSION`
 */
export async function sheetCodes(
  transaction: Transaction,
  parts: Pick<CenterParts, 'keys' | 'kind'>,
  election: string,
  known: {
    /** By village. */
    readonly contests: ReadonlyMap<string, SheetBallot>;
    /** Hex SHA-256 of a version's first photo, by `PLACE/VERSION`. */
    readonly photos: ReadonlyMap<string, string>;
  },
): Promise<ReadonlyMap<string, string>> {
  const sheets = await transaction
    .selectFrom('sheet')
    .select(['place', 'area', 'standing'])
    .where('election', '=', election)
    .where('standing', 'is not', null)
    .execute();
  return new Map(
    sheets.flatMap(({ place, area, standing }) => {
      const contest = known.contests.get(area);
      if (standing === null || contest === undefined) return [];
      const source = `${place}/${standing.version}`;
      const photo = known.photos.get(source);
      if (photo === undefined) return [];
      const form = sheetFormOf(place, [contest]);
      const parsed = parseSheetValues(form, standing.values);
      // of candidates who are others now: the place waits without a code, and stops nobody
      if (!parsed.ok || votesOfSheet(form, parsed.value) === undefined) return [];
      const values = parsed.value;
      return [[source, signSheetResult({ election, form }, { ...standing, values }, photo, parts)]];
    }),
  );
}
