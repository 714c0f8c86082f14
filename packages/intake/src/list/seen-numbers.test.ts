import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactKey, SeenNumbers, textKey } from './seen-numbers.ts';

test('answers as a Map does, through many growths, for any numbers of 16 digits', () => {
  let again = 0;
  const digits = fc
    .bigInt({ min: 0n, max: 9_999_999_999_999_999n })
    .map((number) => String(number).padStart(16, '0'));
  const near = fc.nat({ max: 30 }).map((tail) => `96999999999999${String(tail).padStart(2, '0')}`);
  fc.assert(
    fc.property(fc.array(fc.oneof(digits, near), { minLength: 100, maxLength: 2000 }), (numbers) => {
      const seen = new SeenNumbers();
      const map = new Map<string, number>();
      for (const [row, number] of numbers.entries()) {
        const earlier = map.get(number) ?? null;
        expect(seen.keep(exactKey(number), row)).toBe(earlier);
        if (earlier === null) map.set(number, row);
        else again += 1;
      }
    }),
    { numRuns: 60, seed: 1607 },
  );
  expect(again).toBeGreaterThan(500);
});

test('200,000 texts have 200,000 keys, and values up to 2^32 are kept', () => {
  const seen = new SeenNumbers();
  for (let index = 0; index < 200_000; index += 1) {
    expect(seen.keep(textKey(`1607990101${index}SITI AMINAH`), 4_294_967_295 - index)).toBeNull();
  }
  expect(seen.keep(textKey('16079901010SITI AMINAH'), 1)).toBe(4_294_967_295);
});
