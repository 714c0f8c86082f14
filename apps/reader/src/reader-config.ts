import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const CONFIG_LIMIT_BYTES = 64 * 1024;

/** `reader.json` in the reader's home: which reader it is. Which device it is, and where its station is, stands in `device.json`. */
const ConfigSchema = z.strictObject({
  source: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('pcsc'), name: z.string().max(100).optional() }),
    z.strictObject({
      type: z.literal('certified'),
      host: z.string().min(1).max(253),
      port: z.int().min(1).max(65_535),
    }),
  ]),
});
export type ReaderConfig = z.output<typeof ConfigSchema>;

/** @errors what is wrong with the file */
export function readConfig(
  home: string,
): { readonly ok: true; readonly value: ReaderConfig } | { readonly ok: false; readonly error: string } {
  const path = join(home, 'reader.json');
  try {
    const text = readFileSync(path);
    if (text.length > CONFIG_LIMIT_BYTES) return { ok: false, error: `${path}: terlalu besar / too large` };
    const parsed = ConfigSchema.safeParse(JSON.parse(text.toString('utf8')));
    return parsed.success
      ? { ok: true, value: parsed.data }
      : {
          ok: false,
          error: `${path}: ${parsed.error.issues.map(({ path: at }) => at.join('.')).join(', ')}`,
        };
  } catch (error) {
    return { ok: false, error: `${path}: ${error instanceof Error ? error.message : 'unknown'}` };
  }
}
