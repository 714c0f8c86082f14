import { archivePath, CHECK_PAGE_PATH, MANIFEST_PATH, type Manifest } from '@bilik/publication';
import type { SiteFinding, SiteNote } from '@bilik/publication/check';
import { z } from 'zod';

/** What the portal's process says of the pages of one snapshot. */
export const writtenSchema = z.object({
  isCheckPageBuilt: z.boolean(),
  files: z.array(z.object({ path: z.string(), sha256: z.string(), bytes: z.number() })),
});
export type Written = z.infer<typeof writtenSchema>;

/** How the pages that a publication lists differ from those that its data make. */
export interface PageDifferences {
  readonly differing: readonly string[];
  readonly missing: readonly string[];
  readonly notListed: readonly string[];
  readonly written: number;
}

const PATHS_OF_NOTE = 5;

/** Compares the list of a publication's files, its evidence apart, with what this program writes of its data. */
export function pageDifferences(manifest: Manifest, { files, isCheckPageBuilt }: Written): PageDifferences {
  const isCompared = (path: string) =>
    !path.startsWith('berkas/') && (isCheckPageBuilt || path !== CHECK_PAGE_PATH);
  const listed = new Map(
    manifest.files.filter(({ path }) => isCompared(path)).map((file) => [file.path, file]),
  );
  const wanted = new Set(files.map(({ path }) => path));
  return {
    differing: files.flatMap(({ path, sha256, bytes }) => {
      const found = listed.get(path);
      return found === undefined || (found.sha256 === sha256 && found.bytes === bytes) ? [] : [path];
    }),
    missing: files.flatMap(({ path }) => (listed.has(path) ? [] : [path])),
    notListed: [...listed.keys()].filter((path) => !wanted.has(path)),
    written: files.length,
  };
}

/**
 * Of the newest publication no page may differ. An earlier one that stands between two publications whose pages are all as this program writes
 * them was written by it too, and may not differ either. One before them may come from another version of the program, and is noted.
 * @param all of each publication, the first first
 */
export function judgePages(all: readonly PageDifferences[]): {
  readonly findings: readonly SiteFinding[];
  readonly notes: readonly SiteNote[];
} {
  const isSame = all.map(
    ({ differing, missing, notListed }) => differing.length + missing.length + notListed.length === 0,
  );
  const [firstSame, lastSame] = [isSame.indexOf(true), isSame.lastIndexOf(true)];
  const findings: SiteFinding[] = [];
  const notes: SiteNote[] = [];
  for (const [index, differences] of all.entries()) {
    const number = index + 1;
    if (isSame[index]) continue;
    if (number === all.length) findings.push(...findingsOf(differences));
    else if (firstSame !== -1 && firstSame < index && index < lastSame)
      findings.push(...findingsOf(differences, `${archivePath(number, MANIFEST_PATH)}#`));
    else notes.push(noteOf(number, differences));
  }
  return { findings, notes };
}

function findingsOf({ differing, missing, notListed }: PageDifferences, before = ''): SiteFinding[] {
  return [
    ...differing.map((path): SiteFinding => {
      const fault = path === CHECK_PAGE_PATH ? 'check-page-differs' : 'page-differs';
      return { rule: 'pages', fault, at: before + path };
    }),
    ...missing.map((path): SiteFinding => ({ rule: 'pages', fault: 'missing', at: before + path })),
    ...notListed.map((path): SiteFinding => ({ rule: 'pages', fault: 'not-listed', at: before + path })),
  ];
}

function noteOf(number: number, { differing, missing, notListed, written }: PageDifferences): SiteNote {
  const paths = [...differing, ...missing, ...notListed];
  return {
    ...{ type: 'pages-of-another-version', number, written },
    differing: paths.length,
    paths: paths.slice(0, PATHS_OF_NOTE),
  };
}
