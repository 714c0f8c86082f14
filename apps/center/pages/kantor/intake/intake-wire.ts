import { intake } from '@bilik/words/catalogue/center/intake';
import { common } from '@bilik/words/catalogue/common';
import { phrasesOf } from '@bilik/words/phrases';
import * as z from 'zod/mini';

export const words = /* @__PURE__ */ phrasesOf(common, intake);

export const deliveriesSchema = z.array(
  z.strictObject({
    /** Null until it is here whole: whoever sends it knows its name, and nobody else. */
    id: z.nullable(z.string()),
    place: z.string(),
    area: z.string(),
    state: z.enum(['coming', 'checking', 'right', 'held']),
    reasons: z.array(z.string()),
    begun_at: z.string(),
    whole_at: z.nullable(z.string()),
    decided_at: z.nullable(z.string()),
    received: z.boolean(),
  }),
);
export type Delivery = z.output<typeof deliveriesSchema>[number];
