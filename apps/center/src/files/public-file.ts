import { readFile } from 'node:fs/promises';
import { findLeaks } from '@bilik/publication';
import type { CenterParts } from '../center-parts.ts';

/** What was found of a file holds for ever: it is named by its content. */
const judged = new Map<string, boolean>();

/**
 * Whether a kept file of a sealed result holds no byte that the portal would refuse. The portal refuses a whole snapshot for one such file: the
 * same rules are asked here first, of each file by itself. One that is not there cannot be public either.
 * @param sha256 hex @param ending under which it would be published
 */
export async function isPublicFile(
  { files }: Pick<CenterParts, 'files'>,
  sha256: string,
  ending: 'bel' | 'json' | 'jpg',
): Promise<boolean> {
  const name = `${sha256}.${ending}`;
  const known = judged.get(name);
  if (known !== undefined) return known;
  const bytes = await readKept(files.path(sha256));
  // it may come back from a copy
  if (bytes === undefined) return false;
  const isPublic = findLeaks(name, bytes).length === 0;
  judged.set(name, isPublic);
  return isPublic;
}

/** Undefined where the file is gone from the disk. */
export async function readKept(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
