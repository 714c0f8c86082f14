import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { hexSha256, KEY_PATH, sitePathSchema } from '@bilik/publication';
import { openSiteFiles } from './site-files.ts';

/** The folder that a site is copied into. It holds files of the site and nothing else, each of them whole. */
export interface CopyFolder {
  /** Files that stood there when it was opened. */
  readonly paths: readonly string[];
  bytes(path: string): Uint8Array | undefined;
  /** Whether the very bytes of this hash stand there. */
  holds(path: string, sha256: string): boolean;
  /** @returns why not, where the disk does not take it, or a name is a file and a folder at once */
  write(path: string, bytes: Uint8Array): string | undefined;
  remove(path: string): void;
  /** Takes away what was written beside the folder. */
  close(): void;
}

/**
 * Opens a folder that is empty or not there, or a copy of a site of this log; another folder is left alone, and so is one with links in it: what is
 * written through a link lands elsewhere.
 * @param logKey as the site writes it
 * @returns undefined when the folder is something else
 */
export function openCopy(folder: string, logKey: string): CopyFolder | undefined {
  const isThere = existsSync(folder);
  if (isThere && !statSync(folder).isDirectory()) return undefined;
  if (isThere && readdirSync(folder).length > 0 && !isCopy(folder, logKey)) return undefined;
  const root = resolve(folder);
  const paths = isThere ? openSiteFiles(root).files.paths : [];
  let beside: string | undefined;
  const place = (path: string) => {
    if (!sitePathSchema.safeParse(path).success) throw new Error(`${path} is no path of a site`);
    return join(root, ...path.split('/'));
  };
  const bytes = (path: string) =>
    statSync(place(path), { throwIfNoEntry: false })?.isFile() === true
      ? readFileSync(place(path))
      : undefined;
  return {
    paths,
    bytes,
    holds(path, sha256) {
      const content = bytes(path);
      return content !== undefined && hexSha256(content) === sha256;
    },
    write(path, content) {
      const to = place(path);
      try {
        mkdirSync(dirname(to), { recursive: true });
        beside ??= mkdtempSync(`${root}.part-`);
        const whole = join(beside, 'file');
        writeFileSync(whole, content);
        renameSync(whole, to);
        return undefined;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
    remove: (path) => rmSync(place(path)),
    close() {
      if (beside !== undefined) rmSync(beside, { recursive: true });
      beside = undefined;
    },
  };
}

/** A copy begins with the log's key: the first file that is written. */
function isCopy(folder: string, logKey: string): boolean {
  const { files, findings } = openSiteFiles(folder);
  return findings.length === 0 && files.text(KEY_PATH)?.trim() === logKey;
}
