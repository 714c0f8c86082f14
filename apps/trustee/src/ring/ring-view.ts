import { z } from 'zod';
import { STEPS } from '../api/state.ts';

const Count = z.int().min(0);
const Has = z.strictObject({ certificate: z.boolean(), polynomial: z.boolean(), share: z.boolean() });
const Spoken = z.strictObject({ words: z.array(z.string()).length(8), hex: z.string() });

/** What the page of a device with several keys shows. Nothing in it is secret. */
export const RingState = z.strictObject({
  isExercise: z.boolean(),
  /** This device holds one key outside any ring. */
  isSingle: z.boolean(),
  sitting: z
    .strictObject({
      ceremony: z.string(),
      threshold: Count,
      /** The step that all keys have reached. */
      step: z.enum(['empty', 'certificate', 'polynomial', 'share', 'key']),
      /** Whether every seed is open, so that no passphrase is needed now. */
      isUnlocked: z.boolean(),
      members: z.array(
        z.strictObject({
          name: z.string(),
          interest: z.string(),
          isOwn: z.boolean(),
          /** For all places. */
          has: Has,
          /** To be read aloud; null until this trustee's certificates are here. */
          certificates: Spoken.nullable(),
        }),
      ),
      places: z.array(z.strictObject({ place: z.string(), step: z.enum(STEPS) })),
      /** Of the lists of trustees of all places: what is posted; null before the end. */
      keys: Spoken.nullable(),
      /** What an interrupted beginning is asked for again with. */
      resume: z.strictObject({ plan: z.string(), member: z.string() }),
      /** Where messages can be exchanged; null where only files go round. */
      board: z.string().nullable(),
    })
    .nullable(),
});
export type RingState = z.output<typeof RingState>;
