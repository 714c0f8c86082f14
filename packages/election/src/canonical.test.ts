import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Canonical, canonicalText, fingerprintText } from './canonical.ts';

const value: fc.Arbitrary<Canonical> = fc.letrec<{ value: Canonical }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie('value'), { maxKeys: 4 }),
  ),
})).value;

test('canonical text reads back to the value, and writing the keys in another order gives the same text', () => {
  let groups = 0;
  fc.assert(
    fc.property(value, (given) => {
      fc.pre(!Object.is(given, -0));
      const text = canonicalText(given);
      const read: Canonical = JSON.parse(text);
      expect(read).toEqual(given);
      expect(canonicalText(reversed(read))).toBe(text);
      if (text.startsWith('{')) groups += 1;
    }),
    { numRuns: 500, seed: 1607 },
  );
  expect(groups).toBeGreaterThan(50);
});

function reversed(given: Canonical): Canonical {
  if (typeof given !== 'object' || given === null) return given;
  if (Array.isArray(given)) return given.map((item: Canonical) => reversed(item));
  return Object.fromEntries(
    Object.entries(given)
      .reverse()
      .map(([key, item]) => [key, reversed(item ?? null)]),
  );
}

test('undefined members are left out; what has no canonical writing throws', () => {
  expect(canonicalText({ b: 1, a: undefined })).toBe('{"b":1}');
  for (const wrong of [1.5, Number.NaN, 2 ** 53, -0, '\ud800', { ä: 1 }])
    expect(() => canonicalText(wrong)).toThrow();
});

test('texts of two purposes or two bodies are never the same, wherever the border between them lies', () => {
  expect(fingerprintText('a', 'bc')).not.toBe(fingerprintText('ab', 'c'));
  expect(fingerprintText('a', '1:b')).not.toBe(fingerprintText('a\n1:b', ''));
  expect(fingerprintText('a', 'é')).toBe('bilik/v1/fingerprint\n1:a\n2:é\n');
});
