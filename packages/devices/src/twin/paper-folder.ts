import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bitmap, bitmapToPng } from '../bitmap.ts';

/**
 * A sink for `onPaper` that writes each piece as a PNG under a random name and with the time of 1970: a pile of paper
 * has neither numbers nor times. For the outside world of an exercise only. The sink returns the picture's path.
 */
export function paperFolder(
  folder: string,
  random: (byteCount: number) => Uint8Array,
): (piece: Bitmap) => string {
  mkdirSync(folder, { recursive: true });
  return (piece) => {
    const file = join(folder, `${Buffer.from(random(8)).toString('hex')}.png`);
    writeFileSync(file, bitmapToPng(piece), { flag: 'wx' });
    utimesSync(file, 0, 0);
    return file;
  };
}
