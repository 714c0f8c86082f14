import { expect, test } from 'vitest';
import * as catalogues from './catalogue/index.ts';

/** One thing has one word on every screen; words of the machine stand on none that people of an office or a polling place read. */
const NEVER: readonly (readonly [word: RegExp, instead: string])[] = [
  [/flash ?disk|\busb\b/i, 'stik'],
  [/stasiun/i, 'mesin TPS'],
  [/manifest/i, 'daftar isi'],
  [/outbox/i, 'map'],
  [/checkpoint/i, 'titik periksa'],
];
/** The public file carries this name, and whoever looks for it has to find it. */
const NAMED_FILES = ['portal.data.checkpoint'];

const phrases = Object.values(catalogues).flatMap((value) =>
  typeof value === 'object' && 'id' in value && 'en' in value ? Object.entries<string>(value.id) : [],
);

test.each(NEVER)('no screen says %s', (word, instead) => {
  const wrong = phrases.filter(([key, text]) => !NAMED_FILES.includes(key) && word.test(text));
  expect(wrong, `“${instead}” is the word`).toEqual([]);
  expect(phrases.some(([, text]) => text.toLowerCase().includes(instead.toLowerCase()))).toBe(true);
});

test('before anything was published, nothing says that the public still sees what was there before', () => {
  for (const key of ['publish.writing', 'publish.failed', 'publish.waiting', 'publish.waiting.paused']) {
    const [, text = ''] = phrases.find(([name]) => name === key) ?? [];
    expect(text, key).toMatch(/publik/);
    expect(text, key).not.toMatch(/sebelum|terakhir/);
  }
});
