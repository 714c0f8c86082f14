import { publish } from '@bilik/words/catalogue/center/publish';
import { common } from '@bilik/words/catalogue/common';
import { phrasesOf } from '@bilik/words/phrases';
import * as z from 'zod/mini';

export const words = /* @__PURE__ */ phrasesOf(common, publish);

const whys = ['photo-with-metadata', 'photo-of-before', 'photo-missing', 'result-unreadable'] as const;

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
    z.strictObject({
      number: z.number(),
      is_open: z.boolean(),
      reason: z.string(),
      account: z.string(),
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
      left_out: z.array(z.strictObject({ place: z.string(), why: z.enum(whys) })),
      snapshot: z.string(),
    }),
  ),
  zone: z.nullable(z.enum(['WIB', 'WITA', 'WIT'])),
  waiting: z.strictObject({ places: z.number(), villages: z.number(), since: z.nullable(z.string()) }),
  isLate: z.boolean(),
  site: siteSchema,
});
export type Shown = z.output<typeof shownSchema>;
