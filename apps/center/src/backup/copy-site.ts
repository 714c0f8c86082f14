import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { MANIFEST_PATH, parseSnapshot, SNAPSHOT_PATH } from '@bilik/publication';
import type { PublishPlaces } from '../publish/publish-places.ts';
import type { BackupManifest } from './backup-manifest.ts';
import { copyWhole } from './copy-whole.ts';

/** A publication comes once a minute at most, and a copy takes seconds. */
const ATTEMPTS = 5;

/** The published site as a backup holds it. */
export type CopiedSite = NonNullable<BackupManifest['site']>;

/**
 * Copies the published site as it stood at one moment: it is replaced as a whole, so a copy that began and ended with the same manifest is one site.
 * @returns undefined before anything was published @throws when it was replaced again and again
 */
export async function copySite(
  { site, setAside }: Pick<PublishPlaces, 'site' | 'setAside'>,
  to: string,
): Promise<CopiedSite | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    rmSync(to, { recursive: true, force: true });
    // between two renames it stands aside
    const from = existsSync(site) ? site : setAside;
    const before = readOrNothing(join(from, MANIFEST_PATH));
    if (before === undefined && !existsSync(site)) return undefined;
    const files = before === undefined ? undefined : await copyAll(from, to);
    const isOneSite = files !== undefined && readOrNothing(join(from, MANIFEST_PATH)) === before;
    const number = isOneSite ? numberOfSite(to) : undefined;
    if (files !== undefined && number !== undefined) return { number, files };
  }
  throw new Error(
    `The published site ${site} is not whole, or changed while it was copied. No backup was taken.`,
  );
}

/** The number of the newest publication of a site's folder; undefined where it holds no whole one. */
export function numberOfSite(folder: string): number | undefined {
  const parsed = parseSnapshot(readOrNothing(join(folder, SNAPSHOT_PATH)) ?? '');
  return parsed.ok ? parsed.value.number : undefined;
}

/** @returns undefined when a file went away meanwhile: the site was replaced */
async function copyAll(from: string, to: string): Promise<CopiedSite['files'] | undefined> {
  const files: CopiedSite['files'] = [];
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = relative(from, join(entry.parentPath, entry.name)).split(sep).join('/');
    const sha256 = await copyWhole(join(from, path), join(to, path));
    if (sha256 === undefined) return undefined;
    files.push({ path, sha256 });
  }
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
