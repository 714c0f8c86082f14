import type { SheetStep } from '@bilik/tabulation';
import { sql } from 'kysely';
import type { ActContext } from '../http/acts-door.ts';

/** One line of the list of sheets. */
export interface SheetLine {
  readonly place: string;
  readonly area: string;
  readonly village: string;
  readonly number: number;
  readonly step: SheetStep;
  readonly version: number;
  readonly photos: number;
  /** A version counts, whatever is typed now. */
  readonly counts: boolean;
}

const LINES_LIMIT = 500;
/** More than the polling places of most regencies; the screen says when there are more. */
const SHEETS_LIMIT = 2000;

/** How many sheets of the scope are in each step, and the lines of one step or of all. */
export async function listSheets(
  { transaction }: ActContext,
  input: {
    readonly election: string;
    readonly step?: SheetStep | undefined;
    readonly area?: string | undefined;
  },
): Promise<{
  readonly expected: number;
  readonly bySteps: Readonly<Record<string, number>>;
  readonly lines: readonly SheetLine[];
}> {
  const sheets = transaction
    .selectFrom('place')
    .innerJoin('area', 'area.code', 'place.area')
    .leftJoin('sheet', (join) =>
      join.onRef('sheet.election', '=', 'place.election').onRef('sheet.place', '=', 'place.id'),
    )
    .where('place.election', '=', input.election)
    .where(sql<boolean>`(place.mode <> 'electronic' or 'paper' = any (place.parts))`)
    .$if(input.area !== undefined, (query) =>
      query.where(sql<boolean>`place.area = ${input.area} or starts_with(place.area, ${`${input.area}.`})`),
    );
  const step = sql<SheetStep>`coalesce(sheet.step, 'awaited')`;
  const counted = await sheets
    .select([step.as('step')])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(step)
    .execute();
  const lines = await sheets
    .$if(input.step !== undefined, (query) => query.where(step, '=', input.step ?? 'awaited'))
    .select(['place.id as place', 'place.area', 'area.name as village', 'place.number', step.as('step')])
    .select([
      sql<number>`coalesce(sheet.version, 1)`.as('version'),
      sql<boolean>`sheet.standing is not null`.as('counts'),
      sql<number>`(select count(*) from sheet_photo photo where photo.election = place.election and photo.place = place.id
        and photo.version = coalesce(sheet.version, 1))`.as('photos'),
    ])
    .orderBy('place.id')
    .limit(SHEETS_LIMIT)
    .execute();
  const bySteps = Object.fromEntries(counted.map((row) => [row.step, row.count]));
  return { expected: counted.reduce((sum, row) => sum + row.count, 0), bySteps, lines };
}

/**
 * The next sheet for this typist: one with a photo that neither they nor anybody of one hand with them have typed, those that wait for a second person first. Different
 * people are led to different sheets.
 */
export async function nextSheet({ transaction, by }: ActContext, election: string): Promise<string | null> {
  const row = await transaction
    .selectFrom('sheet_photo as photo')
    .innerJoin('sheet', (join) =>
      join.onRef('sheet.election', '=', 'photo.election').onRef('sheet.place', '=', 'photo.place'),
    )
    .where('photo.election', '=', election)
    .whereRef('photo.version', '=', 'sheet.version')
    .where('sheet.step', 'in', ['awaited', 'first_entry'])
    .where(sql<boolean>`coalesce(sheet.parts ->> ${by.account}, 'typist') = 'typist'`)
    .where(sql<boolean>`not typed_by_hand_of(sheet.entries, ${by.account})`)
    .select('sheet.place')
    .orderBy(sql`sheet.step = 'first_entry'`, 'desc')
    .orderBy(sql`md5(sheet.place || ${by.account})`)
    .limit(1)
    .executeTakeFirst();
  return row?.place ?? null;
}

/** One's own entries and readings, newest first, with where their sheets are now. */
export async function ownEntries({ transaction, by }: ActContext, election: string) {
  const rows = await transaction
    .selectFrom('sheet_entry as entry')
    .innerJoin('sheet', (join) =>
      join.onRef('sheet.election', '=', 'entry.election').onRef('sheet.place', '=', 'entry.place'),
    )
    .where('entry.election', '=', election)
    .where('entry.account', '=', by.account)
    .select([
      'entry.place',
      'entry.area',
      'entry.kind',
      'entry.version',
      'entry.round',
      'entry.sent_as',
      'entry.at',
      'sheet.step',
    ])
    .orderBy('entry.id', 'desc')
    .limit(LINES_LIMIT)
    .execute();
  return rows.map(({ at, sent_as: sentAs, ...row }) => ({ ...row, sentAs, at: at.toISOString() }));
}
