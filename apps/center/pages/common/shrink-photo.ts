import { drawAnew, openPicture } from '@bilik/ui/picture';

/** Longest side at which handwriting on a sheet of A3 stays readable. */
const LONGEST_SIDE_PIXELS = 2048;
/** What a thin line carries, and what the public's door takes. */
const LIMIT_BYTES = 600 * 1024;
/** Tried one after the other until the photo is small enough: size first kept, then given up. */
const TRIES = [
  { scale: 1, quality: 0.8 },
  { scale: 1, quality: 0.65 },
  { scale: 0.8, quality: 0.65 },
  { scale: 0.6, quality: 0.6 },
  { scale: 0.4, quality: 0.5 },
] as const;

/**
 * A photo drawn anew in this browser: at most 2048 pixels on its longest side and 600 KB, JPEG, without what its file said about place,
 * time and camera. About 400 KB for a sheet.
 * @returns undefined where the file is no picture that this browser can read
 */
export async function shrinkPhoto(file: Blob): Promise<Blob | undefined> {
  const picture = await openPicture(file);
  if (picture === undefined) return undefined;
  const fit = Math.min(1, LONGEST_SIDE_PIXELS / Math.max(picture.width, picture.height));
  let drawn: Blob | undefined;
  for (const { scale, quality } of TRIES) {
    drawn = await drawAnew(picture, fit * scale, quality);
    if (drawn !== undefined && drawn.size <= LIMIT_BYTES) break;
  }
  picture.close();
  return drawn;
}
