import { expect, test } from 'vitest';
import { expectArchivable, squeezed } from '../../test/paper-looks.ts';
import { PdfReading } from '../reading/pdf-reading.ts';
import { renderCardHandOver } from './card-hand-over.ts';

test('the minutes of a hand-over name every pack, its count and its seal, and the whole', () => {
  const packs = Array.from({ length: 14 }, (_, index) => ({
    number: index + 1,
    cards: 100,
    seal: `BA-${1000 + index}`,
  }));
  const pdf = new PdfReading(
    renderCardHandOver({
      kind: 'exercise',
      title: { id: 'Pilkades serentak', en: 'Village-head elections' },
      village: 'Merah Mata',
      placeName: 'TPS 01 Melati',
      day: '2026-12-01',
      version: 2,
      words: Array.from({ length: 8 }, () => 'semangka'),
      cards: 1400,
      packs,
      from: 'Orang Buatan Kantor',
      to: 'Orang Buatan Ketua',
    }),
  );
  expectArchivable(pdf);
  const text = pdf.pages.join('');
  for (const { seal } of packs) expect(text).toContain(seal);
  expect(text).toContain('1.400');
  expect(text).toContain(squeezed('Orang Buatan Ketua'));
  for (const page of pdf.pages) expect(page).toContain('LATIHAN');
});
