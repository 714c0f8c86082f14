import { expect, test } from 'vitest';
import { nameLikeness } from './name-likeness.ts';
import { wordsOfName } from './name-words.ts';

const likenessOf = (one: string, other: string) => nameLikeness(wordsOfName(one), wordsOfName(other));

test.each([
  ['Ahmad Fauzi', 'AHMAD  FAUZI', 'same'],
  ['H. Ahmad Fauzi, S.Pd.I', 'Ahmad Fauzi', 'titles'],
  ['Drs. H. M. Yusuf', 'Muhammad Yusuf', 'titles'],
  ['H.M.Yusuf', 'MUH. YUSUF', 'titles'],
  ['Mohd. Yusuf', 'Moch. Yusuf', 'titles'],
  ['Abd. Rahman', 'Abdul Rahman', 'titles'],
  ['ST. Aminah', 'Siti Aminah', 'titles'],
  ['Ahmad bin Yusuf', 'Ahmad Yusuf', 'titles'],
  ['Rohani (Almh)', 'Rohani', 'titles'],
  ['Soekarno', 'Sukarno', 'spelling'],
  ['Djunaidi', 'Junaidi', 'spelling'],
  ['Tjahjono', 'Cahjono', 'spelling'],
  ['Yoesoef', 'Yusuf', 'spelling'],
  ['Joseph', 'Josef', 'spelling'],
  ['Febri', 'Pebri', 'spelling'],
  ['Achmad Zainuddin', 'Ahmad Jainudin', 'spelling'],
  ['Sholihah', 'Soliha', 'spelling'],
  ["Ma'ruf", 'Maruf', 'titles'],
  ['Nur Hayati', 'Nurhayati', 'spaces'],
  ['Sari Dewi', 'Dewi Sari', 'order'],
  ['Hartono', 'Hartonp', 'one-letter'],
  ['Sutrisno', 'Sutirsno', 'one-letter'],
  ['Ahmad F', 'Ahmad Fauzi', 'shorter'],
  ['Siti', 'Siti Aminah', 'shorter'],
  ['A. Fauzi', 'Ahmad Fauzi', 'shorter'],
  ['Slamet', 'Suparman', null],
  ['Ani', 'Adi', null],
  ['A', 'Ahmad', null],
  ['Hasan Basri', 'Husin Basri', null],
  ['H.', 'H.', 'same'],
])('%s and %s: %s', (one, other, likeness) => {
  expect(likenessOf(one, other)).toBe(likeness);
  expect(likenessOf(other, one)).toBe(likeness);
});

test('nobody is left without a word, whatever the name is made of', () => {
  for (const name of ['H', 'S.H.', 'Bin', 'M.', 'ST', '-', '()', '王']) {
    const { words, sounds } = wordsOfName(name);
    expect(sounds).toHaveLength(words.length);
    expect(words.every((word) => word !== '')).toBe(true);
  }
  expect(wordsOfName('H. Bin').words).toEqual(['BIN']);
});
