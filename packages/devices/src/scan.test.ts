import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseScan } from './scan.ts';

const CODE = '123456789012345678901234';
const DECORATED: readonly [string, string][] = [
  ['as printed', '1234 5678 9012 3456 7890 1234'],
  ['as a scanner sends it', `${CODE}\r`],
  ['with line feed and tab', `\t${CODE}\r\n`],
  ['with STX and ETX', `\u0002${CODE}\u0003`],
  ['with the name of the symbology', `]Q1${CODE}\n`],
  ['typed with dashes', '1234-5678-9012-3456-7890-1234'],
  ['typed with dots and spaces', ' 1234.5678 9012.3456 7890.1234 '],
  ['with no-break spaces', CODE.replace(/(....)/g, '$1\u00a0')],
];

describe('a token card', () => {
  test.each(DECORATED)('%s', (_name, text) => {
    expect(parseScan(text)).toEqual({ ok: true, value: CODE });
  });

  test('a scanner set up with prefix and suffix', () => {
    const decoration = { prefix: '~99', suffix: '00#' };
    expect(parseScan(`~99${CODE}00#\r`, decoration)).toEqual({ ok: true, value: CODE });
    // By hand, without them, the same card reads the same.
    expect(parseScan(CODE, decoration)).toEqual({ ok: true, value: CODE });
  });

  test('nothing, too little, too much, something else', () => {
    expect(parseScan('')).toEqual({ ok: false, error: { type: 'empty' } });
    expect(parseScan(' \r\n')).toEqual({ ok: false, error: { type: 'empty' } });
    expect(parseScan(CODE.slice(1))).toEqual({ ok: false, error: { type: 'wrong-length', digits: 23 } });
    expect(parseScan(`${CODE}5`)).toEqual({ ok: false, error: { type: 'wrong-length', digits: 25 } });
    for (const text of ['https://contoh.id/undangan', `${CODE.slice(1)}O`, '٣'.repeat(24), '1'.repeat(300)]) {
      expect(parseScan(text)).toEqual({ ok: false, error: { type: 'not-a-card' } });
    }
  });

  test('no text gives anything but 24 digits that stand in it in this order', () => {
    let cards = 0;
    const text = fc.string({ unit: fc.constantFrom(...'0123456789 -.\r]Q1xé'), maxLength: 60, size: 'max' });
    const noisy = fc
      .array(fc.constantFrom('', ' ', '-', '\r'), { minLength: 24, maxLength: 24 })
      .map((noise) => noise.map((mark, index) => `${CODE[index] ?? ''}${mark}`).join(''));
    fc.assert(
      fc.property(fc.oneof(text, noisy), (scanned) => {
        const parsed = parseScan(scanned);
        if (!parsed.ok) return;
        cards += 1;
        expect(parsed.value).toMatch(/^[0-9]{24}$/);
        expect(scanned.replace(/[^0-9]/g, '')).toContain(parsed.value);
      }),
      { numRuns: 500, seed: 1607 },
    );
    expect(cards).toBeGreaterThan(100);
  });
});
