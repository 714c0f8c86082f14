import { type Frozen, villageCodeSchema } from '@bilik/election';
import { z } from 'zod';
import { reasonSchema } from '../calendar/village-life.ts';

/** How one polling place votes. */
export const placeModeSchema = z.enum(['electronic', 'paper']);
export type PlaceMode = z.infer<typeof placeModeSchema>;

/** People's decision on one village: each polling place's mode, and why, whether they follow the proposal or not. */
export const modeDecisionSchema = z.strictObject({
  village: villageCodeSchema,
  places: z
    .array(z.strictObject({ number: z.int().min(1).max(999), mode: placeModeSchema }))
    .min(1)
    .max(99)
    .refine((places) => new Set(places.map(({ number }) => number)).size === places.length, 'place-twice'),
  reason: reasonSchema,
});
export type ModeDecision = Frozen<z.infer<typeof modeDecisionSchema>>;

/** A village's mode follows from its polling places. */
export function villageMode(modes: readonly PlaceMode[]): PlaceMode | 'mixed' {
  const electronic = modes.filter((mode) => mode === 'electronic').length;
  if (electronic === 0) return 'paper';
  return electronic === modes.length ? 'electronic' : 'mixed';
}
