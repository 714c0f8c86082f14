import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digitsOf, slotsOf } from './code-digits.ts';

test('digits are kept in order, everything else is dropped, and no more than the code has', () => {
  expect(digitsOf('1234 5678-9', 24)).toBe('123456789');
  expect(digitsOf('\t12a34\r\n', 3)).toBe('123');
  const typed = fc.string({ unit: fc.constantFrom(...'0123456789 -aé٣'), maxLength: 60 });
  let cut = 0;
  fc.assert(
    fc.property(typed, fc.integer({ min: 1, max: 30 }), (text, length) => {
      const digits = digitsOf(text, length);
      const all = [...text].filter((character) => character >= '0' && character <= '9').join('');
      expect(all.startsWith(digits)).toBe(true);
      expect(digits.length).toBe(Math.min(length, all.length));
      if (all.length > length) cut += 1;
    }),
    { numRuns: 1000, seed: 1607 },
  );
  expect(cut).toBeGreaterThan(100);
});

test('the places of a code: what is typed, then empty ones, in groups', () => {
  expect(slotsOf('12345', 10, 4)).toEqual([
    ['1', '2', '3', '4'],
    ['5', null, null, null],
    [null, null],
  ]);
  expect(slotsOf('', 4, 4)).toEqual([[null, null, null, null]]);
});
