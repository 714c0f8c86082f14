import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fail, type Result, succeed } from '@bilik/election';
import {
  archivePath,
  CHECKPOINT_PATH,
  checkSnapshot,
  contradictions,
  evidencePath,
  findLeaks,
  hashLeaf,
  hexSha256,
  logFiles,
  MANIFEST_PATH,
  type NoteSigner,
  parseSnapshot,
  SNAPSHOT_PATH,
  type Snapshot,
  signCheckpoint,
  signManifest,
  snapshotText,
  treeHash,
  wordsNotPublic,
  writeLogEntry,
  writeNoteKey,
} from '@bilik/publication';
import { allPages } from '../pages/all-pages.ts';
import { type EvidenceSource, findEvidence } from './evidence-files.ts';
import type { WriteProblem } from './problem.ts';
import { beforeFolder, nextFolder, type PublishedSite, readSite, settle } from './published-site.ts';
import { linkOrCopy, stageFiles } from './stage.ts';

/** A moment between two changes of the disk; a test may stop there as a power cut would. */
export type WriteStep = 'pages-staged' | 'evidence-staged' | 'log-staged' | 'old-aside' | 'new-in-place';

/** What is to be published, and where. */
export interface WriteRequest {
  /** Holds `snapshot.json`, and in `files/` each new file under its hash. */
  readonly folder: string;
  readonly out: string;
  readonly signer: NoteSigner;
  /** The built checking page. */
  readonly checkPage: string;
  readonly afterStep?: (step: WriteStep) => void;
}

/** What was published. */
export interface WrittenSite {
  readonly number: number;
  /** Entries of the log. */
  readonly size: number;
  /** False when this very snapshot was published already: asking again is no second publication. */
  readonly isNew: boolean;
}

/**
 * Writes the whole site of a snapshot beside the one that is there, and lets them change places when every byte is on the medium. Nothing
 * is published that contradicts itself, that does not follow what is published, or that the leak crawl finds.
 * @errors those of `WriteProblem`; the site that is there stays as it is
 */
export async function writeSite(request: WriteRequest): Promise<Result<WrittenSite, WriteProblem>> {
  const { folder, out, signer } = request;
  settle(out);
  const read = readSnapshot(join(folder, SNAPSHOT_PATH));
  if (!read.ok) return read;
  const snapshot = read.value;
  const site = readSite(out, signer);
  if (!site.ok) return site;
  const order = checkOrder(snapshot, site.value);
  if (order !== undefined) return order;
  const silence = checkSilence(snapshot, site.value, out);
  if (silence !== undefined) return silence;
  const evidence = findEvidence(snapshot, folder, out);
  if (!evidence.ok) return evidence;
  return await stageAndSwap(request, snapshot, site.value, evidence.value);
}

function readSnapshot(path: string): Result<Snapshot, WriteProblem> {
  if (!existsSync(path)) return fail({ type: 'snapshot-missing', path });
  const parsed = parseSnapshot(readFileSync(path, 'utf8'));
  if (!parsed.ok) return fail({ type: 'snapshot-unreadable', problem: parsed.error });
  const differences = checkSnapshot(parsed.value);
  if (differences.length > 0) return fail({ type: 'snapshot-does-not-hold', differences });
  const fields = wordsNotPublic(parsed.value);
  return fields.length === 0 ? parsed : fail({ type: 'words-not-public', fields });
}

/** @returns undefined when the snapshot is the next one; what to answer otherwise */
function checkOrder(
  snapshot: Snapshot,
  site: PublishedSite | undefined,
): Result<WrittenSite, WriteProblem> | undefined {
  const { number, previous } = snapshot;
  const published = site?.manifest;
  if (published?.number === number && published.snapshot === hashOf(snapshot)) {
    return succeed({ number, size: site?.checkpoint.size ?? 0, isNew: false });
  }
  const expected = (published?.number ?? 0) + 1;
  if (number !== expected) return fail({ type: 'snapshot-out-of-order', expected, given: number });
  const follows = previous === (published?.snapshot ?? null);
  const isSameKind = published === undefined || published.kind === snapshot.kind;
  return follows && isSameKind ? undefined : fail({ type: 'snapshot-of-other-history' });
}

/** @returns undefined when nothing that is published changes without a correction; why not otherwise */
function checkSilence(
  snapshot: Snapshot,
  site: PublishedSite | undefined,
  out: string,
): Result<never, WriteProblem> | undefined {
  if (site === undefined) return undefined;
  const path = join(out, SNAPSHOT_PATH);
  const before = existsSync(path) ? parseSnapshot(readFileSync(path, 'utf8')) : undefined;
  if (before?.ok !== true || hashOf(before.value) !== site.manifest.snapshot) {
    return fail({ type: 'site-damaged', path: SNAPSHOT_PATH, problem: { type: 'snapshot-differs' } });
  }
  const differences = contradictions(before.value, snapshot);
  return differences.length === 0 ? undefined : fail({ type: 'snapshot-changes-in-silence', differences });
}

async function stageAndSwap(
  { out, signer, checkPage, afterStep = () => {} }: WriteRequest,
  snapshot: Snapshot,
  site: PublishedSite | undefined,
  evidence: readonly EvidenceSource[],
): Promise<Result<WrittenSite, WriteProblem>> {
  const next = nextFolder(out);
  const pages = [...allPages(snapshot, { logKey: writeNoteKey(signer), checkPage })];
  const encoder = new TextEncoder();
  const leaks = pages.flatMap(([path, content]) => findLeaks(path, encoder.encode(content)));
  if (leaks.length > 0) return fail({ type: 'leak', leaks });
  await stageFiles(next, pages);
  afterStep('pages-staged');

  for (const { file, from } of evidence) linkOrCopy(from, join(next, evidencePath(file)));
  if (site !== undefined) keepOld(out, next, site.manifest.number);
  afterStep('evidence-staged');

  const listed = [
    ...pages.map(([path, content]) => {
      const bytes = encoder.encode(content);
      return { path, sha256: hexSha256(bytes), bytes: bytes.length };
    }),
    ...evidence.map(({ file }) => ({ path: evidencePath(file), sha256: file.sha256, bytes: file.bytes })),
  ].sort((left, right) => (left.path < right.path ? -1 : 1));
  const old = site?.entries ?? [];
  const added = evidence
    .filter(({ isNew }) => isNew)
    .map(({ file: { sha256, bytes } }) => writeLogEntry({ kind: 'file', sha256, bytes }));
  const manifest = signManifest(
    {
      kind: snapshot.kind,
      number: snapshot.number,
      at: snapshot.at,
      snapshot: hashOf(snapshot),
      previous: site?.manifestHash ?? null,
      logSize: old.length + added.length,
      files: listed,
    },
    signer,
  );
  const manifestEntry = { kind: 'manifest', number: snapshot.number, sha256: hexSha256(manifest) } as const;
  const entries = [...old, ...added, writeLogEntry(manifestEntry)];
  const head = { size: entries.length, root: treeHash(entries.map(hashLeaf)) };
  await stageFiles(next, [
    ...logFiles(entries),
    [MANIFEST_PATH, manifest],
    [CHECKPOINT_PATH, signCheckpoint(head, signer)],
  ]);
  afterStep('log-staged');

  if (site !== undefined || existsSync(out)) renameSync(out, beforeFolder(out));
  afterStep('old-aside');
  renameSync(next, out);
  afterStep('new-in-place');
  rmSync(beforeFolder(out), { recursive: true, force: true });
  return succeed({ number: snapshot.number, size: entries.length, isNew: true });
}

/** What was published stays: earlier snapshots with their manifests, and the log's partial tiles of earlier checkpoints. */
function keepOld(out: string, next: string, number: number): void {
  for (const path of [MANIFEST_PATH, SNAPSHOT_PATH] as const) {
    linkOrCopy(join(out, path), join(next, archivePath(number, path)));
  }
  for (const folder of ['arsip', 'tile']) {
    if (!existsSync(join(out, folder))) continue;
    const files = readdirSync(join(out, folder), { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      const path = join(file.parentPath, file.name);
      linkOrCopy(path, join(next, relative(out, path)));
    }
  }
}

const hashOf = (snapshot: Snapshot): string => hexSha256(snapshotText(snapshot));
