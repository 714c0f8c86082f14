import type { NoteKey } from '../log/index.ts';
import {
  archivePath,
  isOutsideManifest,
  MANIFEST_PATH,
  type Manifest,
  openManifest,
  readLogEntry,
  SNAPSHOT_PATH,
} from '../site/index.ts';
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
import type { SiteFiles } from './site-files.ts';

/** The publications of a site as far as they can be believed. */
export interface CheckedHistory {
  readonly findings: readonly SiteFinding[];
  readonly manifest?: Manifest;
  readonly snapshot?: Snapshot;
}

/** Every publication from the first: signed, holding together, naming the one before, changing nothing of it in silence, noted in the log at the place that it says. */
export function checkHistory(
  files: SiteFiles,
  key: NoteKey,
  entries: readonly Uint8Array[] | undefined,
  language: 'id' | 'en',
): CheckedHistory {
  const findings: SiteFinding[] = [];
  const say = (fault: SiteFault, at: string, detail?: string) =>
    findings.push({ rule: 'history', fault, at, ...(detail === undefined ? {} : { detail }) });
  const newest = openOne(files, MANIFEST_PATH, key, say);
  if (newest === undefined) return { findings };
  const last = newest.manifest.number;
  let before:
    | { readonly manifestHash: string; readonly snapshotHash: string; readonly snapshot: Snapshot }
    | undefined;
  let snapshot: Snapshot | undefined;
  const noted = entries?.map(readLogEntry);
  const known = new Set<string>();
  for (let number = 1; number <= last; number += 1) {
    const manifestPath = number === last ? MANIFEST_PATH : archivePath(number, MANIFEST_PATH);
    const snapshotPath = number === last ? SNAPSHOT_PATH : archivePath(number, SNAPSHOT_PATH);
    known.add(manifestPath).add(snapshotPath);
    const opened = number === last ? newest : openOne(files, manifestPath, key, say);
    const text = files.text(snapshotPath);
    const parsed = text === undefined ? undefined : parseSnapshot(text);
    if (text === undefined) say('missing', snapshotPath);
    else if (parsed?.ok === false) say('unreadable', snapshotPath, parsed.error.type);
    if (opened === undefined || text === undefined || parsed?.ok !== true) {
      before = undefined;
      continue;
    }
    const { manifest, hash: manifestHash } = opened;
    const snapshotHash = hexSha256(text);
    if (manifest.number !== number || parsed.value.number !== number)
      say('chain-broken', manifestPath, `number ${manifest.number}`);
    if (
      manifest.snapshot !== snapshotHash ||
      manifest.at !== parsed.value.at ||
      manifest.kind !== parsed.value.kind
    ) {
      say('changed', snapshotPath);
    }
    if (number === 1 || before !== undefined) {
      if (manifest.previous !== (before?.manifestHash ?? null))
        say('chain-broken', manifestPath, 'previous manifest');
      if (parsed.value.previous !== (before?.snapshotHash ?? null))
        say('chain-broken', snapshotPath, 'previous snapshot');
    }
    const differences: readonly Difference[] = [
      // one lie between two truths would part them: what is compared must hold together by itself; the newest is checked with its records
      ...(number === last ? [] : checkSnapshot(parsed.value)),
      // a change that no correction names is a lie, even where each snapshot holds together by itself
      ...(before ? contradictions(before.snapshot, parsed.value) : []),
    ];
    for (const { rule, field, written, expected } of differences) {
      say('differs', field, `${DIFFERENCE_RULES[rule][language]} (${number}): ${written} ≠ ${expected}`);
    }
    const entry = noted?.[manifest.logSize];
    if (
      noted !== undefined &&
      (entry?.kind !== 'manifest' || entry.sha256 !== manifestHash || entry.number !== number)
    ) {
      say('not-in-log', manifestPath);
    }
    if (noted !== undefined && number === last && manifest.logSize !== noted.length - 1) {
      say('chain-broken', manifestPath, 'the log goes on after it');
    }
    before = { manifestHash, snapshotHash, snapshot: parsed.value };
    if (number === last) snapshot = parsed.value;
  }
  for (const path of files.paths) if (path.startsWith('arsip/') && !known.has(path)) say('not-listed', path);
  return { findings, manifest: newest.manifest, ...(snapshot && { snapshot }) };
}

function openOne(
  files: SiteFiles,
  path: string,
  key: NoteKey,
  say: (fault: SiteFault, at: string, detail?: string) => void,
): { readonly manifest: Manifest; readonly hash: string } | undefined {
  const text = files.text(path);
  if (text === undefined) {
    say('missing', path);
    return undefined;
  }
  const opened = openManifest(text, key);
  if (opened.ok) return { manifest: opened.value, hash: hexSha256(text) };
  say('signature', path, opened.error.type);
  return undefined;
}

/** Every file that the manifest lists is there byte for byte, and nothing is there that it does not list. */
export function checkManifestFiles(
  files: SiteFiles,
  manifest: Manifest,
  entries: readonly Uint8Array[] | undefined,
): SiteFinding[] {
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const logged = new Set(
    entries?.flatMap((bytes) => {
      const entry = readLogEntry(bytes);
      return entry?.kind === 'file' ? [entry.sha256] : [];
    }),
  );
  return [
    ...manifest.files.flatMap(({ path, sha256, bytes }): SiteFinding[] => {
      const content = files.bytes(path);
      if (content === undefined) return [{ rule: 'manifest', fault: 'missing', at: path }];
      const isSame = content.length === bytes && hexSha256(content) === sha256;
      return [
        ...(isSame ? [] : [{ rule: 'manifest', fault: 'changed', at: path } as const]),
        ...(path.startsWith('berkas/') && entries !== undefined && !logged.has(sha256)
          ? [{ rule: 'history', fault: 'not-in-log', at: path } as const]
          : []),
      ];
    }),
    ...files.paths
      .filter((path) => !isOutsideManifest(path) && !listed.has(path))
      .map((at): SiteFinding => ({ rule: 'manifest', fault: 'not-listed', at })),
  ];
}
