import { findLeaks } from '@bilik/publication';
import type { CenterParts } from '../center-parts.ts';
import { isPublicFile } from './public-file.ts';

/**
 * Whether a kept picture says nothing but what is to be seen on it: no place, time, camera or name, and no byte that the portal would refuse.
 * @param sha256 hex
 */
export function isCleanPicture(parts: Pick<CenterParts, 'files'>, sha256: string): Promise<boolean> {
  // which of the three kinds it is, its own first bytes say
  return isPublicFile(parts, sha256, 'jpg');
}

/** The same of bytes that are not kept yet. */
export function isCleanPictureBytes(bytes: Uint8Array): boolean {
  return findLeaks('picture.jpg', bytes).length === 0;
}
