import { describe, expect, test } from 'vitest';
import * as catalogues from './catalogue/index.ts';
import { catalogue, LANGUAGES, phrase, phrasesOf } from './index.ts';
import { parameterNamesOf } from './template.ts';

const areas = Object.entries(catalogues).flatMap(([name, value]) =>
  typeof value === 'object' && 'id' in value && 'en' in value ? [{ name, texts: value }] : [],
);

describe('every catalogue', () => {
  test.each(areas)('$name is whole in both languages, with the same parameters', ({ name, texts }) => {
    const keys = Object.keys(texts.id);
    expect(new Set(Object.keys(texts.en))).toEqual(new Set(keys));
    const english: Record<string, string> = texts.en;
    for (const [key, indonesian] of Object.entries<string>(texts.id)) {
      const translated = english[key] ?? '';
      expect(key.startsWith(`${name}.`), `${key} begins with ${name}.`).toBe(true);
      expect(indonesian.trim(), key).toBe(indonesian);
      expect(translated.trim(), key).toBe(translated);
      expect(indonesian.length, key).toBeGreaterThan(0);
      expect(translated.length, key).toBeGreaterThan(0);
      expect(new Set(parameterNamesOf(translated)), key).toEqual(new Set(parameterNamesOf(indonesian)));
      // A brace that is no parameter would reach the screen.
      for (const text of [indonesian, translated]) {
        expect(text.replace(/\{[a-zA-Z]+(\|[^|{}]*\|[^|{}]*)?\}/g, ''), key).not.toMatch(/[{}|]/);
      }
    }
  });

  test('there are catalogues, and no key stands in two of them', () => {
    const keys = areas.flatMap(({ texts }) => Object.keys(texts.id));
    expect(areas.length).toBeGreaterThanOrEqual(10);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('each phase has a word and a sentence', () => {
    for (const name of catalogues.PHASES) {
      for (const language of LANGUAGES) {
        expect(phrase(language, `phase.${name}`)).not.toBe('');
        expect(phrase(language, `phase.${name}.explained`)).toMatch(/\.$/);
      }
    }
  });
});

describe('saying a phrase', () => {
  const sample = catalogue({
    id: { 'sample.plain': 'Selamat pagi', 'sample.count': '{name}: {count} suara' },
    en: { 'sample.plain': 'Good morning', 'sample.count': '{name}: {count} {count|vote|votes}' },
  });
  const say = phrasesOf(sample);

  test('numbers are written as the language writes them, and English has its plural', () => {
    expect(say('id', 'sample.count', { name: 'Melati', count: 1234 })).toBe('Melati: 1.234 suara');
    expect(say('en', 'sample.count', { name: 'Melati', count: 1234 })).toBe('Melati: 1,234 votes');
    expect(say('en', 'sample.count', { name: 'Melati', count: 1 })).toBe('Melati: 1 vote');
  });

  test('a value that looks like a parameter stays as it is', () => {
    expect(say('id', 'sample.count', { name: '{count}', count: 2 })).toBe('{count}: 2 suara');
    expect(say('id', 'sample.count', { name: '$1 $&', count: 2 })).toBe('$1 $&: 2 suara');
  });

  test('the types refuse a missing key, a missing value, a wrong value and an unequal translation', () => {
    // @ts-expect-error there is no such key
    expect(() => say('id', 'sample.absent')).toThrow('sample.absent');
    // @ts-expect-error the values are missing
    expect(() => say('id', 'sample.count')).toThrow('{name}');
    // @ts-expect-error one value is missing
    expect(() => say('id', 'sample.count', { name: 'Melati' })).toThrow('{count}');
    // @ts-expect-error a phrase without parameters takes none
    expect(say('id', 'sample.plain', { name: 'x' })).toBe('Selamat pagi');

    // @ts-expect-error the English side lacks a key
    catalogue({ id: { 'a.b': 'x', 'a.c': 'y' }, en: { 'a.b': 'x' } });
    // @ts-expect-error the English side has a key too many
    catalogue({ id: { 'a.b': 'x' }, en: { 'a.b': 'x', 'a.c': 'y' } });
    // @ts-expect-error the parameters differ
    catalogue({ id: { 'a.b': 'x {name}' }, en: { 'a.b': 'x {count}' } });
  });
});
