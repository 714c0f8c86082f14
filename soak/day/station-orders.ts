import { z } from 'zod';
import { STICK_FAULTS, WRITE_STEPS } from './plan.ts';

/** What the soak tells a soaked station beside what any device could: how it starts, and what will befall it. */
export const StationOrder = z.discriminatedUnion('order', [
  z.strictObject({
    order: z.literal('start'),
    home: z.string(),
    second: z.string(),
    /** 0: any free one. */
    port: z.int(),
    /** All randomness of this run. */
    seed: z.string(),
    /** Its clock at the start, in milliseconds since 1970 UTC. */
    clockMs: z.number(),
    /** Given to a spare: who takes over. */
    takeOver: z.array(z.strictObject({ person: z.string(), pin: z.string() })).nullable(),
  }),
  z.strictObject({ order: z.literal('set-clock'), clockMs: z.number() }),
  /** SIGKILL at the so manieth write from now. */
  z.strictObject({ order: z.literal('die-at-write'), write: z.int().min(1), step: z.enum(WRITE_STEPS) }),
  /** The second medium refuses every commit from now on; null: it works. */
  z.strictObject({ order: z.literal('fail-stick'), how: z.enum(STICK_FAULTS).nullable() }),
  /** The station's own medium refuses so many commits, beginning with that of the so manieth write from now; 0 times: it works. */
  z.strictObject({
    order: z.literal('fail-first'),
    how: z.enum(STICK_FAULTS),
    write: z.int().min(1),
    times: z.int().min(0),
  }),
  /** The next commit of the second medium takes longer than a second. */
  z.strictObject({ order: z.literal('slow-stick') }),
]);
export type StationOrder = z.output<typeof StationOrder>;

export const StationWord = z.discriminatedUnion('said', [
  z.strictObject({ said: z.literal('ready'), url: z.string() }),
  z.strictObject({ said: z.literal('refused'), error: z.string() }),
  z.strictObject({ said: z.literal('done') }),
  /** What the station could not explain. */
  z.strictObject({ said: z.literal('broken'), error: z.string() }),
]);
export type StationWord = z.output<typeof StationWord>;
