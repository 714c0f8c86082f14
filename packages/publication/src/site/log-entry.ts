import { canonicalText } from '@bilik/election';
import { z } from 'zod';
import { sha256Schema } from '../snapshot/figures-schema.ts';

const entrySchema = z.discriminatedUnion('kind', [
  /** A file of evidence, when it was first published. */
  z.strictObject({ kind: z.literal('file'), sha256: sha256Schema, bytes: z.int().min(1) }),
  /** A snapshot: the hash of its signed manifest, which names every file of the site. */
  z.strictObject({ kind: z.literal('manifest'), number: z.int().min(1), sha256: sha256Schema }),
]);
/** What the log keeps: everything that was ever published, in order. */
export type LogEntry = z.infer<typeof entrySchema>;

export function writeLogEntry(entry: LogEntry): Uint8Array {
  return new TextEncoder().encode(canonicalText(entry));
}

/** @returns undefined when the bytes are no entry of ours, or spelt otherwise */
export function readLogEntry(bytes: Uint8Array): LogEntry | undefined {
  const text = new TextDecoder().decode(bytes);
  try {
    const parsed = entrySchema.safeParse(JSON.parse(text));
    return parsed.success && canonicalText(parsed.data) === text ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
