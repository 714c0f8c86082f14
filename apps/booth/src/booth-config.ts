import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AccessSchema } from './hands-and-ears.ts';

/** Whether the printer can be asked at any moment; `in-order` printers are told from silence only. */
const Answers = z.enum(['real-time', 'in-order']).default('real-time');

/**
 * Prepared before the day in the booth's root as `booth.json`; who it is and where its station is stands in `device.json`. Candidates' photos
 * come from the station.
 */
export const BoothConfigSchema = z.strictObject({
  printer: z.union([
    z.strictObject({ host: z.string().min(1).max(253), port: z.int().min(1).max(65535), answers: Answers }),
    /** `/dev/usb/lp*`: the only one there is, whatever number it came back under. */
    z.strictObject({ file: z.string().regex(/^\/dev\/[a-zA-Z0-9/_-]{1,80}\*?$/), answers: Answers }),
  ]),
  /** Of the roll that was put in when the booth was prepared. */
  rollMetres: z.int().min(5).max(200).default(80),
  /**
   * Slips hang behind glass and are cut into the box. Without (`false`) they come out in the voter's hand, are torn off, and a guard
   * looks for SAH before they go into the box.
   */
  window: z.boolean().default(true),
  /** For eyes, ears and hands; without it neither sound nor switches. */
  access: AccessSchema.prefault({}),
  widthDots: z.union([z.literal(576), z.literal(384)]),
  /**
   * Exercise only: where a picture of the printer's window can be seen, since a virtual slip hangs behind no glass.
   * A real booth has none.
   */
  windowPicture: z.url({ protocol: /^https?$/ }).optional(),
});
export type BoothConfig = z.output<typeof BoothConfigSchema>;

/** @errors the text says which field of `booth.json` is wrong */
export function loadBoothConfig(
  home: string,
): { ok: true; value: BoothConfig } | { ok: false; error: string } {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(join(home, 'booth.json'), 'utf8'));
  } catch {
    return { ok: false, error: `${join(home, 'booth.json')} is missing or not JSON` };
  }
  const parsed = BoothConfigSchema.safeParse(content);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    error: parsed.error.issues
      .map((issue) => `booth.json: ${issue.path.join('.')}: ${issue.message}`)
      .join('\n'),
  };
}
