import { basisPoints, pollingPlaceIdSchema } from '@bilik/election';
import {
  AWAITED_SHEET,
  type FieldKey,
  fieldsOf,
  parseSheetValues,
  peopleField,
  type SheetFacts,
  type SheetForm,
  type SheetState,
  type SheetValues,
  USERS_FIELD,
  wireOfValues,
} from '@bilik/tabulation';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Transaction } from '../database/connect.ts';
import type { PlaceOfSheet } from './sheet-form.ts';
import type { StoredFigures } from './tables.ts';

/** A sheet as it is stored, locked for the transaction. */
export interface StoredSheet {
  readonly state: SheetState;
  /** Ids of the entries of this round, beside those of the state. */
  readonly entryIds: readonly number[];
}

/** Reads the sheet of a place and locks it; a place without one begins as awaited. */
export async function lockSheet(
  transaction: Transaction,
  place: PlaceOfSheet,
  now: Date,
): Promise<StoredSheet> {
  await transaction
    .insertInto('sheet')
    .values({
      ...keyOf(place),
      ...{ area: place.area, step: 'awaited', version: 1, round: 1, entries: [], parts: '{}', agreed: null },
      ...{ explanations: '[]', cleared: [], held_by_person: false, standing: null, changed_at: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await transaction
    .selectFrom('sheet')
    .selectAll()
    .where('election', '=', place.election)
    .where('place', '=', place.form.place)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const { rows } = await sql<{ account: string; typed: StoredFigures }>`
    select account, typed from entries_to_judge(${place.election}, ${place.form.place})`.execute(transaction);
  const photos = await photosOf(transaction, place);
  const { standing } = row;
  return {
    entryIds: row.entries,
    state: {
      ...AWAITED_SHEET,
      step: row.step,
      version: row.version,
      round: row.round,
      entries: rows.map(({ account, typed }) => ({ by: account, values: valuesOf(place.form, typed) })),
      values: row.agreed === null ? null : valuesOf(place.form, row.agreed),
      explanations: row.explanations,
      cleared: row.cleared,
      heldByPerson: row.held_by_person,
      parts: new Map(Object.entries(row.parts)),
      evidence: photos.map(({ sha256 }) => sha256),
      standing: standing === null ? null : { ...standing, values: valuesOf(place.form, standing.values) },
    },
  };
}

/** Stores where a sheet is now. */
export async function storeSheet(
  transaction: Transaction,
  place: PlaceOfSheet,
  state: SheetState,
  entryIds: readonly number[],
  now: Date,
): Promise<void> {
  const { form } = place;
  await transaction
    .updateTable('sheet')
    .set({
      step: state.step,
      version: state.version,
      round: state.round,
      entries: entryIds,
      parts: JSON.stringify(Object.fromEntries(state.parts)),
      agreed: state.values === null ? null : JSON.stringify(wireOfValues(form, state.values)),
      explanations: JSON.stringify(state.explanations),
      cleared: state.cleared,
      held_by_person: state.heldByPerson,
      standing:
        state.standing === null
          ? null
          : JSON.stringify({ ...state.standing, values: wireOfValues(form, state.standing.values) }),
      changed_at: now,
    })
    .where('election', '=', place.election)
    .where('place', '=', form.place)
    .execute();
}

/** Photos of a sheet, all versions, newest version first. */
export function photosOf(transaction: Transaction, place: PlaceOfSheet) {
  return transaction
    .selectFrom('sheet_photo')
    .select(['sha256', 'version', 'type', 'account', 'at'])
    .where('election', '=', place.election)
    .where('place', '=', place.form.place)
    .orderBy('version', 'desc')
    .orderBy('at')
    .orderBy('sha256')
    .execute();
}

const AROUND = z.array(
  z.object({
    place: pollingPlaceIdSchema,
    area: z.string(),
    values: z.record(z.string(), z.int().nullable()),
  }),
);

/** What the center knows beside a sheet. What it does not know is left out, and the rules that ask for it stay silent. */
export async function factsOf(
  transaction: Transaction,
  place: PlaceOfSheet,
  state: SheetState,
): Promise<SheetFacts> {
  const { rows } = await sql`
    select place, area, "values" from definitive_sheets_around(${place.election}, ${place.area})`.execute(
    transaction,
  );
  const around = AROUND.parse(rows).filter((other) => other.place !== place.form.place);
  const rules = await transaction
    .selectFrom('election_rules')
    .select(sql<string | null>`rule_pack #>> '{settings,nonDptVoters,value}'`.as('added'))
    // whom others let vote is not for a rule of ours
    .select(({ eb }) => eb('rule_pack', 'is', null).as('others'))
    .where('election', '=', place.election)
    .executeTakeFirst();
  const photos = await photosOf(transaction, place);
  return {
    list: place.registered,
    addedVotersAllowed: rules?.added === 'allowed' || rules?.others === true,
    sheetPhotos: photos.filter(({ version }) => version === state.version).length,
    usersByMachine: place.part === 'paper' ? await usersByMachine(transaction, place) : null,
    ballotsHandedOver: new Map(),
    lastAttendance: null,
    otherSheetsOfVillage: around
      .filter(({ area }) => area === place.area)
      .map((other) => ({ place: other.place, values: looseValues(place.form, other.values) })),
    turnoutsAround: around.flatMap(({ values }) => {
      const [users, registered] = [values[USERS_FIELD], values[peopleField('registered', 'total')]];
      return users == null || registered == null ? [] : (basisPoints(users, registered) ?? []);
    }),
  };
}

/** Users of the machine's part of a place that was switched to paper; the same in every contest. */
async function usersByMachine(
  transaction: Transaction,
  { election, form }: PlaceOfSheet,
): Promise<number | null> {
  const row = await transaction
    .selectFrom('place_result')
    .innerJoin('result_change', 'result_change.number', 'place_result.change')
    .select('result_change.users')
    .where('place_result.election', '=', election)
    .where('place_result.place', '=', form.place)
    .where('place_result.lane', '=', 'official')
    .where('place_result.part', '=', 'machine')
    .where('withdrawn', '=', false)
    .executeTakeFirst();
  return row?.users ?? null;
}

function keyOf({ election, form }: PlaceOfSheet) {
  return { election, place: form.place };
}

/** Figures that were checked when they came in. */
export function valuesOf(form: SheetForm, stored: StoredFigures): SheetValues {
  const parsed = parseSheetValues(form, stored);
  if (!parsed.ok)
    throw new Error(`figures of ${form.place} do not fit its form: ${parsed.error.fields.join(', ')}`);
  return parsed.value;
}

/** Another place's figures by the fields of this one's form. */
function looseValues(form: SheetForm, stored: StoredFigures): SheetValues {
  return new Map<FieldKey, number | null>(fieldsOf(form).map(({ key }) => [key, stored[key] ?? null]));
}
