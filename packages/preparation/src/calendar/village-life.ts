import { type CivilDate, civilDateSchema, type Frozen, lineSchema, slugSchema } from '@bilik/election';
import { z } from 'zod';
import { REGISTRATION_STAGE, type StageCondition, stageConditionSchema } from './stage.ts';

/** A reason as people wrote it. */
export const reasonSchema = lineSchema(500);

/**
 * What happened to a village's calendar, each decided by people. Facts are only ever added: a wrong one is answered by another.
 * `decidedOn` is the day in the village.
 */
export const calendarFactSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('stage-done'),
    stage: slugSchema,
    doneOn: civilDateSchema,
    note: lineSchema(500).nullable(),
  }),
  /** It was marked done wrongly. */
  z.strictObject({ type: z.literal('stage-not-done'), stage: slugSchema, reason: reasonSchema }),
  z.strictObject({
    type: z.literal('registration-extended'),
    days: z.int().min(1).max(60),
    decidedOn: civilDateSchema,
    reason: reasonSchema,
  }),
  /** The stages to be done again in the new wave; what else was done stays done. */
  z.strictObject({
    type: z.literal('postponed'),
    fromWave: z.int().min(1).max(20),
    toWave: z.int().min(1).max(20),
    decidedOn: civilDateSchema,
    reason: reasonSchema,
    again: z.array(slugSchema).max(60),
  }),
  z.strictObject({ type: z.literal('condition'), condition: stageConditionSchema, holds: z.boolean() }),
  /** The village is in the event no more. It may be put into another one; here nothing follows. */
  z.strictObject({ type: z.literal('left'), decidedOn: civilDateSchema, reason: reasonSchema }),
]);
export type CalendarFact = Frozen<z.infer<typeof calendarFactSchema>>;

/** Where a village stands, folded from its facts in the order in which they were noted. */
export interface VillageLife {
  readonly wave: number;
  readonly extensions: readonly number[];
  readonly doneOn: ReadonlyMap<string, CivilDate>;
  readonly conditions: ReadonlySet<StageCondition>;
  readonly postponements: readonly Extract<CalendarFact, { type: 'postponed' }>[];
  /** Why and when it left the event; null while it is in it. */
  readonly left: Extract<CalendarFact, { type: 'left' }> | null;
}

/** @param wave in which the event first put the village */
export function foldLife(wave: number, facts: readonly CalendarFact[]): VillageLife {
  return facts.reduce<VillageLife>(withFact, {
    wave,
    extensions: [],
    doneOn: new Map(),
    conditions: new Set(),
    postponements: [],
    left: null,
  });
}

function withFact(life: VillageLife, fact: CalendarFact): VillageLife {
  switch (fact.type) {
    case 'stage-done':
      return { ...life, doneOn: new Map([...life.doneOn, [fact.stage, fact.doneOn]]) };
    case 'stage-not-done':
      return { ...life, doneOn: without(life.doneOn, [fact.stage]) };
    case 'registration-extended':
      return { ...life, extensions: [...life.extensions, fact.days] };
    case 'postponed':
      return {
        ...life,
        wave: fact.toWave,
        doneOn: without(life.doneOn, fact.again),
        // a registration that is held again has its own extensions
        extensions: fact.again.includes(REGISTRATION_STAGE) ? [] : life.extensions,
        postponements: [...life.postponements, fact],
      };
    case 'condition': {
      const conditions = new Set(life.conditions);
      if (fact.holds) conditions.add(fact.condition);
      else conditions.delete(fact.condition);
      return { ...life, conditions };
    }
    case 'left':
      return { ...life, left: fact };
  }
}

function without<Value>(days: ReadonlyMap<string, Value>, stages: readonly string[]) {
  return new Map([...days].filter(([stage]) => !stages.includes(stage)));
}
