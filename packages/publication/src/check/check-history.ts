import type { NoteKey } from '../log/index.ts';
import { archivePath, MANIFEST_PATH, type Manifest, openManifest, SNAPSHOT_PATH } from '../site/index.ts';
import {
  checkSnapshot,
  contradictions,
  DIFFERENCE_RULES,
  type Difference,
  hexSha256,
  parseSnapshot,
  type Snapshot,
} from '../snapshot/index.ts';
import type { SiteFault, SiteFinding } from './finding.ts';
import { followLog, type NotedManifest } from './follow-log.ts';
import type { SiteFiles } from './site-files.ts';

/** One publication that is signed and can be read. */
export interface Publication extends NotedManifest {
  readonly snapshot: Snapshot;
  /** SHA-256 of the snapshot's text. */
  readonly snapshotHash: string;
  readonly isNewest: boolean;
}

/** The publications of a site as far as they can be believed. */
export interface CheckedHistory {
  readonly findings: readonly SiteFinding[];
  readonly manifest?: Manifest;
  readonly snapshot?: Snapshot;
}

/**
 * Every publication from the first: signed, holding together, naming the one before, changing nothing of it in silence, noted in the log at the
 * place that it says, with nothing in the log beside them. Yields each that can be read, one at a time: all of them together are more than a
 * small machine's memory.
 */
export function* walkHistory(
  files: SiteFiles,
  key: NoteKey,
  entries: readonly Uint8Array[] | undefined,
  language: 'id' | 'en',
): Generator<Publication, CheckedHistory> {
  const findings: SiteFinding[] = [];
  const say = (fault: SiteFault, at: string, detail?: string) =>
    findings.push({ rule: 'history', fault, at, ...(detail === undefined ? {} : { detail }) });
  const newest = openOne(files, MANIFEST_PATH, key, say);
  if (newest === undefined) return { findings };
  const last = newest.manifest.number;
  const log = entries && followLog(entries);
  let before: Publication | undefined;
  const known = new Set<string>();
  for (let number = 1; number <= last; number += 1) {
    const isNewest = number === last;
    const manifestPath = isNewest ? MANIFEST_PATH : archivePath(number, MANIFEST_PATH);
    const snapshotPath = isNewest ? SNAPSHOT_PATH : archivePath(number, SNAPSHOT_PATH);
    known.add(manifestPath).add(snapshotPath);
    const opened = isNewest ? newest : openOne(files, manifestPath, key, say);
    const read = readSnapshot(files, snapshotPath, say);
    if (opened === undefined || read === undefined) {
      log?.skip();
      before = undefined;
      continue;
    }
    const publication: Publication = { ...opened, ...read, isNewest };
    const { manifest, snapshot } = publication;
    if (manifest.number !== number || snapshot.number !== number)
      say('chain-broken', manifestPath, `number ${manifest.number}`);
    if (
      manifest.snapshot !== read.snapshotHash ||
      manifest.at !== snapshot.at ||
      manifest.kind !== snapshot.kind
    ) {
      say('changed', snapshotPath);
    }
    if (number === 1 || before !== undefined) {
      if (manifest.previous !== (before?.hash ?? null))
        say('chain-broken', manifestPath, 'previous manifest');
      if (snapshot.previous !== (before?.snapshotHash ?? null))
        say('chain-broken', snapshotPath, 'previous snapshot');
    }
    for (const { rule, field, written, expected } of differencesOf(publication, before)) {
      say('differs', field, `${DIFFERENCE_RULES[rule][language]} (${number}): ${written} ≠ ${expected}`);
    }
    findings.push(...(log?.follow(publication) ?? []));
    if (entries !== undefined && isNewest && manifest.logSize !== entries.length - 1)
      say('chain-broken', manifestPath, 'the log goes on after it');
    yield publication;
    before = publication;
  }
  for (const path of files.paths) if (path.startsWith('arsip/') && !known.has(path)) say('not-listed', path);
  const snapshot = before?.isNewest === true ? before.snapshot : undefined;
  return { findings, manifest: newest.manifest, ...(snapshot && { snapshot }) };
}

/** The same for whoever needs no publication but the newest. */
export function checkHistory(...parameters: Parameters<typeof walkHistory>): CheckedHistory {
  const walk = walkHistory(...parameters);
  let step = walk.next();
  while (step.done !== true) step = walk.next();
  return step.value;
}

function differencesOf(
  { snapshot, isNewest }: Publication,
  before: Publication | undefined,
): readonly Difference[] {
  return [
    // one lie between two truths would part them: what is compared must hold together by itself; the newest is checked with its records
    ...(isNewest ? [] : checkSnapshot(snapshot)),
    // a change that no correction names is a lie, even where each snapshot holds together by itself
    ...(before ? contradictions(before.snapshot, snapshot) : []),
  ];
}

type Say = (fault: SiteFault, at: string, detail?: string) => void;

function readSnapshot(
  files: SiteFiles,
  path: string,
  say: Say,
): Pick<Publication, 'snapshot' | 'snapshotHash'> | undefined {
  const text = files.text(path);
  if (text === undefined) {
    say('missing', path);
    return undefined;
  }
  const parsed = parseSnapshot(text);
  if (parsed.ok) return { snapshot: parsed.value, snapshotHash: hexSha256(text) };
  say('unreadable', path, parsed.error.type);
  return undefined;
}

function openOne(files: SiteFiles, path: string, key: NoteKey, say: Say): NotedManifest | undefined {
  const text = files.text(path);
  if (text === undefined) {
    say('missing', path);
    return undefined;
  }
  const opened = openManifest(text, key);
  if (opened.ok) return { manifest: opened.value, hash: hexSha256(text), path };
  say('signature', path, opened.error.type);
  return undefined;
}
