import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PackageManifest, readManifest } from '@bilik/transfer';
import type { PlaceProblem } from './prepared-place.ts';

/** The manifest of the package that was loaded, word for word, beside its members. */
export const MANIFEST_FILE = 'manifest.json';

export interface KeptManifest {
  readonly manifest: PackageManifest;
  /** SHA-256 of its line, lower-case hex. */
  readonly fingerprint: string;
}

/**
 * What this station remembers of the package it has: version, issuer, what its files must be.
 * @returns undefined when nothing was ever loaded into this folder
 * @errors 'place-file-unreadable' · 'place-file-malformed': a place without its manifest is not an empty one
 */
export function readKeptManifest(
  folder: string,
):
  | { readonly ok: true; readonly value: KeptManifest | undefined }
  | { readonly ok: false; readonly error: PlaceProblem } {
  if (!existsSync(folder)) return { ok: true, value: undefined };
  let line: Buffer;
  try {
    line = readFileSync(join(folder, MANIFEST_FILE));
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'unknown';
    return { ok: false, error: { type: 'place-file-unreadable', file: MANIFEST_FILE, detail } };
  }
  const read = readManifest(line.toString('utf8'));
  if (!read.ok) {
    return {
      ok: false,
      error: { type: 'place-file-malformed', file: MANIFEST_FILE, detail: read.error.type },
    };
  }
  const fingerprint = createHash('sha256').update(line).digest('hex');
  return { ok: true, value: { manifest: read.value, fingerprint } };
}
