import { publish } from '@bilik/words/catalogue/center/publish';
import { common } from '@bilik/words/catalogue/common';
import { phrasesOf } from '@bilik/words/phrases';
import * as z from 'zod/mini';
import { officePersonSchema } from '../person-name.tsx';

export const words = /* @__PURE__ */ phrasesOf(common, publish);

/** Of a polling place. */
const placeWhys = [
  ...['photo-with-metadata', 'photo-of-before', 'photo-missing', 'code-missing', 'files-not-public'],
  ...['result-unreadable', 'name-of-place', 'voters-of-before'],
] as const;
/** Of a whole village. */
const villageWhys = [
  ...['text-not-public', 'candidates-changed', 'voters-changed', 'rules-changed', 'gone', 'contradicts'],
] as const;
const leftOutSchema = z.union([
  z.strictObject({ place: z.string(), why: z.enum(placeWhys) }),
  z.strictObject({ village: z.string(), why: z.enum(villageWhys), stays: z.boolean() }),
]);
export type LeftOut = z.output<typeof leftOutSchema>;

const siteSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('nothing-published') }),
  z.strictObject({ type: z.literal('damaged') }),
  z.strictObject({
    type: z.literal('read'),
    log: z.strictObject({
      size: z.number(),
      root: z.string(),
      witnesses: z.array(z.strictObject({ name: z.string(), cosignedAt: z.nullable(z.string()) })),
    }),
  }),
]);

/** What `publish.show` answers. */
export const shownSchema = z.strictObject({
  open: z.boolean(),
  /** Newest first. */
  decisions: z.array(
    z.object({
      number: z.number(),
      is_open: z.boolean(),
      reason: z.string(),
      person: officePersonSchema,
      at: z.string(),
    }),
  ),
  /** Newest first. */
  publications: z.array(
    z.strictObject({
      number: z.number(),
      state: z.enum(['writing', 'published']),
      at: z.string(),
      published_at: z.nullable(z.string()),
      left_out: z.array(leftOutSchema),
      snapshot: z.string(),
    }),
  ),
  zone: z.nullable(z.enum(['WIB', 'WITA', 'WIT'])),
  waiting: z.strictObject({ places: z.number(), villages: z.number(), since: z.nullable(z.string()) }),
  isLate: z.boolean(),
  /** The last try, while none has succeeded since. */
  failed: z.nullable(z.strictObject({ why: z.enum(['facts', 'portal', 'machine']), at: z.string() })),
  site: siteSchema,
});
export type Shown = z.output<typeof shownSchema>;
