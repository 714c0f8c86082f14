import { calendar } from '@bilik/words/catalogue/center/calendar';
import { common } from '@bilik/words/catalogue/common';
import { phrasesOf } from '@bilik/words/phrases';
import * as z from 'zod/mini';
import { bilingualSchema, lawTextSchema } from '../set-up/elections.tsx';

/** What the screens of this room say. */
export const words = /* @__PURE__ */ phrasesOf(common, calendar);

const ownerSchema = z.enum([
  'council',
  'committee',
  'candidates',
  'polling-places',
  'sub-district',
  'regency',
  'regent',
  'conductor',
]);

/** What `calendar.villages` answers: the latest first. */
export const villagesSchema = z.object({
  today: z.string(),
  villages: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      wave: z.number(),
      votingDate: z.string(),
      lateDays: z.number(),
      left: z.nullable(z.string()),
      current: z.nullable(z.object({ id: z.string(), name: bilingualSchema, due: z.string() })),
      done: z.number(),
      of: z.number(),
      noRoom: z.nullable(bilingualSchema),
    }),
  ),
});
export type Villages = z.output<typeof villagesSchema>;

/** What `calendar.village` answers. */
export const villageSchema = z.object({
  today: z.string(),
  code: z.string(),
  name: z.string(),
  wave: z.number(),
  /** Whether the regency itself decides on extension and conditions. */
  isOurs: z.boolean(),
  votingDate: z.string(),
  stages: z.array(
    z.object({
      id: z.string(),
      name: bilingualSchema,
      owner: ownerSchema,
      basis: lawTextSchema,
      begins: z.string(),
      due: z.string(),
      doneOn: z.nullable(z.string()),
      state: z.enum(['done', 'done-late', 'late', 'running', 'waiting']),
      lateDays: z.number(),
      waitsFor: z.array(z.string()),
    }),
  ),
  noRoom: z.nullable(bilingualSchema),
  nextExtensionDays: z.nullable(z.number()),
  postponements: z.array(
    z.object({ fromWave: z.number(), toWave: z.number(), decidedOn: z.string(), reason: z.string() }),
  ),
  left: z.nullable(z.object({ decidedOn: z.string(), reason: z.string() })),
  conditions: z.array(z.enum(['too-many-candidates', 'objection-filed'])),
  laterWaves: z.array(z.object({ number: z.number(), date: z.string() })),
  again: z.array(z.string()),
});
export type Village = z.output<typeof villageSchema>;
export type Stage = Village['stages'][number];
