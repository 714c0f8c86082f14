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

  test.each([
    ['booth', catalogues.booth],
    ['guide', catalogues.guide],
  ] as const)(
    '$0: what a voter reads in the booth exists in the local language too, with the same parameters',
    (_name, texts) => {
      const local: Record<string, string | undefined> = texts.plm ?? {};
      expect(new Set(Object.keys(local))).toEqual(new Set(Object.keys(texts.id)));
      let translated = 0;
      for (const [key, indonesian] of Object.entries<string>(texts.id)) {
        const text = local[key] ?? '';
        expect(text.trim(), key).toBe(text);
        expect(text.length, key).toBeGreaterThan(0);
        expect(new Set(parameterNamesOf(text)), key).toEqual(new Set(parameterNamesOf(indonesian)));
        if (text !== indonesian) translated += 1;
      }
      // a few words are the same in both; a copied catalogue is not
      expect(translated).toBeGreaterThan(Object.keys(local).length * 0.85);
    },
  );

  test('the words that stand on paper are the same in the local language', () => {
    const local: Record<string, string | undefined> = { ...catalogues.booth.plm };
    for (const [key, indonesian] of Object.entries<string>(catalogues.booth.id)) {
      for (const word of ['SAH', 'BATAL', 'LATIHAN', 'truk pelacak']) {
        expect(local[key]?.includes(word), `${key}: ${word}`).toBe(indonesian.includes(word));
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

  test('what the local language lacks is said in Indonesian, and its numbers are written as there', () => {
    const own = phrasesOf(
      catalogue({
        id: { 'own.both': '{count} suara', 'own.rest': '{count} kartu' },
        en: { 'own.both': '{count} votes', 'own.rest': '{count} cards' },
        plm: { 'own.both': '{count} suaro' },
      }),
    );
    expect(own('plm', 'own.both', { count: 1234 })).toBe('1.234 suaro');
    expect(own('plm', 'own.rest', { count: 1234 })).toBe('1.234 kartu');
    expect(phrase('plm', 'verify.verdict.right')).toBe(phrase('id', 'verify.verdict.right'));
  });

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
    // @ts-expect-error the local side names a key that the Indonesian one has not
    catalogue({ id: { 'a.b': 'x' }, en: { 'a.b': 'x' }, plm: { 'a.c': 'y' } });
    // @ts-expect-error the parameters of the local side differ
    catalogue({ id: { 'a.b': 'x {name}' }, en: { 'a.b': 'x {name}' }, plm: { 'a.b': 'x' } });
    // @ts-expect-error the parameters differ
    catalogue({ id: { 'a.b': 'x {name}' }, en: { 'a.b': 'x {count}' } });
  });
});
