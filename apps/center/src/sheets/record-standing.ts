import {
  contestField,
  peopleField,
  type SheetAct,
  type SheetState,
  type SheetValues,
} from '@bilik/tabulation';
import { z } from 'zod';
import type { Transaction } from '../database/connect.ts';
import { conductOf } from '../set-up/conduct.ts';
import type { Figures } from '../tabulation/counted.ts';
import { type ChangeRefusal, recordChange } from '../tabulation/record-change.ts';
import type { PlaceOfSheet } from './sheet-form.ts';

const CORRECTION = z.object({ reason: z.string() });

/** The sums do not take what the sheet says; nothing was stored. */
export interface ResultRefusal {
  readonly type: 'result-refused';
  readonly why: ChangeRefusal['type'];
}

/**
 * Hands a definitive or withdrawn sheet to the sums, contest by contest, in the transaction of the act that made it so.
 * @returns why the sums refuse it; undefined when they took all
 */
export async function recordStanding(
  transaction: Transaction,
  place: PlaceOfSheet,
  after: SheetState,
  act: SheetAct,
  now: Date,
): Promise<ResultRefusal | undefined> {
  const { election, form } = place;
  // sheets of an election that others conduct are counted for the regency's own use
  const lane = (await conductOf(transaction, election)) === 'other' ? 'internal' : 'official';
  const reason =
    act.act === 'withdraw' ? act.reason : await reasonOfVersion(transaction, place, after.version);
  for (const { contest } of form.contests) {
    const recorded = await recordChange(transaction, {
      ...{ election, place: form.place, contest, lane, part: place.part, reason, at: now },
      ...{ sourceKind: 'sheet', source: `${form.place}/${after.version}`, account: act.by },
      figures: after.standing === null ? null : figuresOf(place, contest, after.standing.values),
    });
    if (!recorded.ok) return { type: 'result-refused', why: recorded.error.type };
  }
  return undefined;
}

/** Figures of one contest as the sums take them; paper has no blank votes, and says so where the ballot has that line. */
export function figuresOf(place: PlaceOfSheet, contest: string, values: SheetValues): Figures {
  const { form, withBlankLine } = place;
  const read = (key: Parameters<SheetValues['get']>[0]): number => {
    const value = values.get(key) ?? null;
    if (value === null) throw new Error(`a definitive sheet of ${form.place} has no ${key}`);
    return value;
  };
  const lines = form.contests.find((candidate) => candidate.contest === contest)?.options ?? [];
  const votes = Object.fromEntries(lines.map(({ key }) => [key, read(contestField(contest, key))]));
  const users = (sex: 'L' | 'P') => read(peopleField('dpt', sex)) + read(peopleField('added', sex));
  return {
    users: users('L') + users('P'),
    women: users('P'),
    valid: read(contestField(contest, 'valid')),
    invalid: read(contestField(contest, 'invalid')),
    votes: withBlankLine.includes(contest) ? { ...votes, blank: 0 } : votes,
  };
}

/** Why a version was begun; null for the first, which replaces nothing. */
async function reasonOfVersion(
  transaction: Transaction,
  place: PlaceOfSheet,
  version: number,
): Promise<string | null> {
  const row = await transaction
    .selectFrom('sheet_act')
    .select('note')
    .where('election', '=', place.election)
    .where('place', '=', place.form.place)
    .where('act', '=', 'correct')
    .where('version', '=', version)
    .executeTakeFirst();
  const note = CORRECTION.safeParse(row?.note);
  return note.success ? note.data.reason : null;
}
