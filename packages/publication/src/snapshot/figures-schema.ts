import { bilingualSchema, lineSchema, optionKeySchema, pollingPlaceIdSchema } from '@bilik/election';
import { z } from 'zod';

/** One polling place counts up to 100,000 of anything. */
const placeCount = z.int().min(0).max(100_000);
/** Sums of a nation stay below this. */
const sumCount = z.int().min(0).max(1_000_000_000);

/** Lower-case hex SHA-256 of a file or text. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'sha256');
/** A moment of this century in UTC, whole seconds, as in `2026-11-23T06:15:00Z`. */
export const instantSchema = z
  .string()
  .regex(/^20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'instant')
  .refine(isOnCalendar, 'instant');

/** No thirteenth month, no thirtieth of February, no 99 minutes. */
function isOnCalendar(text: string): boolean {
  const moment = Date.parse(text);
  return Number.isFinite(moment) && new Date(moment).toISOString() === text.replace('Z', '.000Z');
}

/** Men (L) and women (P). */
export const bySexSchema = z.strictObject({ L: placeCount, P: placeCount });
const sumBySexSchema = z.strictObject({ L: sumCount, P: sumCount });

/** `c1` … `c9` and `empty`; blank votes have a field of their own. */
const votedKeySchema = optionKeySchema.exclude(['blank']);

function votesOf(count: typeof sumCount) {
  return {
    /** Users of the right to vote. */
    users: count,
    /** In list order; a single candidate stands before the empty column. */
    options: z
      .array(z.strictObject({ key: votedKeySchema, votes: count }))
      .min(1)
      .max(6),
    valid: count,
    /** Blank votes among them, where the rule pack counts them so. */
    invalid: count,
    blank: count,
    /** Valid and invalid, and blank votes where they are counted apart. */
    total: count,
  };
}

/** What was counted in one polling place, or in one part of it. */
export const voteFiguresSchema = z.strictObject(votesOf(placeCount));
export type VoteFigures = z.infer<typeof voteFiguresSchema>;

/**
 * Who says these figures: trustees who opened the sum of a record; the hand count of its slips; the two typists of a paper sheet; the
 * count of a mobile group's paper beside an electronic place.
 */
export const partSourceSchema = z.enum(['trustees', 'slip-count', 'sheet', 'mobile-group']);
export type PartSource = z.infer<typeof partSourceSchema>;

/** Files and texts by which anybody checks the figures of a part. */
const evidenceSchema = z.strictObject({
  /** The record, as the polling place sealed it. */
  record: sha256Schema.nullable(),
  /** The result that the station signed. */
  signedResult: sha256Schema.nullable(),
  voidList: sha256Schema.nullable(),
  /** Photos of the sheet, page by page. */
  sheetPhotos: z.array(sha256Schema).max(12),
  /** Text of the signed QR code under the result. */
  code: z.string().min(1).max(1000).nullable(),
  /** Only of a sheet whose code names a photo that is not shown: it says more than the sheet. */
  codePhoto: z.literal('not-shown').optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

const partSchema = z.strictObject({
  source: partSourceSchema,
  figures: voteFiguresSchema,
  evidence: evidenceSchema,
});
export type PublishedPart = z.infer<typeof partSchema>;

/** One polling place of the official lane. */
export const placeSchema = z.strictObject({
  id: pollingPlaceIdSchema,
  /** What people call it, as in `Melati`. */
  name: lineSchema(60).nullable(),
  mode: z.enum(['electronic', 'paper', 'mixed']),
  /** Voters on the final list. */
  registered: bySexSchema,
  /** Null until a result is in. */
  result: z
    .strictObject({
      /** 1, and one more with each correction. */
      version: z.int().min(1).max(1000),
      /** The parts together. */
      figures: voteFiguresSchema,
      /** More than one where a machine gave way to paper, or a mobile group left. */
      parts: z.array(partSchema).min(1).max(4),
    })
    .nullable(),
  /** Only of a place whose published result is not shown any more: the last version that was, with the names of its evidence, and why it is gone. */
  withheld: z
    .strictObject({
      version: z.int().min(1).max(1000),
      figures: voteFiguresSchema,
      parts: z.array(partSchema).min(1).max(4),
      reason: lineSchema(400),
    })
    .optional(),
});
export type PublishedPlace = z.infer<typeof placeSchema>;

const coverageSchema = z.strictObject({ counted: sumCount, expected: sumCount });

/** Sums of a village. */
export const villageTotalsSchema = z.strictObject({
  registered: sumBySexSchema,
  /** Registered in the polling places that are counted: what turnout is a share of. */
  registeredCounted: sumCount,
  coverage: coverageSchema,
  ...votesOf(sumCount),
});
export type VillageTotals = z.infer<typeof villageTotalsSchema>;

/** Sums of a sub-district or a regency; votes of candidates are not added across villages. */
export const areaTotalsSchema = z.strictObject({
  registered: sumBySexSchema,
  registeredCounted: sumCount,
  coverage: coverageSchema,
  villages: z.strictObject({ expected: sumCount, complete: sumCount, determined: sumCount }),
  users: sumCount,
  valid: sumCount,
  invalid: sumCount,
  blank: sumCount,
  total: sumCount,
});
export type AreaTotals = z.infer<typeof areaTotalsSchema>;

/** The step-by-step answer of `decideVillage` in packages/election, as it stands in a file. */
const explanationStepSchema = z.strictObject({
  key: z.string().max(80),
  values: z.record(z.string().max(40), z.union([z.string().max(2000), z.int()])),
  sentence: bilingualSchema(4000),
  cites: z.array(z.string().max(40)).max(20),
});
const steps = z.array(explanationStepSchema).min(1).max(60);
const candidateNumber = z.int().min(1).max(9);
const among = z.array(candidateNumber).max(9);
export const outcomeSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('winner'),
    candidate: candidateNumber,
    votes: sumCount,
    afterTie: z.boolean(),
    steps,
  }),
  z.strictObject({ type: z.literal('empty-column-wins'), votes: sumCount, steps }),
  z.strictObject({ type: z.literal('second-round'), among, withinDays: z.int().min(1).max(60), steps }),
  z.strictObject({ type: z.literal('people-decide'), why: z.string().max(60), among, steps }),
  z.strictObject({
    type: z.literal('incomplete'),
    missing: z.array(pollingPlaceIdSchema).max(200),
    steps,
  }),
]);
export type PublishedOutcome = z.infer<typeof outcomeSchema>;
