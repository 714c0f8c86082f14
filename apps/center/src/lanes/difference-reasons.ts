import { type DifferenceReason, differencesText } from '@bilik/tabulation';
import { type Person, withPeople } from '../accounts/people.ts';
import { appendEvent } from '../events/append-event.ts';
import type { ActContext } from '../http/acts-door.ts';
import { compareArea, type WeighedPlace } from './compare.ts';

/** Why lanes of a place differ, and whether the figures are still those that this was said about. */
export interface GivenReason {
  readonly reason: DifferenceReason;
  readonly note: string | null;
  readonly account: string;
  readonly person: Person | null;
  readonly at: string;
  readonly isCurrent: boolean;
}

/** Differences with the reasons that people gave for them. */
export async function withReasons<Place extends WeighedPlace>(
  { transaction }: Pick<ActContext, 'transaction'>,
  election: string,
  places: readonly Place[],
): Promise<readonly (Place & { readonly given: GivenReason | null })[]> {
  const rows = await transaction
    .selectFrom('lane_reason')
    .distinctOn(['place', 'contest'])
    .selectAll()
    .where('election', '=', election)
    .orderBy('place')
    .orderBy('contest')
    .orderBy('number', 'desc')
    .execute();
  const latest = new Map(
    (await withPeople(transaction, rows)).map((row) => [`${row.place} ${row.contest}`, row]),
  );
  return places.map((place) => {
    const row = latest.get(`${place.place} ${place.contest}`);
    if (row === undefined) return { ...place, given: null };
    const { reason, note, account, person, at } = row;
    const isCurrent = row.differences === differencesText(place.differences);
    return { ...place, given: { reason, note, account, person, at: at.toISOString(), isCurrent } };
  });
}

export type ExplainAnswer =
  | { readonly ok: true; readonly value: null }
  | { readonly ok: false; readonly error: { readonly type: 'place-unknown' | 'no-difference' } };

/** Notes why the lanes of a place differ. @errors 'place-unknown' · 'no-difference': both sides are not in, or agree by now */
export async function explainDifference(
  context: ActContext,
  input: {
    readonly election: string;
    readonly place: string;
    readonly contest: string;
    readonly reason: DifferenceReason;
    readonly note: string | null;
  },
): Promise<ExplainAnswer> {
  const { transaction, by, now } = context;
  const { election, place, contest, reason, note } = input;
  const row = await transaction
    .selectFrom('place')
    .select('area')
    .where('election', '=', election)
    .where('id', '=', place)
    .executeTakeFirst();
  if (row === undefined) return { ok: false, error: { type: 'place-unknown' } };
  const { differences } = await compareArea(context, { election, area: row.area });
  const found = differences.find((one) => one.place === place && one.contest === contest);
  if (found === undefined) return { ok: false, error: { type: 'no-difference' } };
  await transaction
    .insertInto('lane_reason')
    .values({
      ...{ election, place, contest, reason, note, area: row.area, account: by.account, at: now },
      differences: differencesText(found.differences),
    })
    .execute();
  // the stream is read by more people than the Desk: neither figures nor the note
  await appendEvent(transaction, {
    ...{ act: 'lanes.explain', area: row.area, subject: place, account: by.account, at: now },
    after: { contest, reason },
  });
  return { ok: true, value: null };
}
