import {
  bilingualSchema,
  certaintySchema,
  civilDateSchema,
  type Frozen,
  lawTextSchema,
  type RulePack,
  slugSchema,
} from '@bilik/election';
import { z } from 'zod';

/** Lengths of stages that the rule pack says, so that a calendar never holds a second copy of the law. */
export const ruleDaysSchema = z.enum([
  'registration',
  'objection',
  'decision',
  'committee-to-council',
  'council-to-regent',
  'decree',
  'inauguration',
]);
export type RuleDays = z.infer<typeof ruleDaysSchema>;

/** Who must get a stage done. */
export const stageOwnerSchema = z.enum([
  'council',
  'committee',
  'candidates',
  'polling-places',
  'sub-district',
  'regency',
  'regent',
  // whoever holds an election that is not the regency's
  'conductor',
]);
export type StageOwner = z.infer<typeof stageOwnerSchema>;

/** A stage that only some villages need. */
export const stageConditionSchema = z.enum(['too-many-candidates', 'objection-filed']);
export type StageCondition = z.infer<typeof stageConditionSchema>;

/** One stage of a village's election, as the regency's calendar describes it. */
export const stageSchema = z.strictObject({
  id: slugSchema,
  name: bilingualSchema(120),
  owner: stageOwnerSchema,
  /**
   * Where it stands without its dependencies: so many calendar days from the voting day (negative: before it); 0 is the voting day
   * itself; null: as soon as what it waits for is done.
   */
  beginsDaysFromVoting: z.int().min(-730).max(730).nullable(),
  days: z.discriminatedUnion('from', [
    z.strictObject({ from: z.literal('calendar'), days: z.int().min(1).max(400) }),
    z.strictObject({ from: z.literal('rule-pack'), rule: ruleDaysSchema }),
  ]),
  count: z.enum(['calendar-days', 'working-days']),
  /** It begins on the day after each of these is done, or on that very day. */
  after: z.array(z.strictObject({ stage: slugSchema, sameDay: z.boolean() })).max(12),
  onlyWhen: stageConditionSchema.nullable(),
  certainty: certaintySchema,
  /** Where it is said, as in `Permendagri 112/2014`. */
  basis: lawTextSchema(200),
});

/** The shape and limits of a regency's calendar; rules between its stages are in `parseCalendar`. */
export const calendarSchema = z.strictObject({
  format: z.literal('bilik/v1/calendar'),
  id: slugSchema,
  name: bilingualSchema(120),
  stages: z.array(stageSchema).min(1).max(60),
  /** Days that are no working days besides Saturdays and Sundays; needed where a stage counts working days. */
  holidays: z.array(civilDateSchema).max(400),
});

export type Calendar = Frozen<z.infer<typeof calendarSchema>>;
export type Stage = Calendar['stages'][number];

/** The stage that is the voting day: a calendar has exactly one of this name. */
export const VOTING_STAGE = 'voting';
/** The stage that is made longer when there are too few candidates. */
export const REGISTRATION_STAGE = 'registration';

/**
 * Whether a calendar is that of an election that others conduct: it registers nobody, and `parseCalendar` lets it take no length from a rule pack.
 */
export function isForOthers({ stages }: Calendar): boolean {
  return !stages.some(({ id }) => id === REGISTRATION_STAGE);
}

/**
 * Days of a stage, one or more, counted as `count` says.
 * @param rulePack null when others conduct the election
 */
export function stageDays({ id, days }: Stage, rulePack: RulePack | null): number {
  if (days.from === 'calendar') return days.days;
  if (rulePack === null) throw new Error(`stage ${id} takes its length from a rule pack, and there is none`);
  const clocks = rulePack.settings.clocks.value;
  const lengths: Readonly<Record<RuleDays, number>> = {
    registration: rulePack.settings.candidates.value.registrationDays,
    objection: clocks.objectionDays,
    decision: clocks.decisionDays,
    'committee-to-council': clocks.committeeToCouncilDays,
    'council-to-regent': clocks.councilToRegentDays,
    decree: clocks.decreeDays,
    inauguration: clocks.inaugurationDays,
  };
  return lengths[days.rule];
}
