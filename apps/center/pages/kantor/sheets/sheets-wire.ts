import type { SheetForm } from '@bilik/tabulation';
import { sheetPartSchema, sheetStepSchema } from '@bilik/tabulation';
import { sheets } from '@bilik/words/catalogue/center/sheets';
import { common } from '@bilik/words/catalogue/common';
import { parts } from '@bilik/words/catalogue/parts';
import { phrasesOf } from '@bilik/words/phrases';
import * as z from 'zod/mini';
import { officePersonSchema } from '../person-name.tsx';

/** What the room of sheets says. */
export const words = /* @__PURE__ */ phrasesOf(common, parts, sheets);

const bilingual = z.object({ id: z.string(), en: z.string() });
const step = z.enum(sheetStepSchema.options);
const figures = z.record(z.string(), z.nullable(z.number()));

export const electionsSchema = z.array(z.object({ id: z.string(), title: bilingual }));
export const nextSchema = z.object({ place: z.nullable(z.string()) });
export const standingSchema = z.object({ step, version: z.number() });

export const machinePlacesSchema = z.array(
  z.object({ place: z.string(), number: z.number(), village: z.string(), isOnPaperToo: z.boolean() }),
);
export type MachinePlace = z.output<typeof machinePlacesSchema>[number];

export const listSchema = z.object({
  expected: z.number(),
  bySteps: z.partialRecord(step, z.number()),
  lines: z.array(
    z.object({
      place: z.string(),
      area: z.string(),
      village: z.string(),
      number: z.number(),
      step,
      version: z.number(),
      photos: z.number(),
      counts: z.boolean(),
    }),
  ),
});
export type SheetList = z.output<typeof listSchema>;

/** A form that the center itself made of a contest. */
const form: z.ZodMiniType<SheetForm, unknown> = z.custom<SheetForm>(
  (value) =>
    typeof value === 'object' && value !== null && 'contests' in value && Array.isArray(value.contests),
);
export const viewSchema = z.object({
  election: z.string(),
  place: z.string(),
  area: z.string(),
  step,
  version: z.number(),
  round: z.number(),
  form,
  photos: z.array(z.object({ sha256: z.string(), version: z.number() })),
  part: z.nullable(z.enum(sheetPartSchema.options)),
  typedByOwnHand: z.boolean(),
  mine: z.nullable(figures),
  differing: z.array(z.string()),
  agreed: z.nullable(figures),
  findings: z.array(
    z.object({
      code: z.string(),
      kind: z.enum(['error', 'quarantine', 'warning']),
      contest: z.nullable(z.string()),
      calculation: bilingual,
      what: bilingual,
      todo: bilingual,
    }),
  ),
  acts: z.array(
    z.object({
      act: z.string(),
      person: officePersonSchema,
      version: z.number(),
      step,
      at: z.string(),
      reason: z.nullable(z.string()),
    }),
  ),
});
export type SheetView = z.output<typeof viewSchema>;

/** The sentence that came with a refusal, where the center wrote one. */
const refusedSchema = z.object({ refusal: z.object({ sentence: bilingual }) });

export function sentenceOf(error: unknown, language: 'id' | 'en'): string | undefined {
  const read = refusedSchema.safeParse(error);
  return read.success ? read.data.refusal.sentence[language] : undefined;
}
