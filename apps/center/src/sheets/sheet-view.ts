import type { Bilingual } from '@bilik/election';
import {
  type CheckOutcome,
  checkSheet,
  compareEntries,
  ruleOf,
  type SheetForm,
  type SheetPart,
  type SheetState,
  type SheetStep,
  viewOfEntry,
  wireOfValues,
} from '@bilik/tabulation';
import { handsOf } from '../accounts/hands.ts';
import { type Person, withPeople } from '../accounts/people.ts';
import type { ActContext } from '../http/acts-door.ts';
import type { SheetName } from './act-on-sheet.ts';
import { type PlaceOfSheet, placeOfSheet } from './sheet-form.ts';
import { factsOf, lockSheet, photosOf } from './sheet-store.ts';
import type { PhotoType, StoredFigures } from './tables.ts';

/** A finding with the texts of its rule. */
export interface ShownFinding extends CheckOutcome {
  readonly what: Bilingual;
  readonly todo: Bilingual;
}

/** One sheet as somebody may see it: nobody finds here what another typist wrote before two people agree. */
export interface SheetView {
  readonly election: string;
  readonly place: string;
  readonly area: string;
  readonly name: string | null;
  readonly step: SheetStep;
  readonly version: number;
  readonly round: number;
  readonly form: SheetForm;
  readonly photos: readonly { readonly sha256: string; readonly version: number; readonly type: PhotoType }[];
  /** What the viewer did in this version; null: nothing yet. */
  readonly part: SheetPart | null;
  /** Somebody of one hand with the viewer typed an entry of this round: the viewer is neither second typist nor third reader. */
  readonly typedByOwnHand: boolean;
  /** The viewer's own entry of this round. */
  readonly mine: StoredFigures | null;
  /** Fields in which the entries differ, without what was typed; for whoever may settle them. */
  readonly differing: readonly string[];
  /** Agreed figures and what the rules found, once two people agree. */
  readonly agreed: StoredFigures | null;
  readonly findings: readonly ShownFinding[];
  readonly explanations: SheetState['explanations'];
  /** What was done and why, oldest first. */
  readonly acts: readonly {
    readonly act: string;
    readonly account: string;
    readonly person: Person | null;
    readonly version: number;
    readonly step: SheetStep;
    readonly at: string;
    readonly reason: string | null;
  }[];
}

/** One sheet for whoever asks. @returns undefined where no sheet is awaited in their area */
export async function viewSheet(context: ActContext, name: SheetName): Promise<SheetView | undefined> {
  const { transaction, by, now } = context;
  const place = await placeOfSheet(transaction, name.election, name.place);
  if (place === undefined) return undefined;
  const { state } = await lockSheet(transaction, place, now);
  const { form } = place;
  const part = state.parts.get(by.account) ?? null;
  const mine = state.entries.find((entry) => entry.by === by.account);
  const others = state.entries.filter((entry) => entry.by !== by.account).map((entry) => entry.by);
  const hands = await handsOf(transaction, [by.account, ...others]);
  const typedByOwnHand = others.some((other) => hands.get(other) === hands.get(by.account));
  // who typed in this version sees no more than that; who did nothing yet may become a typist until both entries are in
  const sees = viewOfEntry(part === 'typist' || typedByOwnHand ? 'other-typist' : 'checker', state.step);
  const seesAgreed = state.values !== null && viewOfEntry('checker', state.step) === 'whole';
  const [first, second] = state.entries;
  const differing =
    sees === 'differing-fields' && first !== undefined && second !== undefined
      ? compareEntries(form, first.values, second.values).map(({ field }) => field)
      : [];
  const [photos, findings, acts] = [
    await photosOf(transaction, place),
    seesAgreed ? await findingsOf(context, place, state) : [],
    await actsOf(context, name),
  ];
  return {
    ...{ election: name.election, place: name.place, area: place.area, name: place.name },
    ...{ step: state.step, version: state.version, round: state.round, form, part, typedByOwnHand },
    photos: photos.map(({ sha256, version, type }) => ({ sha256, version, type })),
    mine: mine === undefined ? null : wireOfValues(form, mine.values),
    differing,
    agreed: seesAgreed && state.values !== null ? wireOfValues(form, state.values) : null,
    findings,
    explanations: seesAgreed ? state.explanations : [],
    acts,
  };
}

async function findingsOf(
  { transaction }: ActContext,
  place: PlaceOfSheet,
  state: SheetState,
): Promise<readonly ShownFinding[]> {
  if (state.values === null) return [];
  const facts = await factsOf(transaction, place, state);
  return checkSheet({ form: place.form, values: state.values, facts }).map((outcome) => {
    const { what, todo } = ruleOf(outcome.code);
    return { ...outcome, what, todo };
  });
}

async function actsOf(
  { transaction }: ActContext,
  { election, place }: SheetName,
): Promise<SheetView['acts']> {
  const rows = await transaction
    .selectFrom('sheet_act')
    .select(['act', 'account', 'version', 'step', 'at', 'note'])
    .where('election', '=', election)
    .where('place', '=', place)
    .orderBy('number')
    .limit(200)
    .execute();
  const done = await withPeople(transaction, rows);
  return done.map(({ at, note, ...row }) => ({ ...row, at: at.toISOString(), reason: reasonOf(note) }));
}

function reasonOf(note: unknown): string | null {
  const isReasoned =
    typeof note === 'object' && note !== null && 'reason' in note && typeof note.reason === 'string';
  return isReasoned ? String(note.reason) : null;
}
