import { areaCodeSchema, lineSchema, pollingPlaceIdSchema, slugSchema } from '@bilik/election';
import type { Answer } from '@bilik/server';
import {
  type FieldKey,
  parseSheetValues,
  type SheetAct,
  type SheetValuesProblem,
  sheetStepSchema,
} from '@bilik/tabulation';
import { z } from 'zod';
import type { CenterParts } from '../center-parts.ts';
import type { FileStore } from '../files/file-store.ts';
import { type ActContext, type ActsDoor, NoInput } from '../http/acts-door.ts';
import { conductOf } from '../set-up/conduct.ts';
import { electionsInSight } from '../set-up/election-meant.ts';
import { conductedByOthers } from '../set-up/refusals.ts';
import {
  actOnSheet,
  type SheetActRefusal,
  type SheetAnswer,
  type SheetName,
  type SheetStanding,
} from './act-on-sheet.ts';
import { codeOfSheet } from './sheet-code.ts';
import { placeOfSheet } from './sheet-form.ts';
import { listSheets, nextSheet, ownEntries } from './sheet-lists.ts';
import { addPhoto, judgePhoto, keepPhoto, type PhotoRefusal } from './sheet-photo.ts';
import { viewSheet } from './sheet-view.ts';
import { machinePlaces, switchMachine } from './switch-machine.ts';

const election = slugSchema;
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const sentAs = z.string().regex(/^[0-9a-f]{32}$/);
const reason = lineSchema(500);
const figures = z.record(z.string().max(60), z.int().min(0).max(100_000).nullable());
const Election = z.strictObject({ election });
const Sheet = z.strictObject({ election, place: pollingPlaceIdSchema });

/** What becomes of an act that may also be refused for what it brings. */
type Judged<Refusal extends { readonly type: string }> = Promise<
  Answer<SheetStanding, SheetActRefusal | Refusal>
>;

type FiguresRefusal = { readonly type: 'figures-not-of-sheet'; readonly fields: readonly string[] };

/** Sheets of paper polling places: photos, two typists, a third reader, quarantine, corrections. */
export function openSheetRoutes(acts: ActsDoor, parts: Pick<CenterParts, 'files' | 'keys' | 'kind'>): void {
  const { files } = parts;
  acts.act('sheets.code', Sheet, async (input, context) => {
    // the signature says: a result of this regency
    if ((await conductOf(context.transaction, input.election)) === 'other') return conductedByOthers();
    const value = await codeOfSheet(context, parts, input);
    return value === undefined ? { ok: false, error: { type: 'sheet-not-definitive' } } : { ok: true, value };
  });
  acts.act('sheets.elections', NoInput, async (_, { transaction, now }) => {
    const elections = await electionsInSight(transaction, now);
    return { ok: true, value: elections.map(({ id, title }) => ({ id, title })) };
  });
  acts.act(
    'sheets.list',
    Election.extend({
      step: sheetStepSchema.optional(),
      area: areaCodeSchema.optional(),
    }),
    async (input, context) => ({ ok: true, value: await listSheets(context, input) }),
  );
  acts.act('sheets.open', Sheet, async (input, context) => {
    const value = await viewSheet(context, input);
    return value === undefined ? unknown() : { ok: true, value };
  });
  acts.act('sheets.next', Election, async (input, context) => ({
    ok: true,
    value: { place: await nextSheet(context, input.election) },
  }));
  acts.act('sheets.my-entries', Election, async (input, context) => ({
    ok: true,
    value: await ownEntries(context, input.election),
  }));
  acts.act('sheets.machine-places', Election, async (input, { transaction }) => ({
    ok: true,
    value: await machinePlaces(transaction, input.election),
  }));
  acts.act('sheets.switch', Sheet.extend({ toPaper: z.boolean(), reason }), (input, context) =>
    switchMachine(context, input),
  );
  openPhotos(acts, files);
  openEntries(acts);
  openJudgements(acts, files);
}

function openPhotos(acts: ActsDoor, files: FileStore): void {
  const Photo = Sheet.extend({ sha256 });
  acts.act('sheets.add-photo', Photo, (input, context) => addPhoto(context, files, input));
  acts.paper('sheets.photo', Photo, async (input, { transaction }) => {
    const row = await transaction
      .selectFrom('sheet_photo')
      .select('type')
      .where('election', '=', input.election)
      .where('place', '=', input.place)
      .where('sha256', '=', input.sha256)
      .executeTakeFirst();
    if (row === undefined) return { ok: false, error: { type: 'photo-unknown' } };
    return { ok: true, value: { bytes: files.open(input.sha256), type: row.type } };
  });
}

function openEntries(acts: ActsDoor): void {
  acts.act(
    'sheets.enter',
    Sheet.extend({ figures, sentAs }),
    async (input, context): Judged<FiguresRefusal> => {
      const place = await placeOfSheet(context.transaction, input.election, input.place);
      if (place === undefined) return unknown();
      const parsed = parseSheetValues(place.form, input.figures);
      if (!parsed.ok) return refuseFigures(parsed.error);
      const act: SheetAct = { act: 'enter', by: context.by.account, values: parsed.value };
      return actOnSheet(context, input, () => act, input.sentAs);
    },
  );
  acts.act('sheets.resolve', Sheet.extend({ readings: figures, sentAs }), (input, context) => {
    const readings = new Map(Object.entries(input.readings).map(([key, value]) => [key as FieldKey, value]));
    return actOnSheet(
      context,
      input,
      () => ({ act: 'resolve', by: context.by.account, readings }),
      input.sentAs,
    );
  });
  acts.act('sheets.take-back', Sheet, (input, context) =>
    actOnSheet(context, input, () => ({ act: 'take_back', by: context.by.account })),
  );
}

function openJudgements(acts: ActsDoor, files: FileStore): void {
  const Reasoned = Sheet.extend({ reason });
  const withReason =
    (act: 'discard' | 'quarantine' | 'clear' | 'withdraw') =>
    (
      input: SheetName & { readonly reason: string },
      context: ActContext,
    ): Promise<SheetAnswer<SheetStanding>> =>
      actOnSheet(context, input, () => ({ act, by: context.by.account, reason: input.reason }));
  acts.act('sheets.discard', Reasoned, withReason('discard'));
  acts.act('sheets.quarantine', Reasoned, withReason('quarantine'));
  acts.act('sheets.clear', Reasoned, withReason('clear'));
  acts.act('sheets.withdraw', Reasoned, withReason('withdraw'));
  acts.act('sheets.look-again', Sheet, (input, context) =>
    actOnSheet(context, input, () => ({ act: 'look_again', by: context.by.account })),
  );
  const explanation = z.strictObject({
    code: z.string().regex(/^W\d\d$/),
    contest: z.string().max(60).nullable(),
    text: lineSchema(500),
  });
  acts.act(
    'sheets.explain',
    Sheet.extend({ explanations: z.array(explanation).min(1).max(40) }),
    ({ explanations, ...input }, context) =>
      actOnSheet(context, input, () => ({ act: 'explain', by: context.by.account, explanations })),
  );
  acts.act(
    'sheets.correct',
    Reasoned.extend({ evidence: sha256, chosen: sha256.optional() }),
    async (input, context): Judged<PhotoRefusal> => {
      const judged = await judgePhoto(context, files, input.evidence);
      if (!judged.ok) return judged;
      const { reason: why, evidence } = input;
      const done = await actOnSheet(context, input, (_, { evidence: known }) => ({
        act: 'correct',
        by: context.by.account,
        reason: why,
        // a page draws each photo anew: an earlier one that somebody saved and chose again comes with other bytes, and is still no new photo
        evidence: input.chosen !== undefined && known.includes(input.chosen) ? input.chosen : evidence,
      }));
      if (!done.ok) return done;
      const place = await placeOfSheet(context.transaction, input.election, input.place);
      if (place === undefined) return unknown();
      const key = { election: input.election, place: input.place, area: place.area };
      const kept = await keepPhoto(context, key, done.value.version, evidence, judged.value.type);
      return kept.ok ? done : kept;
    },
  );
}

function unknown() {
  return { ok: false, error: { type: 'sheet-unknown' } } as const;
}

function refuseFigures({ fields }: SheetValuesProblem): {
  readonly ok: false;
  readonly error: FiguresRefusal;
} {
  return { ok: false, error: { type: 'figures-not-of-sheet', fields } };
}
