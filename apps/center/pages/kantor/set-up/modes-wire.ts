import * as z from 'zod/mini';
import { bilingualSchema } from './elections.tsx';

const power = z.enum(['grid', 'generator', 'none', 'unknown']);
export const POWERS = ['grid', 'generator', 'none', 'unknown'] as const;

/** What `set-up.propose-modes` answers. */
export const proposedSchema = z.object({
  index: z.array(z.object({ id: z.string(), name: bilingualSchema, weightPercent: z.number() })),
  conditions: z.array(
    z.object({
      code: z.string(),
      scores: z.record(z.string(), z.number()),
      power,
      hasLegalBasis: z.boolean(),
    }),
  ),
  proposal: z.object({
    setsUsed: z.number(),
    setsKept: z.number(),
    costRupiah: z.number(),
    villages: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        voters: z.number(),
        priorityHundredths: z.number(),
        rank: z.number(),
        places: z.array(z.number()),
        sets: z.number(),
        isProposed: z.boolean(),
        sentence: bilingualSchema,
      }),
    ),
  }),
  decisions: z.array(
    z.object({
      area: z.string(),
      decision: z.object({
        places: z.array(z.object({ number: z.number(), mode: z.enum(['electronic', 'paper']) })),
        reason: z.string(),
      }),
    }),
  ),
  places: z.record(z.string(), z.array(z.number())),
});
export type Proposed = z.output<typeof proposedSchema>;
export type ProposedVillage = Proposed['proposal']['villages'][number];
export type Condition = Proposed['conditions'][number];
