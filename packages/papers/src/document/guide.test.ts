import { describe, expect, test } from 'vitest';
import { expectArchivable } from '../../test/paper-looks.ts';
import { bitmapToPng } from '../raster/bitmap.ts';
import { PdfReading } from '../reading/pdf-reading.ts';
import { type Guide, renderGuide } from './guide.ts';

const PICTURE = bitmapToPng({ width: 16, height: 10, data: new Uint8Array(20).fill(0xa5) });

function guide(change: Partial<Guide> = {}): Guide {
  return {
    title: 'Panduan',
    pages: [
      '# Satu\n\nKata **kuat** dan *layar*.\n\n1. pertama\n2. kedua\n\n![Gambar](a.png)\n',
      '# Dua\n\n- butir `ketik`\n',
    ],
    picture: () => PICTURE,
    shape: 'page',
    edition: '2026-11-22',
    ...change,
  };
}

describe('a guide', () => {
  test('prints one page each, archivable, with every word and the picture’s caption', () => {
    const pdf = new PdfReading(renderGuide(guide()));
    expectArchivable(pdf);
    expect(pdf.pageCount).toBe(2);
    const [first = '', second = ''] = pdf.pages;
    for (const word of ['Satu', 'kuat', 'layar', 'pertama', 'kedua', 'Gambar']) expect(first).toContain(word);
    for (const word of ['Dua', 'butir', 'ketik']) expect(second).toContain(word);
  });

  test('folded: both sides of the fold on one page', () => {
    const pdf = new PdfReading(
      renderGuide(guide({ shape: 'folded', pages: ['# Satu\n\nkiri\n\n---\n\nkanan\n'] })),
    );
    expect(pdf.pageCount).toBe(1);
  });

  test('the same pages and edition give the same bytes', () => {
    expect(renderGuide(guide())).toEqual(renderGuide(guide()));
  });

  test.each([
    ['a table', '| a |\n|---|\n| b |\n'],
    ['a link', '[a](b)\n'],
    ['a page of code', '```\na\n```\n'],
    ['marks that do not end', 'a **b\n'],
  ])('refuses %s: it would not be printed as it was meant', (_, page) => {
    expect(() => renderGuide(guide({ pages: [page] }))).toThrow('has no');
  });

  test('refuses an edition that is no date, and a picture that is missing', () => {
    expect(() => renderGuide(guide({ edition: 'besok' }))).toThrow(RangeError);
    const missing = (): Uint8Array => {
      throw new Error('no such picture');
    };
    expect(() => renderGuide(guide({ picture: missing }))).toThrow('no such picture');
  });
});
