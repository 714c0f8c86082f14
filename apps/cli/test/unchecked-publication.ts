import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  archivePath,
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
import { place } from './changed-site.ts';
import { LOG_SIGNER } from './made-site.ts';

/**
 * Publishes a snapshot on top of a site as whoever holds its key can, past the writer and all that it refuses. Pages and files stay those of
 * before: the next honest publication writes its own.
 */
export function publishUnchecked(root: string, snapshot: Snapshot): void {
  const before = readFileSync(place(root, MANIFEST_PATH), 'utf8');
  const opened = openManifest(before, LOG_SIGNER);
  if (!opened.ok) throw new Error('the manifest of before');
  const { format: _format, origin: _origin, ...manifest } = opened.value;
  for (const path of [MANIFEST_PATH, SNAPSHOT_PATH] as const) {
    const archived = place(root, archivePath(manifest.number, path));
    mkdirSync(dirname(archived), { recursive: true });
    cpSync(place(root, path), archived);
  }
  const text = snapshotText(snapshot);
  const size = manifest.logSize + 1;
  const next = signManifest(
    {
      ...manifest,
      ...{ kind: snapshot.kind, number: snapshot.number, at: snapshot.at, snapshot: hexSha256(text) },
      previous: hexSha256(before),
      logSize: size,
      files: manifest.files.map((file) =>
        file.path === SNAPSHOT_PATH
          ? { ...file, sha256: hexSha256(text), bytes: Buffer.byteLength(text) }
          : file,
      ),
    },
    LOG_SIGNER,
  );
  const bundle = readFileSync(place(root, `tile/entries/000.p/${size}`));
  const entries = [
    ...(readEntryBundle(bundle, size) ?? []),
    writeLogEntry({ kind: 'manifest', number: snapshot.number, sha256: hexSha256(next) }),
  ];
  const head = { size: entries.length, root: treeHash(entries.map(hashLeaf)) };
  const files = [
    ...logFiles(entries),
    [MANIFEST_PATH, next] as const,
    [SNAPSHOT_PATH, text] as const,
    ['checkpoint', signCheckpoint(head, LOG_SIGNER)] as const,
  ];
  for (const [path, content] of files) {
    const file = place(root, path);
    mkdirSync(dirname(file), { recursive: true });
    // files of two publications may be one file on the disk
    rmSync(file, { force: true });
    writeFileSync(file, content);
  }
}
