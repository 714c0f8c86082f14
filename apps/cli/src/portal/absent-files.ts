import {
  archivePath,
  entryBundlePath,
  evidencePath,
  MANIFEST_PATH,
  type Manifest,
  SNAPSHOT_PATH,
  type Snapshot,
  tilePath,
  tilesOf,
} from '@bilik/publication';
import type { SiteFiles, SiteFinding } from '@bilik/publication/check';

/** Files by which a log of this size is served. */
export function logPaths(size: number): readonly string[] {
  return tilesOf(size).flatMap((tile) => [
    tilePath(tile),
    ...(tile.level === 0 ? [entryBundlePath(tile.index, tile.width)] : []),
  ]);
}

/** What earlier publications left. */
export function archivePaths(newest: number): readonly string[] {
  return Array.from({ length: newest - 1 }, (_, index) => [
    archivePath(index + 1, MANIFEST_PATH),
    archivePath(index + 1, SNAPSHOT_PATH),
  ]).flat();
}

/**
 * Files that the signed lists name and the folder has not, when they are all that was found: a copy that was cut says nothing of its site. What
 * could not be checked because such a file is not there is no finding of its own.
 * @returns undefined when something else is wrong, or nothing
 */
export function onlyAbsent(
  files: SiteFiles,
  findings: readonly SiteFinding[],
  { manifest, snapshot, logSize }: { manifest?: Manifest; snapshot?: Snapshot; logSize: number },
): readonly string[] | undefined {
  const named =
    manifest === undefined
      ? [MANIFEST_PATH]
      : [...manifest.files.map(({ path }) => path), ...archivePaths(manifest.number)];
  const absent = new Set([...named, ...logPaths(logSize)].filter((path) => !files.has(path)));
  const places = snapshot === undefined ? new Set<string>() : placesWithout(absent, snapshot);
  const isOfAbsent = ({ rule, fault, at }: SiteFinding) =>
    (fault === 'missing' && absent.has(at)) || ((rule === 'records' || rule === 'codes') && places.has(at));
  return absent.size > 0 && findings.every(isOfAbsent) ? [...absent] : undefined;
}

/** Polling places of whose result a file is absent. */
function placesWithout(absent: ReadonlySet<string>, { files, villages }: Snapshot): ReadonlySet<string> {
  const gone = new Set(
    files.filter((file) => absent.has(evidencePath(file))).map(({ sha256 }): string => sha256),
  );
  return new Set(
    villages.flatMap(({ places }) =>
      places
        .filter(({ result }) =>
          result?.parts.some(({ evidence: { record, signedResult, voidList } }) =>
            [record, signedResult, voidList].some((sha256) => sha256 !== null && gone.has(sha256)),
          ),
        )
        .map(({ id }) => id),
    ),
  );
}
