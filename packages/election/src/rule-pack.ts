import { z } from 'zod';
import { regencyCodeSchema } from './area.ts';
import { bilingualSchema, lawTextSchema } from './bilingual.ts';
import { civilDateSchema, civilTimeSchema } from './civil-time.ts';
import { lineSchema, slugSchema } from './line.ts';
import type { Frozen } from './result.ts';

/**
 * How sure we are that the law says so. S: read in a source; 2: second-hand, a source reports it; G: general knowledge,
 * verify with the regency; D: derived by us, ask the regency.
 */
export const certaintySchema = z.enum(['S', '2', 'G', 'D']);
export type Certainty = z.infer<typeof certaintySchema>;

const citationSchema = z.strictObject({
  id: slugSchema,
  /** The regulation or report, as in `Permendagri 112/2014`. */
  title: lawTextSchema(200),
  /** As in `Pasal 42 ayat (2)`; absent when the whole text is meant. */
  article: lineSchema(60).optional(),
  /** Where it was read. */
  source: lawTextSchema(200),
  certainty: certaintySchema,
});

/** A rule's value with its certainty and the citations it rests on. */
function setting<Value extends z.ZodType>(value: Value) {
  return z.strictObject({
    value,
    certainty: certaintySchema,
    cites: z.array(slugSchema).max(8),
    note: lawTextSchema(300).optional(),
  });
}

/** How sure the step is, and what it rests on. */
const stepBasis = { certainty: certaintySchema, cites: z.array(slugSchema).max(8) };

/** A step of breaking a tie; steps are tried in order, each on those still tied. */
export const tieStepSchema = z.discriminatedUnion('step', [
  /** More votes in the polling place with most registered voters. Needs at least two places. */
  z.strictObject({
    step: z.literal('largest-polling-place'),
    ...stepBasis,
    /** Still tied inside it: look at the next largest, or end this step. */
    whenTiedInside: z.enum(['next-largest', 'end-step']),
  }),
  /** More votes in the residence area with most registered voters. */
  z.strictObject({
    step: z.literal('largest-tally-area'),
    ...stepBasis,
    whenTiedInside: z.enum(['next-largest', 'end-step']),
    /** Only where the village has a single polling place. */
    onlySinglePollingPlace: z.boolean(),
    /** Areas with fewer casts than this must not be counted apart; figures then do not exist. */
    minimumCasts: z.int().min(1).max(1000),
  }),
  /** More polling places, or areas, in which the candidate has more votes than every other candidate. */
  z.strictObject({
    step: z.literal('more-units-won'),
    ...stepBasis,
    unit: z.enum(['polling-place', 'tally-area']),
    /** For areas only, as above. */
    minimumCasts: z.int().min(1).max(1000),
  }),
  /** Another vote among those still tied. Ends the list. */
  z.strictObject({ step: z.literal('second-round'), ...stepBasis, withinDays: z.int().min(1).max(60) }),
]);
export type TieStep = Frozen<z.infer<typeof tieStepSchema>>;

const settingsSchema = z.strictObject({
  /** The candidate with most valid votes; here for its citation. */
  winner: setting(z.literal('most-valid-votes')),
  blankVote: setting(z.enum(['invalid', 'separate'])),
  singleCandidate: setting(z.enum(['empty-column', 'consensus-without-vote'])),
  /** What a single candidate needs: more votes than the column, or more than half of all casts; unknown: people decide. */
  emptyColumnWin: setting(z.enum(['more-than-column', 'more-than-half-of-casts', 'unknown'])),
  ties: setting(z.array(tieStepSchema).max(8)),
  /** Least share of registered voters who must come, as a fraction, 2/3 exactly; null: none. */
  quorum: setting(
    z.strictObject({ numerator: z.int().min(1).max(100), denominator: z.int().min(1).max(100) }).nullable(),
  ),
  hours: setting(z.strictObject({ opens: civilTimeSchema, closes: civilTimeSchema })),
  queueAtClosing: setting(z.enum(['votes', 'sent-home'])),
  /** Extension by minuted decision; null: never. */
  extension: setting(
    z.strictObject({ atMostTimes: z.int().min(1).max(10), minutesEach: z.int().min(5).max(480) }).nullable(),
  ),
  /** Most registered voters of a polling place; null: the committee decides. */
  votersCap: setting(z.int().min(50).max(5000).nullable()),
  /** Below `warnBelow` registered voters secrecy gets thin: warn; below `refuseBelow` refuse. */
  smallPollingPlace: setting(
    z.strictObject({ warnBelow: z.int().min(0).max(500), refuseBelow: z.int().min(0).max(500) }),
  ),
  nonDptVoters: setting(z.enum(['refused', 'allowed'])),
  ageReference: setting(
    z.discriminatedUnion('on', [
      z.strictObject({ on: z.literal('voting-day') }),
      z.strictObject({ on: z.literal('date'), date: civilDateSchema }),
    ]),
  ),
  minimumAgeYears: setting(z.int().min(15).max(25)),
  everMarriedMayVote: setting(z.boolean()),
  domicileMonths: setting(z.int().min(0).max(60)),
  /** When the slip box is counted by hand: by two people before sealing, or later by the audit that draws slips. */
  slipBoxCount: setting(z.enum(['before-sealing', 'by-audit'])),
  /** A difference between slips and casts, up to `tolerated` slips, is published only; beyond it goes this way. */
  slipDifference: setting(
    z.strictObject({
      tolerated: z.int().min(0).max(100),
      beyond: z.enum(['publish', 'full-hand-count', 'people-decide']),
    }),
  ),
  trusteesSit: setting(z.enum(['polling-place', 'village-room'])),
  /** What gives the result when fewer than k of the n trustees can come. No rule pack changes k: every definition holds n/2 < k < n. */
  tooFewTrustees: setting(z.enum(['slip-count', 'people-decide'])),
  helper: setting(z.enum(['signed-statement', 'not-allowed'])),
  /** Voters at home or in hospital vote on paper that goes into this polling place's box and is counted with it; null: not allowed. */
  mobileGroup: setting(
    z
      .strictObject({
        /** Fewer paper votes than this get no line of their own: they stand only in the total. */
        ownLineFrom: z.int().min(2).max(500),
        /** No group leaves with fewer ballots than this, the groups of the day taken together. */
        fewestBallots: z.int().min(1).max(500),
      })
      .nullable(),
  ),
  candidates: setting(
    z.strictObject({
      fewest: z.int().min(1).max(5),
      most: z.int().min(1).max(5),
      registrationDays: z.int().min(1).max(60),
      extensionDays: z.array(z.int().min(1).max(60)).max(4),
    }),
  ),
  /** Days after the result: filing an objection, the regent's decision, and the clocks of the reports. */
  clocks: setting(
    z.strictObject({
      objectionDays: z.int().min(1).max(60),
      decisionDays: z.int().min(1).max(90),
      committeeToCouncilDays: z.int().min(1).max(60),
      councilToRegentDays: z.int().min(1).max(60),
      decreeDays: z.int().min(1).max(90),
      inaugurationDays: z.int().min(1).max(90),
    }),
  ),
  /** Coarse figures leave by signed QR every so many full hours, counted from the hour of opening; 0: not before sealing. */
  figuresEveryHours: setting(z.int().min(0).max(12)),
  /** Signatures under the minutes besides the chair's. */
  memberSignatures: setting(z.int().min(1).max(9)),
});

/** The shape and limits of a rule pack. */
export const rulePackSchema = z.strictObject({
  format: z.literal('bilik/v1/rule-pack'),
  id: slugSchema,
  version: z.int().min(1).max(9999),
  name: bilingualSchema(120),
  /** Null: fits any regency as a starting point. */
  regency: regencyCodeSchema.nullable(),
  validFrom: civilDateSchema,
  validUntil: civilDateSchema.nullable(),
  citations: z.array(citationSchema).min(1).max(60),
  settings: settingsSchema,
});

/** The law of one regency for one time, as data. */
export type RulePack = Frozen<z.infer<typeof rulePackSchema>>;
export type RulePackSettings = RulePack['settings'];
export type Citation = RulePack['citations'][number];
