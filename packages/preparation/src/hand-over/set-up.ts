import {
  bilingualSchema,
  certaintySchema,
  type Frozen,
  lineSchema,
  regencyCodeSchema,
  rulePackSchema,
  slugSchema,
} from '@bilik/election';
import { z } from 'zod';
import { calendarSchema } from '../calendar/stage.ts';
import { checklistSchema } from '../candidates/checklist.ts';
import { selectionRuleSchema } from '../candidates/selection.ts';
import { vulnerabilityIndexSchema } from '../machine-villages/proposal.ts';

/** What a regency calls things: `kepala desa`, `wali nagari`, `kuwu`, `lurah`, `perbekel`. */
export const labelsSchema = z.strictObject({
  head: bilingualSchema(60),
  village: bilingualSchema(60),
  hamlet: bilingualSchema(60),
  council: bilingualSchema(60),
  /** As in `pilkades serentak`. */
  election: bilingualSchema(80),
});
export type Labels = Frozen<z.infer<typeof labelsSchema>>;

/** An official form of the regency and its place in the annexes. */
export const formSchema = z.strictObject({
  id: slugSchema,
  /** As in `XLIV`. */
  annex: lineSchema(20).nullable(),
  name: bilingualSchema(160),
  certainty: certaintySchema,
});
export type Form = Frozen<z.infer<typeof formSchema>>;

/** All that one regency can hand to another: rules, calendar, forms, checklists. There is no place in it for a person. */
export const setUpSchema = z.strictObject({
  format: z.literal('bilik/v1/regency-set-up'),
  from: z.strictObject({ regency: regencyCodeSchema, name: lineSchema(60) }),
  labels: labelsSchema,
  rulePacks: z.array(rulePackSchema).min(1).max(20),
  calendars: z.array(calendarSchema).min(1).max(10),
  checklists: z.array(checklistSchema).min(1).max(10),
  selectionRules: z.array(selectionRuleSchema).min(1).max(10),
  vulnerabilityIndex: vulnerabilityIndexSchema,
  forms: z.array(formSchema).max(100),
});
export type SetUp = Frozen<z.infer<typeof setUpSchema>>;
