import { civilTimeSchema, type LogicTestStanding, optionKeySchema, slugSchema } from '@bilik/election';
import { z } from 'zod';

const count = z.int().min(0).max(1_000_000);
const person = z.string().min(1).max(60);
const ofOption = { contest: slugSchema, option: optionKeySchema };

/** What stays of a test in the store of the day: figures that everybody saw. No card, ballot, hash or key. */
export const KeptLogicTestSchema: z.ZodType<LogicTestStanding> = z.strictObject({
  runs: z.array(
    z.strictObject({
      begunAt: civilTimeSchema,
      endedAt: civilTimeSchema,
      confirmedBy: z.array(person),
      casts: count,
      spoiled: count,
      total: z.array(z.strictObject({ ...ofOption, expected: count, found: count })).nullable(),
      booths: z.array(
        z.strictObject({
          booth: z.int().min(1).max(100),
          contests: z.array(
            z.strictObject({
              contest: slugSchema,
              options: z.array(
                z.strictObject({
                  key: optionKeySchema,
                  expected: count,
                  counted: count.nullable(),
                  slips: count,
                }),
              ),
            }),
          ),
        }),
      ),
    }),
  ),
  skipped: z
    .strictObject({ at: civilTimeSchema, reason: z.string().min(1).max(500), confirmedBy: z.array(person) })
    .nullable(),
});
