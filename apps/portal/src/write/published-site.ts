import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, type Result, succeed } from '@bilik/election';
import {
  CHECKPOINT_PATH,
  type Checkpoint,
  entryBundlePath,
  equalBytes,
  hashLeaf,
  hexSha256,
  MANIFEST_PATH,
  type Manifest,
  type NoteKey,
  openCheckpoint,
  openManifest,
  readEntryBundle,
  readLogEntry,
  tilesOf,
  treeHash,
} from '@bilik/publication';
import type { WriteProblem } from './problem.ts';

/** The site as it is published now. */
export interface PublishedSite {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest's file. */
  readonly manifestHash: string;
  readonly checkpoint: Checkpoint;
  readonly entries: readonly Uint8Array[];
}

/** The next site while it is being written, and the old one while they change places. */
export const nextFolder = (out: string): string => `${out}.next`;
export const beforeFolder = (out: string): string => `${out}.before`;

/** Ends what an interrupted writing began: a site that was put aside and not replaced comes back. */
export function settle(out: string): void {
  if (!existsSync(out) && existsSync(beforeFolder(out))) renameSync(beforeFolder(out), out);
  rmSync(nextFolder(out), { recursive: true, force: true });
  rmSync(beforeFolder(out), { recursive: true, force: true });
}

/**
 * Reads the site that is there and believes nothing of it: its checkpoint and manifest must be signed by this key, its entries must be
 * those of the checkpoint, and the last of them must be its manifest.
 * @returns undefined when there is no site yet
 * @errors 'folder-is-no-site' · 'site-damaged'
 */
export function readSite(out: string, key: NoteKey): Result<PublishedSite | undefined, WriteProblem> {
  if (!existsSync(out) || readdirSync(out).length === 0) return succeed(undefined);
  const checkpointPath = join(out, CHECKPOINT_PATH);
  const manifestPath = join(out, MANIFEST_PATH);
  if (!existsSync(checkpointPath) || !existsSync(manifestPath)) {
    return fail({ type: 'folder-is-no-site', path: out });
  }
  const checkpoint = openCheckpoint(readFileSync(checkpointPath, 'utf8'), key);
  if (!checkpoint.ok) return fail({ type: 'site-damaged', path: CHECKPOINT_PATH, problem: checkpoint.error });
  const manifestText = readFileSync(manifestPath, 'utf8');
  const manifest = openManifest(manifestText, key);
  if (!manifest.ok) return fail({ type: 'site-damaged', path: MANIFEST_PATH, problem: manifest.error });
  const manifestHash = hexSha256(manifestText);
  const entries = readEntries(out, checkpoint.value.size);
  const last = entries?.at(-1);
  const lastEntry = last && readLogEntry(last);
  const isWhole =
    entries !== undefined &&
    equalBytes(treeHash(entries.map(hashLeaf)), checkpoint.value.root) &&
    lastEntry?.kind === 'manifest' &&
    lastEntry.sha256 === manifestHash;
  return isWhole
    ? succeed({ manifest: manifest.value, manifestHash, checkpoint: checkpoint.value, entries })
    : fail({ type: 'site-damaged', path: 'tile/entries', problem: { type: 'log-differs' } });
}

/** The log's entries out of its bundles. @returns undefined when one is missing or cut */
export function readEntries(out: string, size: number): readonly Uint8Array[] | undefined {
  const entries: Uint8Array[] = [];
  for (const { level, index, width } of tilesOf(size)) {
    const path = join(out, entryBundlePath(index, width));
    if (level > 0) break;
    const bundle = existsSync(path) ? readEntryBundle(readFileSync(path), width) : undefined;
    if (bundle === undefined) return undefined;
    entries.push(...bundle);
  }
  return entries;
}
