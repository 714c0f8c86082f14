import { readFile } from 'node:fs/promises';
import { pictureMetadata } from '@bilik/publication';
import type { CenterParts } from '../center-parts.ts';

/** What was found of a picture holds for ever: it is named by its content. */
const judged = new Map<string, boolean>();

/** Whether a kept picture says nothing but what is to be seen on it: no place, time, camera or name. @param sha256 hex */
export async function isCleanPicture(
  { files }: Pick<CenterParts, 'files'>,
  sha256: string,
): Promise<boolean> {
  const known = judged.get(sha256);
  if (known !== undefined) return known;
  const isClean = pictureMetadata(await readFile(files.path(sha256))).length === 0;
  judged.set(sha256, isClean);
  return isClean;
}
