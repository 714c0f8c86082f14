import { ballotOptions, civilTimeSchema, type ElectionDefinition, optionKeySchema } from '@bilik/election';
import { z } from 'zod';

/** A line that people write: why, what, by whom. */
export const line = z.string().trim().min(1).max(300);
const personIds = z.array(z.string().max(60)).max(60);

/** What people write into the minutes; the station adds what it knows itself. Null means that nobody has filled it in. */
export const MinutesFieldsSchema = z.strictObject({
  boardPresent: personIds.nullable(),
  witnessesPresent: personIds.nullable(),
  incidents: z
    .array(z.strictObject({ at: civilTimeSchema, what: line, action: line }))
    .max(100)
    .nullable(),
  objections: z
    .array(z.strictObject({ by: line, what: line, answer: line }))
    .max(50)
    .nullable(),
  helpedVoters: z.int().min(0).max(5000).nullable(),
  /** The board declares that fewer than k trustees can come: then the slips decide, by rule. */
  trusteesUnable: z.boolean(),
});
export type MinutesFields = z.output<typeof MinutesFieldsSchema>;

export const EMPTY_FIELDS: MinutesFields = {
  boardPresent: null,
  witnessesPresent: null,
  incidents: null,
  objections: null,
  helpedVoters: null,
  trusteesUnable: false,
};

/** What the board saw of a witness's letter of mandate; `letter` null: there was none. */
export const MandateSchema = z.strictObject({
  person: z.string().max(60),
  letter: line.nullable(),
  checkedAt: civilTimeSchema,
});

/** A restart as the station saw it by itself. */
export const RestartSchema = z.strictObject({
  device: z.string().max(40),
  at: civilTimeSchema,
  cause: z.enum(['clean-stop', 'machine-restarted', 'program-died', 'takeover']).nullable(),
  /** Number of the epoch in which it started. */
  epoch: z.int().min(1),
  castsBefore: z.int().min(0),
  castsAfter: z.int().min(0),
  /** As found after the start. */
  released: z.int().min(0),
  openCases: z.int().min(0),
  cardsVoid: z.int().min(0),
});
export type Restart = z.output<typeof RestartSchema>;

/** What two people saw on the paper of a case that was interrupted. */
export const CaseAnswerSchema = z.strictObject({
  booth: z.int().min(1).max(20),
  slip: z.enum(['sah-in-box', 'batal-in-envelope', 'no-slip']),
  answeredBy: z.array(z.string().max(60)).max(2),
});
export type CaseAnswer = z.output<typeof CaseAnswerSchema>;

/** Votes of one contest's options, as hands count them. */
const CountedOptions = {
  contest: z.string().max(60),
  options: z.array(z.strictObject({ key: optionKeySchema, votes: z.int().min(0).max(6000) })).max(7),
};

/** Cards and paper as hands count them. */
const CountedFiguresSchema = z.strictObject({
  /** Cards never handed out. */
  cardsLeft: z.int().min(0).max(6000),
  /** Cards that voters gave back unused. */
  cardsReturned: z.int().min(0).max(6000),
  /** Slips with SAH taken out of the box, by contest and option key; null while the box is still closed. */
  slipBox: z
    .strictObject({
      inBox: z.int().min(0).max(6000),
      contests: z.array(z.strictObject(CountedOptions)).max(4),
    })
    .nullable(),
  /** Paper of mobile groups out of the same box; absent where none left. Few votes: no list shows them by option. */
  paper: z
    .strictObject({
      inBox: z.int().min(0).max(6000),
      contests: z.array(z.strictObject({ ...CountedOptions, invalid: z.int().min(0).max(6000) })).max(4),
    })
    .optional(),
  /** Why it was counted or written again; null in the first version. */
  reason: line.nullable(),
});

/** What the board counts by hand after closing: cards and paper. */
export const HandCountSchema = CountedFiguresSchema.extend({
  /** Two different people of the definition. */
  countedBy: z.array(z.string().max(60)).length(2),
});
export type HandCount = z.output<typeof HandCountSchema>;

/** Figures of this ballot: every contest and every option once, in ballot order. A slip that is not named would silently be none. */
export function countedFiguresSchema(definition: ElectionDefinition): typeof CountedFiguresSchema {
  const ballot = definition.contests.map((contest) => ({
    contest: contest.id,
    options: ballotOptions(contest).map(({ key }) => key),
  }));
  const isOfBallot = (counted: { readonly contests: readonly CountedContest[] }) =>
    JSON.stringify(
      counted.contests.map(({ contest, options }) => ({ contest, options: options.map(({ key }) => key) })),
    ) === JSON.stringify(ballot);
  const message = 'not the contests and options of this ballot';
  return CountedFiguresSchema.refine(({ slipBox }) => slipBox === null || isOfBallot(slipBox), {
    path: ['slipBox', 'contests'],
    message,
  }).refine(({ paper }) => paper === undefined || isOfBallot(paper), {
    path: ['paper', 'contests'],
    message,
  });
}

interface CountedContest {
  readonly contest: string;
  readonly options: readonly { readonly key: string }[];
}
