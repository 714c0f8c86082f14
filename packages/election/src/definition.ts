import { z } from 'zod';
import { areaSchema, pollingPlaceIdSchema } from './area.ts';
import { bilingualSchema } from './bilingual.ts';
import { civilDateSchema, civilTimeSchema, zoneSchema } from './civil-time.ts';
import { fingerprintSchema, lineSchema, slugSchema } from './line.ts';
import type { Frozen } from './result.ts';

/** A picture that travels in the package beside the definition. */
const photoSchema = z.strictObject({
  file: z
    .string()
    .max(80)
    .regex(/^[a-z0-9][a-z0-9-]*\.(?:jpg|png|webp)$/, 'photo-file'),
  fingerprint: fingerprintSchema,
});

const candidateSchema = z.strictObject({
  /** Position number by draw, 1 to 9. Gaps are allowed: someone may have withdrawn after the draw. */
  number: z.int().min(1).max(9),
  name: lineSchema(200),
  photo: photoSchema.optional(),
});

/** The shape and limits of one contest. */
export const contestSchema = z.strictObject({
  id: slugSchema,
  /** `village-head` holds the rules of village-head elections; `other` is a contest that others conduct. */
  office: z.enum(['village-head', 'other']),
  title: bilingualSchema(200),
  /** 1 to 5, any order; numbers distinct. One candidate stands against the empty column. */
  candidates: z.array(candidateSchema).min(1).max(5),
});

/** What a person does at the polling place. */
export const personRoleSchema = z.enum([
  'chair',
  'member',
  'desk-officer',
  'technician',
  'supervisor',
  'witness',
]);
export type PersonRole = z.infer<typeof personRoleSchema>;

const personIdentity = { id: slugSchema, name: lineSchema(100) };
/** The shape and limits of one person with a task at the polling place. */
export const personSchema = z.discriminatedUnion('role', [
  z.strictObject({
    role: personRoleSchema.exclude(['witness']),
    ...personIdentity,
  }),
  /** One per candidate, with a letter of mandate. */
  z.strictObject({
    role: z.literal('witness'),
    ...personIdentity,
    represents: z.strictObject({ contest: slugSchema, candidate: z.int().min(1).max(9) }),
  }),
]);

const trusteesSchema = z.strictObject({
  /** k: how many of the members suffice to open the sum, and no fewer can. More than half of them and not all: n/2 < k < n. */
  threshold: z.int().min(2).max(14),
  /** n: 3 to 15. Of one interest at most n−k (the others suffice) and at most k−1 (it cannot open alone). */
  members: z
    .array(z.strictObject({ id: slugSchema, name: lineSchema(100), interest: lineSchema(60) }))
    .min(3)
    .max(15),
});

/** The shape and limits of an election definition. Rules between fields are in `definition-rules.ts`. */
export const electionDefinitionSchema = z.strictObject({
  format: z.literal('bilik/v1/election-definition'),
  /** An exercise shows LATIHAN everywhere and can never be imported as real. */
  kind: z.enum(['exercise', 'real']),
  /** The simultaneous election (wave) this polling place belongs to. */
  event: slugSchema,
  title: bilingualSchema(200),
  area: areaSchema,
  pollingPlace: z.strictObject({
    id: pollingPlaceIdSchema,
    number: z.int().min(1).max(999),
    /** What people call it, as in `Melati`; printed after the number. */
    name: lineSchema(60).optional(),
    address: lineSchema(200),
  }),
  voting: z.strictObject({
    date: civilDateSchema,
    zone: zoneSchema,
    opens: civilTimeSchema,
    closes: civilTimeSchema,
  }),
  contests: z.array(contestSchema).min(1).max(4),
  rulePack: z.strictObject({
    id: slugSchema,
    version: z.int().min(1).max(9999),
    fingerprint: fingerprintSchema,
  }),
  /** The final list of this polling place: its fingerprint and how many men (L) and women (P) it holds. */
  voterList: z.strictObject({
    fingerprint: fingerprintSchema,
    registered: z.strictObject({ L: z.int().min(0).max(5000), P: z.int().min(0).max(5000) }),
  }),
  /** The polling-place board and all who have a task here: exactly one chair, at least two members. */
  people: z.array(personSchema).min(3).max(60),
  trustees: trusteesSchema,
  /** Token cards in the pool, at least one for each registered voter. */
  tokenCards: z.int().min(1).max(6000),
  booths: z.int().min(1).max(20),
  desks: z.int().min(1).max(20),
});

/** One polling place's election as everybody will see it: areas, day, contests, people, trustees, cards. */
export type ElectionDefinition = Frozen<z.infer<typeof electionDefinitionSchema>>;
export type Contest = ElectionDefinition['contests'][number];
export type Candidate = Contest['candidates'][number];
export type Person = ElectionDefinition['people'][number];
export type Trustee = ElectionDefinition['trustees']['members'][number];
export type ElectionKind = ElectionDefinition['kind'];
