import { readFile } from 'node:fs/promises';
import { findLeaks } from '@bilik/publication';
import type { CenterParts } from '../center-parts.ts';

/** What was found of a picture holds for ever: it is named by its content. */
const judged = new Map<string, boolean>();

/**
 * Whether a kept picture says nothing but what is to be seen on it: no place, time, camera or name, and no byte that the portal would refuse.
 * The portal refuses a whole snapshot for one such file: the same rules are asked here first, of each picture by itself.
 * @param sha256 hex
 */
export async function isCleanPicture(
  { files }: Pick<CenterParts, 'files'>,
  sha256: string,
): Promise<boolean> {
  const known = judged.get(sha256);
  if (known !== undefined) return known;
  const isClean = isCleanPictureBytes(await readFile(files.path(sha256)));
  judged.set(sha256, isClean);
  return isClean;
}

/** The same of bytes that are not kept yet. */
export function isCleanPictureBytes(bytes: Uint8Array): boolean {
  // which of the three kinds it is, its own first bytes say
  return findLeaks('picture.jpg', bytes).length === 0;
}
