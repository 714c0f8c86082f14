import { results } from '@bilik/words/catalogue/center/results';
import { common } from '@bilik/words/catalogue/common';
import { phrasesOf } from '@bilik/words/phrases';
import * as z from 'zod/mini';

export const words = /* @__PURE__ */ phrasesOf(common, results);

const bilingual = z.strictObject({ id: z.string(), en: z.string() });
export const electionsSchema = z.array(
  z.strictObject({
    id: z.string(),
    title: bilingual,
    voting_date: z.string(),
    zone: z.enum(['WIB', 'WITA', 'WIT']),
    /** The center's one site is of this election. */
    isPublished: z.boolean(),
    conduct: z.enum(['village-head', 'other']),
    contests: z.array(z.strictObject({ id: z.string(), title: bilingual })),
  }),
);
export type Elections = z.output<typeof electionsSchema>;

const lineSchema = z.strictObject({
  area: z.string(),
  name: z.string(),
  places: z.number(),
  expected: z.number(),
  registered: z.number(),
  registeredInAll: z.number(),
  users: z.number(),
  women: z.number(),
  valid: z.number(),
  invalid: z.number(),
});
export type AreaLine = z.output<typeof lineSchema>;
const votes = z.record(z.string(), z.number());

const areaShape = {
  own: z.nullable(lineSchema),
  votes,
  below: z.array(lineSchema),
  placesHere: z.array(
    z.strictObject({
      place: z.string(),
      number: z.number(),
      mode: z.enum(['electronic', 'paper', 'mixed']),
      registered: z.number(),
      parts: z.array(
        z.strictObject({
          part: z.enum(['whole', 'machine', 'paper']),
          change: z.number(),
          users: z.number(),
          valid: z.number(),
          invalid: z.number(),
          votes,
          source_kind: z.enum(['record', 'sheet', 'internal', 'evidence']),
          source: z.string(),
        }),
      ),
    }),
  ),
  above: z.array(z.strictObject({ area: z.string(), name: z.string() })),
};
export const areaSchema = z.strictObject(areaShape);
export type AreaView = z.output<typeof areaSchema>;

/** What `tabulation.own-count` answers: the same, with who stands on the ballot. */
export const ownCountSchema = z.strictObject({
  ...areaShape,
  title: bilingual,
  options: z.array(z.strictObject({ key: z.string(), number: z.nullable(z.number()), name: z.string() })),
});
export type OwnCount = z.output<typeof ownCountSchema>;

const changesSchema = z.array(
  z.strictObject({
    number: z.number(),
    at: z.string(),
    contest: z.string(),
    part: z.enum(['whole', 'machine', 'paper']),
    withdrawn: z.boolean(),
    users: z.number(),
    women: z.nullable(z.number()),
    valid: z.number(),
    invalid: z.number(),
    votes,
    source_kind: z.enum(['record', 'sheet', 'internal', 'evidence']),
    source: z.string(),
    account: z.nullable(z.string()),
    reason: z.nullable(z.string()),
    replaces: z.nullable(z.number()),
  }),
);
/** What `tabulation.history` answers. */
export const historySchema = z.strictObject({
  /** Oldest first. */
  changes: changesSchema,
  contests: z.array(
    z.strictObject({
      id: z.string(),
      options: z.array(z.object({ key: z.string(), number: z.nullable(z.number()), name: z.string() })),
    }),
  ),
  zone: z.nullable(z.enum(['WIB', 'WITA', 'WIT'])),
});
export type History = z.output<typeof historySchema>;

/** Of a village's result only what the screen shows. */
export const outcomeSchema = z.object({
  contest: z.object({ candidates: z.array(z.object({ number: z.number(), name: z.string() })) }),
  changes: z.array(z.number()),
  winner: z.nullable(z.number()),
  chosen: z.nullable(z.object({ candidate: z.number(), reason: z.string() })),
  standing: z.object({
    stage: z.enum(['provisional', 'determined', 'decreed']),
    isStale: z.optional(z.boolean()),
  }),
  minutes: z.object({
    outcomeText: bilingual,
    outcome: z.object({
      type: z.enum(['winner', 'empty-column-wins', 'second-round', 'people-decide', 'incomplete']),
      among: z.optional(z.array(z.number())),
      steps: z.array(z.object({ sentence: bilingual })),
    }),
    totals: z.array(
      z.object({ key: z.string(), label: bilingual, votes: z.number(), basisPoints: z.nullable(z.number()) }),
    ),
  }),
});
export type Outcome = z.output<typeof outcomeSchema>;
