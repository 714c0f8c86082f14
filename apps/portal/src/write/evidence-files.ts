import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fail, type Result, succeed } from '@bilik/election';
import { evidencePath, findLeaks, hexSha256, type PublishedFile, type Snapshot } from '@bilik/publication';
import type { WriteProblem } from './problem.ts';

/** Where a file of evidence comes from. */
export interface EvidenceSource {
  readonly file: PublishedFile;
  /** In the snapshot's folder, or in the site that is published. */
  readonly from: string;
  readonly isNew: boolean;
}

/**
 * Finds every file that a snapshot names; a new one must have the bytes that its name says and hold nothing that must not be public.
 * @param folder the snapshot's; files stand in `files/` under their hash
 * @errors 'file-missing' · 'file-differs' · 'leak'
 */
export function findEvidence(
  { files }: Snapshot,
  folder: string,
  out: string,
): Result<readonly EvidenceSource[], WriteProblem> {
  const sources: EvidenceSource[] = [];
  for (const file of files) {
    const published = join(out, evidencePath(file));
    if (existsSync(published) && statSync(published).size === file.bytes) {
      sources.push({ file, from: published, isNew: false });
      continue;
    }
    const from = join(folder, 'files', file.sha256);
    if (!existsSync(from)) return fail({ type: 'file-missing', sha256: file.sha256 });
    const bytes = readFileSync(from);
    if (bytes.length !== file.bytes || hexSha256(bytes) !== file.sha256) {
      return fail({ type: 'file-differs', sha256: file.sha256 });
    }
    const leaks = findLeaks(evidencePath(file), bytes);
    if (leaks.length > 0) return fail({ type: 'leak', leaks });
    sources.push({ file, from, isNew: true });
  }
  return succeed(sources);
}
