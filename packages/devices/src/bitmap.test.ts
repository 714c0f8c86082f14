import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bitmap, bitmapToPng, bytesPerRow, isInk, pngToBitmap, showsRows } from './bitmap.ts';

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

test('rows stand on paper wherever they were printed, and not with one dot changed', () => {
  fc.assert(
    fc.property(anyBitmap, fc.nat(), fc.nat(), (part, above, below) => {
      const rowLength = bytesPerRow(part.width);
      const before = new Uint8Array(rowLength * (above % 5)).fill(0xff);
      const data = Uint8Array.from([...before, ...part.data, ...new Uint8Array(rowLength * (below % 5))]);
      const paper = { width: part.width, height: data.length / rowLength, data };
      expect(showsRows(paper, part)).toBe(true);
      // one dot of the last row is another
      const other = Uint8Array.from(part.data);
      const last = other.length - 1;
      other[last] = (other[last] ?? 0) ^ 0x80;
      const found = showsRows({ ...paper, data: Uint8Array.from([...before, ...other]) }, part);
      expect(found).toBe(false);
    }),
    { numRuns: 200, seed: 1607 },
  );
});
