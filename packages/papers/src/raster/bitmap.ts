import { encode } from 'fast-png';

/**
 * A 1-bit picture as a thermal printer takes it: rows from the top, `ceil(width / 8)` bytes a row, the leftmost dot in
 * the highest bit, 1 = ink. The same shape as in `@bilik/devices`, which this package may not import.
 */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Luminance (0..255) below which a dot is ink. */
const INK_BELOW = 128;

/** @param pixels RGBA, opaque, `width × height` */
export function bitmapOfPixels(pixels: Uint8Array, width: number, height: number): Bitmap {
  const rowLength = Math.ceil(width / 8);
  const data = new Uint8Array(rowLength * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const red = pixels[(y * width + x) * 4] ?? 255;
      if (red < INK_BELOW) {
        const index = y * rowLength + (x >> 3);
        data[index] = (data[index] ?? 0) | (0x80 >> (x & 7));
      }
    }
  }
  return { width, height, data };
}

/** One below the other. @param bitmaps at least one, all of the same width */
export function stackBitmaps(bitmaps: readonly [Bitmap, ...Bitmap[]]): Bitmap {
  const { width } = bitmaps[0];
  if (bitmaps.some((bitmap) => bitmap.width !== width))
    throw new Error('bitmaps of one paper have one width');
  return {
    width,
    height: bitmaps.reduce((sum, { height }) => sum + height, 0),
    data: new Uint8Array(Buffer.concat(bitmaps.map(({ data }) => data))),
  };
}

/** A picture for screens and eyes: ink black on white, 1 bit a dot. Packed lightly: paper is mostly white, and a voter waits. */
export function bitmapToPng({ width, height, data }: Bitmap): Uint8Array {
  const paperIsOne = Uint8Array.from(data, (byte) => ~byte);
  return encode({ width, height, depth: 1, channels: 1, data: paperIsOne }, { zlib: { level: 1 } });
}
