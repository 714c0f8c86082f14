import { canonicalText, fail, type Result, succeed } from '@bilik/election';
import { z } from 'zod';
import type { NoteKey, NoteSigner } from '../log/note-key.ts';
import { type NoteProblem, openNote, signNote } from '../log/signed-note.ts';
import { instantSchema, sha256Schema } from '../snapshot/figures-schema.ts';

/** A path inside the site: folders and names of letters, digits, dot, hyphen; never upwards, never hidden. */
export const sitePathSchema = z
  .string()
  .max(200)
  .regex(/^(?:[a-z0-9][a-z0-9.-]*\/)*[a-z0-9][a-z0-9.-]*$/, 'path')
  .refine((path) => !path.includes('..'), 'path');

const manifestSchema = z.strictObject({
  format: z.literal('bilik/manifest/1'),
  /** Name of the log and of the key that signed. */
  origin: z.string().min(1).max(120),
  kind: z.enum(['exercise', 'real']),
  /** As the snapshot's. */
  number: z.int().min(1).max(1_000_000),
  at: instantSchema,
  /** SHA-256 of the snapshot's text. */
  snapshot: sha256Schema,
  /** SHA-256 of the manifest before, its signature with it; null for the first. */
  previous: sha256Schema.nullable(),
  /** Entries of the log before this manifest's own. */
  logSize: z.int().min(0).max(1_000_000_000),
  /** Every file of the site but this one, the log's and the archive's; ascending by path. */
  files: z
    .array(z.strictObject({ path: sitePathSchema, sha256: sha256Schema, bytes: z.int().min(0) }))
    .max(500_000),
});
export type Manifest = z.infer<typeof manifestSchema>;

export type ManifestProblem = NoteProblem | { readonly type: 'manifest-malformed' };

/** One line of canonical text, signed as a note. @param signer its name is the manifest's origin */
export function signManifest(manifest: Omit<Manifest, 'format' | 'origin'>, signer: NoteSigner): string {
  const whole = manifestSchema.parse({ format: 'bilik/manifest/1', origin: signer.name, ...manifest });
  return signNote(`${canonicalText(whole)}\n`, signer);
}

/** @errors those of `openNote`, and 'manifest-malformed': other fields, another spelling, another origin, paths out of order */
export function openManifest(text: string, key: NoteKey): Result<Manifest, ManifestProblem> {
  const note = openNote(text, key);
  if (!note.ok) return note;
  const malformed = fail({ type: 'manifest-malformed' } as const);
  let content: unknown;
  try {
    content = JSON.parse(note.value.text);
  } catch {
    return malformed;
  }
  const parsed = manifestSchema.safeParse(content);
  if (!parsed.success || parsed.data.origin !== key.name) return malformed;
  const paths = parsed.data.files.map(({ path }) => path);
  const isAscending = paths.every((path, index) => index === 0 || (paths[index - 1] ?? '') < path);
  return isAscending && `${canonicalText(parsed.data)}\n` === note.value.text
    ? succeed(parsed.data)
    : malformed;
}
