/**
 * A 1-bit picture as a thermal printer takes it: rows from the top, `ceil(width / 8)` bytes a row, the leftmost dot in
 * the highest bit, 1 = ink. The same shape as in `@bilik/devices`, which this package may not import.
 */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A picture for screens and eyes. */
export declare function bitmapToPng(bitmap: Bitmap): Uint8Array;
