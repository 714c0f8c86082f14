import { z } from 'zod';

/** A key of a keyboard or of an interface for switches, as browsers name it: `Enter`, `ArrowRight`, ` ` (the space bar), `F8`. */
const KeyName = z.string().regex(/^( |[A-Za-z0-9]{1,20})$/);
const Keys = z.array(KeyName).min(1).max(6);

/**
 * What this device has for people's eyes, ears and hands, as the technician prepared it. A page cannot find out by itself whether
 * somebody beside the booth can hear it: browsers name sound outputs only to pages that may use a microphone, which no booth may.
 */
export const AccessSchema = z.strictObject({
  /** CSS pixels in one millimetre of this panel: width in pixels ÷ width in millimetres. Without it a tablet of ten inches is assumed. */
  pixelsPerMillimetre: z.number().min(2).max(20).optional(),
  /** `general`: what is the same for every voter and choice may be said aloud. */
  speaker: z.enum(['none', 'general']).default('none'),
  /** There is a socket for headphones, and what comes out of it comes out of nothing else. */
  headphones: z.boolean().default(false),
  /** Two buttons, a sip-and-puff switch: both type keys. */
  keys: z
    .strictObject({
      next: Keys.default(['ArrowRight', 'ArrowDown']),
      previous: Keys.default(['ArrowLeft', 'ArrowUp']),
      select: Keys.default(['Enter', ' ']),
    })
    .refine(
      ({ next, previous, select }) =>
        new Set([...next, ...previous, ...select]).size === next.length + previous.length + select.length,
      'one key, one meaning',
    )
    .prefault({}),
});
export type Access = z.output<typeof AccessSchema>;
