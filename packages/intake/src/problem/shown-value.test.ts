import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownValue } from './shown-value.ts';

describe('what may be shown of a cell', () => {
  test.each([
    ['1607994204630002', '160799••••••••••'],
    ['16.07.99.420463.0002', '160799••••••••••'],
    ['NIK 1607994204630002 (KTP)', 'NIK 160799•••••••••• (KTP)'],
    ['17/08/1958', '17/08/1958'],
    ['17-08-1958', '17-08-1958'],
    ['1958-08-17', '1958-08-17'],
    ['1.60712E+15', '1.60712E+15'],
    ['\u001b[31mSRI\u202e', '\ufffd[31mSRI\ufffd'],
    ['', ''],
  ])('%j is shown as %j', (text, shown) => {
    expect(shownValue(text)).toBe(shown);
  });

  test('never more than 60 characters, a control character or ten digits in a row', () => {
    let masked = 0;
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.bigInt({ min: 10n ** 9n, max: 10n ** 20n }).map(String),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const shown = shownValue(pieces.join(''));
        expect([...shown].length).toBeLessThanOrEqual(60);
        expect(shown).not.toMatch(/[\p{Cc}\u202a-\u202e]|\d{10}/u);
        if (shown.includes('•')) masked += 1;
      }),
      { numRuns: 1000, seed: 7 },
    );
    expect(masked).toBeGreaterThan(300);
  });
});
