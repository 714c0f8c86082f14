import type { PublishedFile } from '../snapshot/schema.ts';

/** The signed list of all files of the newest snapshot. */
export const MANIFEST_PATH = 'manifest';
/** The newest snapshot's text. */
export const SNAPSHOT_PATH = 'snapshot.json';
/** The log's newest checkpoint, with the cosignatures of witnesses. */
export const CHECKPOINT_PATH = 'checkpoint';
/** The page on which a visitor checks a record or a code. */
export const CHECK_PAGE_PATH = 'periksa.html';
/** The log's public key, as the office posts it on paper too. */
export const KEY_PATH = 'kunci-log.txt';

/** A file of evidence, named by its content. */
export function evidencePath({ sha256, media }: Pick<PublishedFile, 'sha256' | 'media'>): string {
  return `berkas/${sha256}.${media}`;
}

/** Where a snapshot and its manifest stay when the next one comes. */
export function archivePath(number: number, file: typeof MANIFEST_PATH | typeof SNAPSHOT_PATH): string {
  return `arsip/${String(number).padStart(6, '0')}/${file}`;
}

/** Paths that stand in no manifest: the manifest itself, the log that holds its hash, and what earlier manifests name. */
export function isOutsideManifest(path: string): boolean {
  return (
    path === MANIFEST_PATH ||
    path === CHECKPOINT_PATH ||
    path.startsWith('tile/') ||
    path.startsWith('arsip/')
  );
}
