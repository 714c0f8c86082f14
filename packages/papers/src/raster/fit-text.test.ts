import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typeface, unprintableCharacters } from '../typeface.ts';
import { fitText, type TextBox } from './fit-text.ts';

const face = typeface(700);
const BOX: TextBox = { width: 552, height: 236, largest: 68, smallest: 20, leading: 1.12, mostLines: 11 };
const word = fc.string({
  unit: fc.constantFrom(...'abdegiknorstuWM'),
  minLength: 1,
  maxLength: 80,
  size: 'max',
});

describe('fitting text', () => {
  test('keeps every word in order, and every line inside the box', () => {
    let broken = 0;
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const text = words.join(' ');
        const { size, lines } = fitText(text, BOX, face);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
        expect(size).toBeGreaterThanOrEqual(BOX.smallest);
        for (const line of lines) expect(face.width(line, size)).toBeLessThanOrEqual(BOX.width);
        if (lines.join(' ') !== text) broken += 1;
      }),
      { numRuns: 300, seed: 1607 },
    );
    expect(broken).toBeGreaterThan(0);
  });

  test('200 of the widest letters in one word fit the name box', () => {
    const { size, lines } = fitText('W'.repeat(200), BOX, face);
    expect(lines.length * size * BOX.leading).toBeLessThanOrEqual(BOX.height + 2 * size);
    expect(lines.length).toBeLessThanOrEqual(BOX.mostLines);
  });

  test('a short name is as large as allowed, on one line', () => {
    expect(fitText('Sari', BOX, face)).toEqual({ size: 68, lines: ['Sari'] });
  });

  test('lines are balanced: no title is left alone on the last line', () => {
    expect(fitText('Siti Nurhaliza binti Ahmad, S.E.', BOX, face).lines).toEqual([
      'Siti Nurhaliza',
      'binti Ahmad, S.E.',
    ]);
  });
});

describe('the typeface', () => {
  test('widths are those of the font file (units of 1/1000)', () => {
    expect(face.width('', 1000)).toBe(0);
    expect(face.width('AB', 1000)).toBe(face.width('A', 1000) + face.width('B', 1000));
    expect(face.width('W', 50)).toBeCloseTo(face.width('W', 1000) / 20);
    expect(face.width('i', 1000)).toBeLessThan(face.width('W', 1000) / 2);
  });

  test('names what it cannot print, each once', () => {
    expect(unprintableCharacters('Siti "Élok" Nurhaliza’s – 1,5 ½ €')).toEqual([]);
    expect(unprintableCharacters('ꦱꦶꦠꦶ 漢漢 😀')).toEqual(['ꦱ', 'ꦶ', 'ꦠ', '漢', '😀']);
  });
});
