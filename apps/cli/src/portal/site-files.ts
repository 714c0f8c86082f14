import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { hexSha256, sitePathSchema } from '@bilik/publication';
import type { SiteFiles, SiteFinding } from '@bilik/publication/check';

/** The files of a site in a folder. */
export interface SiteFolder extends SiteFiles {
  readonly root: string;
  sha256(path: string): string | undefined;
  /** Where the file stands on this machine. */
  place(path: string): string;
}

/** Lists everything below a folder. Links, pipes and names that no site has are findings and are not followed. */
export function openSiteFiles(root: string): {
  readonly files: SiteFolder;
  readonly findings: readonly SiteFinding[];
} {
  const findings: SiteFinding[] = [];
  const paths: string[] = [];
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const place = join(entry.parentPath, entry.name);
    const path = relative(root, place).split(sep).join('/');
    if (entry.isDirectory()) continue;
    if (!lstatSync(place).isFile()) findings.push({ rule: 'files', fault: 'not-a-file', at: path });
    else if (!sitePathSchema.safeParse(path).success) {
      findings.push({ rule: 'files', fault: 'path-not-allowed', at: path });
      // its bytes are public all the same
      paths.push(path);
    } else paths.push(path);
  }
  paths.sort((left, right) => (left < right ? -1 : 1));
  const known = new Set(paths);
  const bytes = (path: string) => (known.has(path) ? readFileSync(join(root, path)) : undefined);
  const files: SiteFolder = {
    root,
    paths,
    has: (path) => known.has(path),
    bytes,
    text: (path) => bytes(path)?.toString('utf8'),
    sha256: (path) => {
      const content = bytes(path);
      return content && hexSha256(content);
    },
    place: (path) => join(root, path),
  };
  return { files, findings };
}
