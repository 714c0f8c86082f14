import { z } from 'zod';
import { pollingPlaceIdSchema } from './area.ts';
import { ballotOptions, optionKeySchema } from './ballot-option.ts';
import type { Contest } from './definition.ts';
import { slugSchema } from './line.ts';
import type { Problem } from './problem.ts';
import { type Frozen, fail, type Result, succeed } from './result.ts';
import type { RulePack } from './rule-pack.ts';
import { problemsOf } from './schema-problem.ts';

const count = z.int().min(0).max(100_000);
const bySex = z.strictObject({ L: count, P: count });

const contestFiguresSchema = z.strictObject({
  contest: slugSchema,
  options: z
    .array(z.strictObject({ key: optionKeySchema, votes: count }))
    .min(2)
    .max(7),
  valid: count,
  invalid: count,
  /** Valid and invalid, and the blank votes where the rule pack counts them apart. */
  total: count,
});

/**
 * Paper ballots of the mobile groups. Their votes are not kept by themselves: `contests` is the result with them, and what they
 * add is the difference to the electronic figures beside it.
 */
const mobileGroupFiguresSchema = z.strictObject({
  /** Voters whom the desk marked present for a mobile group. */
  checkIns: count,
  /** Ballots that left with the groups, and what they said of them on their return. */
  taken: count,
  used: count,
  unused: count,
  spoiled: count,
  /** As counted by hand out of the box by two people; null until then. */
  counted: z
    .strictObject({
      /** Paper ballots in the box. */
      inBox: count,
      /** The result of the polling place: electronic votes and paper together, in the order of its contests. */
      contests: z.array(contestFiguresSchema).min(1).max(4),
    })
    .nullable(),
});

/** All figures of one polling place after closing. Whole numbers, 0 to 100,000. */
export const pollingPlaceFiguresSchema = z.strictObject({
  place: pollingPlaceIdSchema,
  /** Who gave the votes per option: k trustees who opened the sum, or the hand count of the slips under the rule pack. */
  resultSource: z.enum(['trustees', 'slip-count']),
  /** Eligible voters on the final list. */
  registered: bySex,
  /** Check-ins by list and sex. */
  checkIns: z.strictObject({ DPT: bySex, added: bySex }),
  /** Users of the right to vote, as stated. */
  users: count,
  casts: count,
  openCases: count,
  abandoned: count,
  /** Electronic votes; by their slips where the trustees were too few. */
  contests: z.array(contestFiguresSchema).min(1).max(4),
  /** Cards: handed out of the pool, and what became of them. Issued and returned are counted by hand; null until then. */
  tokens: z.strictObject({
    pool: count,
    issued: count.nullable(),
    used: count,
    voided: count,
    returned: count.nullable(),
  }),
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
  /** Absent where no mobile group left. */
  mobileGroup: mobileGroupFiguresSchema.optional(),
});
export type PollingPlaceFigures = Frozen<z.infer<typeof pollingPlaceFiguresSchema>>;
export type MobileGroupFigures = NonNullable<PollingPlaceFigures['mobileGroup']>;
export type ContestFigures = PollingPlaceFigures['contests'][number];
export type OptionVotes = ContestFigures['options'][number];
export type SlipBoxFigures = NonNullable<PollingPlaceFigures['slipBox']>;

export type ResultSource = PollingPlaceFigures['resultSource'];

/** @errors every figure that is missing, no whole number, negative or too large, and every unknown key */
export function parsePollingPlaceFigures(input: unknown): Result<PollingPlaceFigures, readonly Problem[]> {
  const parsed = pollingPlaceFiguresSchema.safeParse(input);
  return parsed.success ? succeed(parsed.data) : fail(problemsOf(parsed.error.issues));
}

/**
 * The figures of one contest from the opened sum or the slip count.
 * @param votes counts in ballot order, as in the record's result for this question; throws when there are not as many as options
 */
export function contestFigures(
  contest: Contest,
  votes: readonly number[],
  rulePack: RulePack,
): ContestFigures {
  const ballot = ballotOptions(contest);
  if (votes.length !== ballot.length) {
    throw new Error(`contest ${contest.id} has ${ballot.length} options, not ${votes.length}`);
  }
  const options = ballot.map(({ key }, position) => ({ key, votes: votes[position] ?? 0 }));
  const total = sumOfVotes(options);
  const blank = votesOf(options, 'blank');
  const invalid = rulePack.settings.blankVote.value === 'invalid' ? blank : 0;
  return { contest: contest.id, options, valid: total - blank, invalid, total };
}

/** Votes of one option; 0 when it is not there. */
export function votesOf(options: readonly OptionVotes[], key: OptionVotes['key']): number {
  return options.find((option) => option.key === key)?.votes ?? 0;
}

/** Votes of all options together. */
export function sumOfVotes(options: readonly OptionVotes[]): number {
  return options.reduce((total, option) => total + option.votes, 0);
}
