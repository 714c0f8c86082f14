import { z } from 'zod';

/** What a device with several keys keeps of their sitting. The keys lie in folders of their own beside it, one a polling place. */
export const RingFile = z.strictObject({
  format: z.literal('bilik/key-ring/1'),
  /** Text of the plan, as the office wrote it. */
  plan: z
    .string()
    .min(1)
    .max(256 * 1024),
  /** Id of the plan's member who keeps this device. */
  member: z.string().min(1).max(60),
});
export type RingFile = z.output<typeof RingFile>;

/** Sittings that this device left before their end; it never takes part in them again. */
export const LeftSittingsFile = z.strictObject({
  format: z.literal('bilik/left-sittings/1'),
  ceremonies: z.array(z.string().min(1).max(80)).max(1000),
});
export type LeftSittingsFile = z.output<typeof LeftSittingsFile>;
