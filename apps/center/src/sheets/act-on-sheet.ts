import type { Bilingual } from '@bilik/election';
import {
  decideSheet,
  explainSheetRefusal,
  type SheetAct,
  type SheetRefusal,
  type SheetState,
  type SheetStep,
  wireOfValues,
} from '@bilik/tabulation';
import { handsOf } from '../accounts/hands.ts';
import { appendEvent } from '../events/append-event.ts';
import type { ActContext } from '../http/acts-door.ts';
import { type ResultRefusal, recordStanding } from './record-standing.ts';
import { type PlaceOfSheet, placeOfSheet } from './sheet-form.ts';
import { factsOf, lockSheet, storeSheet } from './sheet-store.ts';

/** Which sheet is meant. */
export interface SheetName {
  readonly election: string;
  readonly place: string;
}

/** Why nothing was done to a sheet. `sentence` says what happened, what did not, and what to do. */
export type SheetActRefusal =
  | { readonly type: 'sheet-unknown' }
  | ResultRefusal
  | { readonly type: 'sheet-refused'; readonly why: SheetRefusal['type']; readonly sentence: Bilingual };

export type SheetAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: SheetActRefusal };

export interface SheetStanding {
  readonly step: SheetStep;
  readonly version: number;
}

/**
 * Carries out one act on a sheet: decides by the table of transitions with what is stored and known, and keeps act, state, event and what
 * follows for the sums in the same transaction.
 * @param sentAs of the entry or reading that comes with the act, made by the page or phone
 */
export async function actOnSheet(
  { transaction, by, now }: ActContext,
  name: SheetName,
  make: (place: PlaceOfSheet, state: SheetState) => SheetAct,
  sentAs?: string,
): Promise<SheetAnswer<SheetStanding>> {
  const place = await placeOfSheet(transaction, name.election, name.place);
  if (place === undefined) return { ok: false, error: { type: 'sheet-unknown' } };
  const { state: before, entryIds } = await lockSheet(transaction, place, now);
  if (sentAs !== undefined && (await wasSent(transaction, name, sentAs))) {
    return { ok: true, value: { step: before.step, version: before.version } };
  }
  const act = make(place, before);
  const facts = await factsOf(transaction, place, before);
  const hands = await handsOf(transaction, [act.by, ...before.entries.map((entry) => entry.by)]);
  const decided = decideSheet(before, act, { form: place.form, facts, hands });
  if (!decided.ok) {
    const sentence = explainSheetRefusal(decided.error, place.form);
    return { ok: false, error: { type: 'sheet-refused', why: decided.error.type, sentence } };
  }
  const after = decided.value;
  const key = { election: name.election, place: name.place, area: place.area };
  const typed = act.act === 'enter' ? act.values : act.act === 'resolve' ? act.readings : undefined;
  let kept = after.entries.length === 0 ? [] : entryIds;
  if (typed !== undefined) {
    if (sentAs === undefined) throw new Error(`${act.act} came without its own id`);
    const { id } = await transaction
      .insertInto('sheet_entry')
      .values({
        ...key,
        ...{ version: before.version, round: before.round, account: by.account, sent_as: sentAs, at: now },
        kind: act.act === 'enter' ? 'entry' : 'reading',
        typed: JSON.stringify(
          act.act === 'enter' ? wireOfValues(place.form, typed) : Object.fromEntries(typed),
        ),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (act.act === 'enter') kept = [...entryIds, id];
  }
  await storeSheet(transaction, place, after, kept, now);
  const note = noteOf(act);
  await transaction
    .insertInto('sheet_act')
    .values({
      ...key,
      ...{
        act: act.act,
        account: by.account,
        version: after.version,
        round: after.round,
        step: after.step,
        at: now,
      },
      note: note === null ? null : JSON.stringify(note),
    })
    .execute();
  await appendEvent(transaction, {
    ...{
      act: `sheets.${act.act.replaceAll('_', '-')}`,
      area: place.area,
      subject: name.place,
      account: by.account,
      at: now,
    },
    before: { step: before.step, version: before.version },
    after: { step: after.step, version: after.version, ...note },
  });
  if (after.standing !== before.standing) {
    const refusal = await recordStanding(transaction, place, after, act, now);
    if (refusal !== undefined) return { ok: false, error: refusal };
  }
  return { ok: true, value: { step: after.step, version: after.version } };
}

/** Whether this very entry is stored already: a line that broke before the answer. */
async function wasSent(
  transaction: ActContext['transaction'],
  { election, place }: SheetName,
  sentAs: string,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('sheet_entry')
    .select('id')
    .where('sent_as', '=', sentAs)
    .where('election', '=', election)
    .where('place', '=', place)
    .executeTakeFirst();
  return row !== undefined;
}

function noteOf(act: SheetAct): { readonly [key: string]: unknown } | null {
  if (act.act === 'correct') return { reason: act.reason, evidence: act.evidence };
  if ('reason' in act) return { reason: act.reason };
  return act.act === 'explain' ? { explanations: act.explanations } : null;
}
