import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bitmap, bitmapToPng, bytesPerRow, isInk, pngToBitmap } from './bitmap.ts';

const anyBitmap: fc.Arbitrary<Bitmap> = fc
  .record({
    width: fc.integer({ min: 1, max: 70 }),
    height: fc.integer({ min: 1, max: 40 }),
    ink: fc.infiniteStream(fc.boolean()),
  })
  .map(({ width, height, ink }) => {
    const data = new Uint8Array(bytesPerRow(width) * height);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const index = y * bytesPerRow(width) + (x >> 3);
        if (ink.next().value === true) data[index] = (data[index] ?? 0) | (0x80 >> (x & 7));
      }
    }
    return { width, height, data };
  });

test('a picture written as PNG reads back dot for dot', () => {
  fc.assert(
    fc.property(anyBitmap, (bitmap) => {
      expect(pngToBitmap(bitmapToPng(bitmap))).toEqual(bitmap);
    }),
    { numRuns: 200, seed: 1607 },
  );
});

test('the leftmost dot is the highest bit', () => {
  const bitmap = { width: 9, height: 1, data: Uint8Array.of(0b1000_0000, 0b1000_0000) };
  const dots = Array.from({ length: 10 }, (_, x) => isInk(bitmap, x, 0));
  expect(dots).toEqual([true, false, false, false, false, false, false, false, true, false]);
});

test('an empty paper is still a picture; a bitmap of the wrong size is refused', () => {
  expect(pngToBitmap(bitmapToPng({ width: 8, height: 0, data: new Uint8Array() }))).toEqual({
    width: 8,
    height: 1,
    data: Uint8Array.of(0),
  });
  expect(() => bitmapToPng({ width: 8, height: 2, data: Uint8Array.of(0) })).toThrow('1 bytes instead of 2');
  expect(() => bitmapToPng({ width: 0, height: 2, data: new Uint8Array() })).toThrow(RangeError);
});
