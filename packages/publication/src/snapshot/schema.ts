import {
  bilingualSchema,
  civilDateSchema,
  lineSchema,
  regencyCodeSchema,
  rulePackSchema,
  slugSchema,
  subDistrictCodeSchema,
  villageCodeSchema,
  zoneSchema,
} from '@bilik/election';
import { z } from 'zod';
import {
  areaTotalsSchema,
  instantSchema,
  outcomeSchema,
  placeSchema,
  sha256Schema,
  villageTotalsSchema,
  voteFiguresSchema,
} from './figures-schema.ts';

/** Where a village stands, as the public sees it. */
export const stageSchema = z.enum([
  'preparation',
  'voter-list',
  'candidacy',
  'number-draw',
  'campaign',
  'quiet-period',
  'voting',
  'counting',
  'result',
  'objection',
  'decree',
  'inauguration',
  'postponed',
]);
export type PublishedStage = z.infer<typeof stageSchema>;

/** Stages that begin with a result: no village is in one of them of which nothing was published. */
export const STAGES_AFTER_COUNTING: readonly PublishedStage[] = [
  'result',
  'objection',
  'decree',
  'inauguration',
];

/** None: nothing counted. Provisional (sementara): figures that may still be corrected. Determined (ditetapkan): by the committee. */
export const resultStateSchema = z.enum(['none', 'provisional', 'determined']);
export type ResultState = z.infer<typeof resultStateSchema>;

const candidateSchema = z.strictObject({
  number: z.int().min(1).max(9),
  name: lineSchema(200),
  photo: sha256Schema.nullable(),
});

const determinationSchema = z.strictObject({
  /** Null when nobody is elected. */
  candidate: z.int().min(1).max(9).nullable(),
  on: civilDateSchema,
  /** Number or name of the decision. */
  document: lineSchema(120),
  /** Needed where the rules end and people decided. */
  reason: bilingualSchema(500).nullable(),
});

/** A determination that was published and does not hold any more. */
const fallenSchema = determinationSchema.extend({
  /** Of the snapshot that said so first. */
  at: instantSchema,
  why: lineSchema(400),
});
export type FallenDetermination = z.infer<typeof fallenSchema>;

const villageSchema = z.strictObject({
  code: villageCodeSchema,
  name: lineSchema(60),
  stage: z.strictObject({ name: stageSchema, since: civilDateSchema, note: bilingualSchema(300).nullable() }),
  votingDate: civilDateSchema.nullable(),
  /** Null until the candidates are determined. */
  contest: z
    .strictObject({
      id: slugSchema,
      title: bilingualSchema(200),
      /** In list order. */
      candidates: z.array(candidateSchema).min(1).max(5),
    })
    .nullable(),
  /** Fingerprint of one of the snapshot's rule packs. */
  rulePack: sha256Schema,
  /** Ascending. */
  places: z.array(placeSchema).max(200),
  totals: villageTotalsSchema.nullable(),
  /** What the rules say of the figures; null until there are candidates and polling places. */
  outcome: outcomeSchema.nullable(),
  state: resultStateSchema,
  determination: determinationSchema.nullable(),
  /** Oldest first; absent where none fell. */
  fallen: z.array(fallenSchema).min(1).max(100).optional(),
});
export type PublishedVillage = z.infer<typeof villageSchema>;

/** A village that was in the event, without a result, and left it. */
const leftVillageSchema = z.strictObject({
  code: villageCodeSchema,
  name: lineSchema(60),
  on: civilDateSchema,
  reason: lineSchema(500),
});
export type LeftVillage = z.infer<typeof leftVillageSchema>;

const subDistrictSchema = z.strictObject({
  code: subDistrictCodeSchema,
  name: lineSchema(60),
  totals: areaTotalsSchema,
});
export type PublishedSubDistrict = z.infer<typeof subDistrictSchema>;

const correctionSchema = z.strictObject({
  place: z.string().max(20),
  /** The version that came of it: 2 and more. */
  version: z.int().min(2).max(1000),
  at: instantSchema,
  reason: lineSchema(400),
  before: voteFiguresSchema,
  after: voteFiguresSchema,
});
export type PublishedCorrection = z.infer<typeof correctionSchema>;

/** What a file of evidence is; the ending of its name follows from it. */
const fileSchema = z.strictObject({
  sha256: sha256Schema,
  bytes: z.int().min(1).max(1_000_000_000),
  kind: z.enum(['record', 'signed-result', 'void-list', 'sheet-photo', 'candidate-photo']),
  media: z.enum(['bel', 'json', 'jpg', 'png', 'webp']),
});
export type PublishedFile = z.infer<typeof fileSchema>;

/** One state of everything that is public. What is not in this schema cannot be published. */
export const snapshotSchema = z.strictObject({
  format: z.literal('bilik/snapshot/1'),
  kind: z.enum(['exercise', 'real']),
  /** 1, 2, 3 … without a gap. */
  number: z.int().min(1).max(1_000_000),
  at: instantSchema,
  /** SHA-256 of the text of the snapshot before; null for the first. */
  previous: sha256Schema.nullable(),
  event: z.strictObject({
    id: slugSchema,
    title: bilingualSchema(200),
    /** The office that publishes, as in `Dinas PMD Kabupaten Banyuasin`. */
    office: lineSchema(120),
    /** What a village head is called here. */
    headTitle: bilingualSchema(60),
    zone: zoneSchema,
    /** Key of the QR codes under paper sheets, and the fingerprint that stands in them; null where paper has none. */
    sheetKey: z
      .strictObject({
        signingKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'key'),
        electionFingerprint: z.string().regex(/^[A-Za-z0-9+/]{43}$/, 'fingerprint'),
      })
      .nullable(),
    /** Page on which anybody sends a photo or code of a posted sheet, as seen from the site's first page; null where there is none. */
    evidencePage: z
      .string()
      .max(300)
      .regex(/^(?:https:\/\/[a-z0-9.-]+(?::\d{1,5})?|\.\.)(?:\/[a-z0-9-]+)*\/$/, 'address')
      .nullable(),
  }),
  regency: z.strictObject({ code: regencyCodeSchema, name: lineSchema(60), totals: areaTotalsSchema }),
  /** Ascending by code. */
  subDistricts: z.array(subDistrictSchema).min(1).max(200),
  /** Ascending by code. */
  villages: z.array(villageSchema).min(1).max(2000),
  /** Villages that left the event, ascending by code; absent where none did. */
  left: z.array(leftVillageSchema).min(1).max(2000).optional(),
  rulePacks: z.array(rulePackSchema).min(1).max(20),
  /** Oldest first. */
  corrections: z.array(correctionSchema).max(20_000),
  /** Every file that the snapshot names, ascending by hash, each once. */
  files: z.array(fileSchema).max(200_000),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
