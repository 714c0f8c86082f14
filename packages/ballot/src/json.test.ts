import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasFields, isTextArray, type JsonValue, parseCompactJson, writeCompactJson } from './json.ts';

const LIMIT = 10_000;

describe('compact JSON', () => {
  test('one value has one text: what is written is read back, and nothing else reads as it', () => {
    const changedTexts: string[] = [];
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(), (value, place) => {
        const text = writeCompactJson(value as JsonValue);
        const read = parseCompactJson(text, LIMIT);
        // Keys that look like integers, and −0, have no canonical order or form: they are refused.
        if (!read.ok) return;
        expect(writeCompactJson(read.value)).toBe(text);
        const spaced = `${text.slice(0, place % (text.length + 1))} ${text.slice(place % (text.length + 1))}`;
        const changed = parseCompactJson(spaced, LIMIT);
        if (changed.ok) expect(changed.value).not.toEqual(read.value);
        else changedTexts.push(spaced);
      }),
      { numRuns: 300, seed: 21 },
    );
    expect(changedTexts.length).toBeGreaterThan(100);
  });

  test.each([
    '',
    ' ',
    '{',
    'undefined',
    ' {}',
    '{} ',
    '{}\n',
    '{"a": 1}',
    '[1,]',
    '[1.0]',
    '[1e0]',
    '[-0]',
    '[01]',
    '{"a":1,"a":1}',
    '{"a":1,"a":2}',
    '{"b":1,"1":2}',
    '"\\u0061"',
    '"\\/"',
    '"\\u00E9"',
    '"\u007f"',
    '"\\ud800"',
    '"a\\\\\\ud800"',
    '"\ud800"',
    '\ufeff{}',
    '[NaN]',
    "{'a':1}",
    '[1]//',
  ])('%j is refused', (text) => {
    expect(parseCompactJson(text, LIMIT)).toEqual({ ok: false, error: { type: 'not-canonical' } });
  });

  test('accents, quotes, controls, U+007F and whole pairs have their one form', () => {
    const text = '{"nama":"Désa \\"Melati\\"\\n\\u0001\\u007f😀\u2028/","path":"\\\\ud800"}';
    const read = parseCompactJson(text, LIMIT);
    expect(read).toEqual({
      ok: true,
      value: { nama: 'Désa "Melati"\n\u0001\u007f😀\u2028/', path: '\\ud800' },
    });
  });

  test('a longer text than the limit is not even read', () => {
    expect(parseCompactJson('[1,2]', 5).ok).toBe(true);
    expect(parseCompactJson('[1,2]', 4)).toEqual({ ok: false, error: { type: 'too-long', limit: 4 } });
  });

  test('nesting as deep as the limit allows is refused or read, never a crash', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    expect(() => parseCompactJson(deep, deep.length)).not.toThrow();
  });

  test('names of Object’s prototype are ordinary fields', () => {
    const read = parseCompactJson('{"__proto__":1,"constructor":2}', LIMIT);
    expect(read.ok && hasFields(read.value, ['__proto__', 'constructor'])).toBe(true);
    expect(hasFields({}, ['constructor'])).toBe(false);
  });
});

describe('shapes', () => {
  test('fields: all, no more, in order', () => {
    expect(hasFields({ a: 1, b: 2 }, ['a', 'b'])).toBe(true);
    expect(hasFields({ b: 2, a: 1 }, ['a', 'b'])).toBe(false);
    expect(hasFields({ a: 1 }, ['a', 'b'])).toBe(false);
    expect(hasFields({ a: 1, b: 2, c: 3 }, ['a', 'b'])).toBe(false);
    for (const value of [null, undefined, [], 'ab', 1]) expect(hasFields(value, [])).toBe(false);
  });

  test('arrays of texts', () => {
    expect(isTextArray(['a', 'b'], 2)).toBe(true);
    expect(isTextArray(['a'], 2)).toBe(false);
    expect(isTextArray(['a', 1])).toBe(false);
    expect(isTextArray({ length: 0 })).toBe(false);
  });
});
