import { z } from 'zod';

/** The three messages that every trustee gives to all others: key certificate, dealt polynomial, share of the key. */
export const ROUNDS = ['certificate', 'polynomial', 'share'] as const;
export type Round = (typeof ROUNDS)[number];

/** Most trustees of one ceremony that a message may name; villages have three to nine. */
export const MAX_TRUSTEES = 50;

/** What a person types as the name of the ceremony or of itself: one line that can be read aloud. */
export const ShownName: z.ZodString = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cf}]*$/u)
  .regex(/^\S(.*\S)?$/u);

/** A trustee's message of a step, its input to step 5, or the threshold parameters. */
export const LongText: z.ZodString = z
  .string()
  .min(1)
  .max(4 * 1024 * 1024);
