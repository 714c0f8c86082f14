import { z } from 'zod';
import { pollingPlaceIdSchema } from './area.ts';
import { optionKeySchema } from './ballot-option.ts';
import type { Contest } from './definition.ts';
import { slugSchema } from './line.ts';
import type { Problem } from './problem.ts';
import type { Frozen, Result } from './result.ts';
import type { RulePack } from './rule-pack.ts';

const count = z.int().min(0).max(100_000);
const bySex = z.strictObject({ L: count, P: count });

/** All figures of one polling place after closing. Whole numbers, 0 to 100,000. */
export const pollingPlaceFiguresSchema = z.strictObject({
  place: pollingPlaceIdSchema,
  /** Eligible voters on the final list. */
  registered: bySex,
  /** Check-ins by list and sex. */
  checkIns: z.strictObject({ DPT: bySex, added: bySex }),
  /** Users of the right to vote, as stated. */
  users: count,
  casts: count,
  openCases: count,
  abandoned: count,
  contests: z
    .array(
      z.strictObject({
        contest: slugSchema,
        options: z
          .array(z.strictObject({ key: optionKeySchema, votes: count }))
          .min(2)
          .max(7),
        valid: count,
        invalid: count,
        /** Valid and invalid, and the blank votes where the rule pack counts them apart. */
        total: count,
      }),
    )
    .min(1)
    .max(4),
  /** Cards: handed out of the pool, and what became of them. */
  tokens: z.strictObject({ pool: count, issued: count, used: count, voided: count, returned: count }),
  /** Device counters: slips printed in all, and those that ended as BATAL. */
  slips: z.strictObject({ printed: count, spoiled: count }),
  /** The slip box as counted by hand by two people; null until then. */
  slipBox: z
    .strictObject({
      inBox: count,
      contests: z.array(
        z.strictObject({
          contest: slugSchema,
          options: z.array(z.strictObject({ key: optionKeySchema, votes: count })).max(7),
        }),
      ),
    })
    .nullable(),
});
export type PollingPlaceFigures = Frozen<z.infer<typeof pollingPlaceFiguresSchema>>;
export type ContestFigures = PollingPlaceFigures['contests'][number];
export type OptionVotes = ContestFigures['options'][number];
export type SlipBoxFigures = NonNullable<PollingPlaceFigures['slipBox']>;

/** @errors every figure that is missing, no whole number, negative or too large, and every unknown key */
export function parsePollingPlaceFigures(_input: unknown): Result<PollingPlaceFigures, readonly Problem[]> {
  throw new Error('not filled yet');
}

/**
 * The figures of one contest from the opened sum.
 * @param votes counts in ballot order, as in the record's result for this question
 */
export function contestFigures(
  _contest: Contest,
  _votes: readonly number[],
  _rulePack: RulePack,
): ContestFigures {
  throw new Error('not filled yet');
}
