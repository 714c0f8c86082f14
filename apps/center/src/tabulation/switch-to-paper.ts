import { appendEvent } from '../events/append-event.ts';
import type { ActContext } from '../http/acts-door.ts';
import type { Part } from './tables.ts';

export type SwitchRefusal =
  | { readonly type: 'place-unknown' }
  /** Paper from the beginning, or switched before. */
  | { readonly type: 'no-machine-here' }
  /** Its whole result stands: what is switched afterwards would count somebody twice. */
  | { readonly type: 'result-is-here' };

/** The two parts of a place whose machine gave way to paper while its polls were open. */
export const SWITCHED_PARTS: Part[] = ['machine', 'paper'];

/**
 * Notes that a place went on with paper: from now on it is complete when its record and its sheet are in, each with its own evidence, and
 * its result is their sum.
 */
export async function switchToPaper(
  { transaction, by, now }: ActContext,
  { election, place, reason }: { readonly election: string; readonly place: string; readonly reason: string },
): Promise<
  { readonly ok: true; readonly value: null } | { readonly ok: false; readonly error: SwitchRefusal }
> {
  const row = await transaction
    .selectFrom('place')
    .select(['area', 'mode', 'parts'])
    .where('election', '=', election)
    .where('id', '=', place)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return { ok: false, error: { type: 'place-unknown' } };
  if (row.mode === 'paper' || row.parts.length > 1) return { ok: false, error: { type: 'no-machine-here' } };
  const standing = await transaction
    .selectFrom('place_result')
    .innerJoin('result_change', 'result_change.number', 'place_result.change')
    .select('result_change.number')
    .where('place_result.election', '=', election)
    .where('place_result.place', '=', place)
    .where('place_result.lane', '=', 'official')
    .where('result_change.withdrawn', '=', false)
    .executeTakeFirst();
  if (standing !== undefined) return { ok: false, error: { type: 'result-is-here' } };
  await transaction
    .updateTable('place')
    .set({ parts: SWITCHED_PARTS })
    .where('election', '=', election)
    .where('id', '=', place)
    .execute();
  await appendEvent(transaction, {
    ...{ act: 'tabulation.switch-to-paper', area: row.area, subject: place, account: by.account, at: now },
    before: { parts: row.parts },
    after: { parts: SWITCHED_PARTS, reason },
  });
  return { ok: true, value: null };
}
