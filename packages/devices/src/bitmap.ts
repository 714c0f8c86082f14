/**
 * A 1-bit picture as a thermal printer takes it: rows from the top, `ceil(width / 8)` bytes a row, the leftmost dot in
 * the highest bit, 1 = ink. Dots beyond `width` in a row's last byte are 0.
 */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
