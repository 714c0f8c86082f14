import { expect, test } from 'vitest';
import { expectArchivable, squeezed } from '../../test/paper-looks.ts';
import { PdfReading } from '../reading/pdf-reading.ts';
import { renderSittingPoster, type SittingPoster } from './sitting-poster.ts';

const HEX = 'd46d'.repeat(16);
const POSTER: SittingPoster = {
  kind: 'exercise',
  title: { id: 'Pilkades serentak', en: 'Village-head elections' },
  areaName: 'Banyuasin',
  ceremony: 'Latihan Banyuasin 2026',
  day: '2026-12-01',
  words: Array.from({ length: 8 }, (_, index) => ['semangka', 'ikan'][index % 2] ?? ''),
  fingerprint: HEX,
  threshold: 3,
  members: Array.from({ length: 5 }, (_, index) => ({
    name: `Orang ${index + 1}`,
    interest: `pihak ${index + 1}`,
  })),
  places: Array.from({ length: 43 }, (_, index) => ({
    place: `16.07.01.2003-${String(index + 1).padStart(3, '0')}`,
    village: 'Merah Mata',
    trusteesHash: HEX,
  })),
};

test('the announcement of the keys says the words, the whole fingerprint, everybody’s name and every polling place, on each page LATIHAN', () => {
  const pdf = new PdfReading(renderSittingPoster(POSTER));
  expectArchivable(pdf);
  const text = pdf.pages.join('');
  expect(text).toContain(squeezed(HEX));
  expect(text.split('SEMANGKA')).toHaveLength(5);
  for (const { name } of POSTER.members) expect(text).toContain(squeezed(name));
  for (const { place } of POSTER.places) expect(text).toContain(place);
  for (const page of pdf.pages) expect(page).toContain('LATIHAN');
  const real = new PdfReading(renderSittingPoster({ ...POSTER, kind: 'real' }));
  // the sitting itself is called an exercise in small letters
  expect(real.pages.join('')).not.toContain('LATIHAN');
});
