import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type NoteKey, readNoteKey, readNoteSigner, writeNoteKey } from '@bilik/publication';
import {
  checkHistory,
  checkLog,
  checkManifestFiles,
  type SiteFiles,
  type SiteFinding,
} from '@bilik/publication/check';

/** Why a folder that stands where the site shall stand is not taken for this center's. */
export type SiteOriginRefusal =
  /** Something in it is no file and no folder: a link would give out what lies elsewhere on this machine. */
  | { readonly type: 'site-has-links'; readonly path: string }
  /** Nobody said which log is this center's: the backup is from before its first publication, and the key is not there. */
  | { readonly type: 'site-key-unknown' }
  /** These files are not what the key of this center's log signed. */
  | { readonly type: 'site-not-signed'; readonly what: readonly string[] };

/** The public key of a center's log, as a backup names it. @param keyFile where the portal's process keeps it @returns null before the first publication */
export function logKeyIn(keyFile: string): string | null {
  let text: string;
  try {
    text = readFileSync(keyFile, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const signer = readNoteSigner(text.trim());
  return signer === undefined ? null : writeNoteKey(signer);
}

/**
 * Whether every byte of a site was published by the log of this center: a mirror may come from anywhere. What was signed is not judged anew; that is the public's check.
 * @param logKey as `logKeyIn` gives it @returns undefined when it is
 */
export function judgeSite(folder: string, logKey: string | null): SiteOriginRefusal | undefined {
  const listed = listFiles(folder);
  if (typeof listed === 'string') return { type: 'site-has-links', path: listed };
  const key: NoteKey | undefined = logKey === null ? undefined : readNoteKey(logKey);
  if (key === undefined) return { type: 'site-key-unknown' };
  const files = siteFiles(folder, listed);
  const log = checkLog(files, key);
  const history = checkHistory(files, key, log.entries, 'en');
  const { manifest } = history;
  const findings: readonly SiteFinding[] = [
    ...log.findings,
    // what the center itself once signed against its own figures, or took out of its history, was public all the same
    ...history.findings.filter(({ fault }) => fault !== 'differs' && fault !== 'foreign-entry'),
    ...(manifest === undefined ? [] : checkManifestFiles(files, manifest)),
  ];
  if (findings.length === 0) return undefined;
  return { type: 'site-not-signed', what: [...new Set(findings.map(({ at }) => at))] };
}

/** All files below a folder, ascending. @returns the path of what is neither file nor folder, when there is such a thing */
function listFiles(folder: string): readonly string[] | string {
  if (!lstatSync(folder).isDirectory()) return folder;
  const paths: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (entry.isDirectory()) continue;
    if (!entry.isFile()) return path;
    paths.push(path);
  }
  return paths.sort((left, right) => (left < right ? -1 : 1));
}

function siteFiles(folder: string, paths: readonly string[]): SiteFiles {
  const known = new Set(paths);
  const bytes = (path: string) => (known.has(path) ? readFileSync(join(folder, path)) : undefined);
  return {
    paths,
    bytes,
    has: (path) => known.has(path),
    text: (path) => bytes(path)?.toString('utf8'),
  };
}
