import { decode, encode } from 'fast-png';

/**
 * A 1-bit picture as a thermal printer takes it: rows from the top, `ceil(width / 8)` bytes a row, the leftmost dot in
 * the highest bit, 1 = ink. Dots beyond `width` in a row's last byte are 0.
 */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export function bytesPerRow(widthDots: number): number {
  return Math.ceil(widthDots / 8);
}

/** @throws RangeError when size and bytes of a bitmap disagree */
export function assertBitmap(bitmap: Bitmap): void {
  const { width, height, data } = bitmap;
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 0) {
    throw new RangeError(`bitmap of ${width} × ${height} dots`);
  }
  const expected = bytesPerRow(width) * height;
  if (data.length !== expected) {
    throw new RangeError(
      `bitmap of ${width} × ${height} dots has ${data.length} bytes instead of ${expected}`,
    );
  }
}

export function isInk(bitmap: Bitmap, x: number, y: number): boolean {
  const byte = bitmap.data[y * bytesPerRow(bitmap.width) + (x >> 3)] ?? 0;
  return x < bitmap.width && ((byte >> (7 - (x & 7))) & 1) === 1;
}

/**
 * Whether the rows of `part` stand somewhere on `whole`; both equally wide. Compared row by row: a search for bytes crawls on paper
 * that is mostly white.
 */
export function showsRows(whole: Bitmap, part: Bitmap): boolean {
  const { length } = part.data;
  const rowLength = bytesPerRow(whole.width);
  for (let from = 0; from + length <= whole.data.length; from += rowLength) {
    if (Buffer.compare(whole.data.subarray(from, from + length), part.data) === 0) return true;
  }
  return false;
}

/** A picture for screens and eyes: ink black on white, 1 bit a dot. An empty bitmap becomes one white row. */
export function bitmapToPng(bitmap: Bitmap): Uint8Array {
  assertBitmap(bitmap);
  const height = Math.max(1, bitmap.height);
  const paperIsOne = new Uint8Array(bytesPerRow(bitmap.width) * height).fill(0xff);
  bitmap.data.forEach((byte, index) => {
    paperIsOne[index] = ~byte;
  });
  return encode({ width: bitmap.width, height, depth: 1, channels: 1, data: paperIsOne });
}

/** Reads back what {@link bitmapToPng} wrote. @throws Error for any other kind of PNG */
export function pngToBitmap(png: Uint8Array): Bitmap {
  const { width, height, depth, channels, data } = decode(png);
  if (depth !== 1 || channels !== 1) throw new Error('not a 1-bit PNG');
  const ink = Uint8Array.from(data, (byte) => ~byte);
  const rowLength = bytesPerRow(width);
  const beyond = (1 << (rowLength * 8 - width)) - 1;
  for (let last = rowLength - 1; last < ink.length; last += rowLength) {
    ink[last] = (ink[last] ?? 0) & ~beyond;
  }
  return { width, height, data: ink };
}
