import fc from 'fast-check';
import { expect, test } from 'vitest';
import { qrPath } from './qr-path.ts';

/** Paints the rectangles of a path back into modules, and counts how often each was painted. */
function paint(path: string, size: number): number[][] {
  const painted = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let column = Number(x); column < Number(x) + Number(width); column += 1) {
      const row = painted[Number(y)];
      if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
    }
  }
  return painted;
}

test('every dark module is painted once and no light one', () => {
  let darkSeen = 0;
  const square = fc.integer({ min: 1, max: 12 }).chain((size) =>
    fc.array(fc.array(fc.boolean(), { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    }),
  );
  fc.assert(
    fc.property(square, (modules) => {
      const wanted = modules.map((row) => row.map((isDark) => (isDark ? 1 : 0)));
      darkSeen += wanted.flat().filter((dark) => dark === 1).length;
      expect(paint(qrPath(modules), modules.length)).toEqual(wanted);
    }),
    { numRuns: 300, seed: 1607 },
  );
  expect(darkSeen).toBeGreaterThan(1000);
});
