import { describe, expect, test } from 'vitest';
import { expectArchivable, pictureOf } from '../../test/paper-looks.ts';
import { readCodes } from '../../test/read-code.ts';
import { PdfReading } from '../reading/pdf-reading.ts';
import { renderTokenCards } from './token-cards.ts';

describe('token cards', () => {
  const place = {
    kind: 'real' as const,
    electionTitle: 'Pemilihan Kepala Desa Serentak Kabupaten Banyuasin Tahun 2026',
    villageName: 'Sukamaju',
    pollingPlaceName: 'TPS 01 Melati',
  };
  const codes = (count: number): { code: string }[] =>
    Array.from({ length: count }, (_, index) => ({
      code: String(index * 7_919 + 13).padStart(24, '907152846'),
    }));

  test('eight on a sheet, in the order given, each with its code in digits and as a code that another reader reads', async () => {
    const cards = codes(11);
    const pdf = new PdfReading(renderTokenCards({ ...place, cards }));
    expectArchivable(pdf);
    expect(pdf.pageCount).toBe(2);
    const text = pdf.pages.join('');
    let from = 0;
    for (const { code } of cards) {
      expect(text.indexOf(code, from)).toBeGreaterThanOrEqual(from);
      from = text.indexOf(code, from);
    }
    expect(await Promise.all(pdf.drawings.map(async (drawing) => readCodes(pictureOf(drawing))))).toEqual(
      cards.map(({ code }) => [code]),
    );
    // 21 modules: numeric mode, the smallest code there is.
    for (const drawing of pdf.drawings) expect(Math.max(...drawing.map(({ right }) => right))).toBe(4 + 21);
  });

  test('cards differ in nothing but the code, and nothing is numbered', () => {
    const cards = codes(9);
    const pages = new PdfReading(renderTokenCards({ ...place, cards })).pages;
    const faces = pages.flatMap((page) => {
      const withoutCodes = cards.reduce((text, { code }) => text.replace(code, '|'), page);
      return withoutCodes.split(/(?=KARTUSUARA)/).filter((face) => face.includes('KARTU'));
    });
    expect(faces).toHaveLength(9);
    expect(new Set(faces).size).toBe(1);
    expect(
      faces[0]
        ?.replace('TPS01', '')
        .replace('Tahun2026', '')
        .replace(/[123]\./g, ''),
    ).not.toMatch(/\d/);
  });

  test('same cards, same bytes; another order, another paper; LATIHAN on both panels of an exercise', () => {
    const cards = codes(3);
    expect(renderTokenCards({ ...place, cards })).toEqual(renderTokenCards({ ...place, cards }));
    expect(renderTokenCards({ ...place, cards: [...cards].reverse() })).not.toEqual(
      renderTokenCards({ ...place, cards }),
    );
    const exercise = new PdfReading(renderTokenCards({ ...place, kind: 'exercise', cards })).pages.join('');
    expect(exercise.split('LATIHAN')).toHaveLength(1 + 2 * 3);
  });

  test('wrong codes are refused without being repeated', () => {
    for (const code of ['', '1'.repeat(23), '1'.repeat(25), `${'1'.repeat(23)}x`]) {
      const attempt = () => renderTokenCards({ ...place, cards: [{ code }] });
      expect(attempt).toThrow(RangeError);
      expect(attempt).not.toThrow(/1{23}/);
    }
    const [card] = codes(1);
    expect(() => renderTokenCards({ ...place, cards: card === undefined ? [] : [card, card] })).toThrow(
      'the same code',
    );
  });
});
