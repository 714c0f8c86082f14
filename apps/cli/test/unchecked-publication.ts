import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import {
  archivePath,
  evidencePath,
  hashLeaf,
  hexSha256,
  logFiles,
  MANIFEST_PATH,
  openManifest,
  readEntryBundle,
  SNAPSHOT_PATH,
  type Snapshot,
  signCheckpoint,
  signManifest,
  snapshotText,
  treeHash,
  writeLogEntry,
} from '@bilik/publication';
import { appMain } from '../src/processes/app-process.ts';
import { place } from './changed-site.ts';
import { LOG_KEY, LOG_SIGNER } from './made-site.ts';

/** What whoever holds the log's key may do beside publishing what follows from the snapshot. */
export interface Liberties {
  /** New files of evidence by their hash; those of before stay. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
  /** The last publication that stays in the history. The log keeps the others: it only grows. */
  readonly after?: number;
  /** Another site than the one that follows. */
  readonly change?: (site: Map<string, Uint8Array>) => void;
  /** Noted in the log before the publication's own entries. */
  readonly entries?: readonly Uint8Array[];
}

/** Publishes a snapshot on top of a site, or as the first, as whoever holds its key can: past the writer and all that it refuses. */
export function publishUnchecked(root: string, snapshot: Snapshot, liberties: Liberties = {}): void {
  const before = readBefore(root);
  const after = liberties.after ?? before.manifests.length;
  const manifests = before.manifests.slice(0, after);
  const snapshots = before.snapshots.slice(0, after);
  const text = snapshotText(snapshot);
  const site = pagesOf(text);
  for (const file of snapshot.files) {
    const path = evidencePath(file);
    const bytes =
      liberties.files?.get(file.sha256) ?? (existsSync(place(root, path)) && readFileSync(place(root, path)));
    if (bytes) site.set(path, bytes);
  }
  liberties.change?.(site);
  const entries = [...before.entries, ...(liberties.entries ?? [])];
  const known = new Set(entries.map((entry) => Buffer.from(entry).toString()));
  for (const [path, bytes] of site) {
    if (!path.startsWith('berkas/')) continue;
    const entry = writeLogEntry({ kind: 'file', sha256: hexSha256(bytes), bytes: bytes.length });
    const name = Buffer.from(entry).toString();
    if (!known.has(name)) entries.push(entry);
    known.add(name);
  }
  const { kind, number, at } = snapshot;
  const previous = manifests.at(-1);
  const manifest = signManifest(
    {
      ...{ kind, number, at, snapshot: hexSha256(text), logSize: entries.length },
      previous: previous === undefined ? null : hexSha256(previous),
      files: [...site]
        .map(([path, bytes]) => ({ path, sha256: hexSha256(bytes), bytes: bytes.length }))
        .sort((left, right) => (left.path < right.path ? -1 : 1)),
    },
    LOG_SIGNER,
  );
  entries.push(writeLogEntry({ kind: 'manifest', number, sha256: hexSha256(manifest) }));
  const head = { size: entries.length, root: treeHash(entries.map(hashLeaf)) };
  // files of two publications may be one file on the disk
  rmSync(root, { recursive: true, force: true });
  writeFiles(root, [
    ...site,
    ...manifests.map((one, index) => [archivePath(index + 1, MANIFEST_PATH), one] as const),
    ...snapshots.map((one, index) => [archivePath(index + 1, SNAPSHOT_PATH), one] as const),
    ...logFiles(entries),
    [MANIFEST_PATH, manifest],
    ['checkpoint', signCheckpoint(head, LOG_SIGNER)],
  ]);
}

/** Manifests and snapshots from the first, and every entry of the log. */
function readBefore(root: string) {
  const opened =
    existsSync(root) && openManifest(readFileSync(place(root, MANIFEST_PATH), 'utf8'), LOG_SIGNER);
  if (opened === false) return { manifests: [], snapshots: [], entries: [] };
  if (!opened.ok) throw new Error('the manifest of before');
  const { number, logSize } = opened.value;
  const read = (path: typeof MANIFEST_PATH | typeof SNAPSHOT_PATH) =>
    Array.from({ length: number }, (_, index) =>
      readFileSync(place(root, index + 1 === number ? path : archivePath(index + 1, path)), 'utf8'),
    );
  const size = logSize + 1;
  const bundle = readEntryBundle(readFileSync(place(root, `tile/entries/000.p/${size}`)), size);
  return { manifests: read(MANIFEST_PATH), snapshots: read(SNAPSHOT_PATH), entries: bundle ?? [] };
}

/** The pages of a snapshot, as the portal's own process writes them. */
function pagesOf(text: string): Map<string, Uint8Array> {
  const home = mkdtempSync(join(tmpdir(), 'bilik-unchecked-'));
  const [snapshot, out] = [join(home, 'snapshot.json'), join(home, 'pages')];
  writeFileSync(snapshot, text);
  execFileSync(
    process.execPath,
    [appMain('portal'), 'pages', '--snapshot', snapshot, '--log-key', LOG_KEY, '--out', out],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const pages = new Map<string, Uint8Array>(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [relative(out, path).split(sep).join('/'), readFileSync(path)];
    }),
  );
  rmSync(home, { recursive: true });
  return pages;
}

function writeFiles(root: string, files: Iterable<readonly [string, string | Uint8Array]>): void {
  for (const [path, content] of files) {
    const file = place(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
