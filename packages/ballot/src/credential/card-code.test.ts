import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARD_CODE_DIGITS, formatCardCode, generateCardCode, parseCardCode } from './card-code.ts';

/** Repeatable bytes for tests. */
function bytesFrom(seed: number): (count: number) => Uint8Array {
  let counter = 0;
  return (count) => {
    counter += 1;
    const digest = createHash('shake256', { outputLength: count }).update(`${seed}/${counter}`).digest();
    return new Uint8Array(digest);
  };
}

describe('card code', () => {
  test('a generated code has 24 digits, passes its own check, and survives how people write it', () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const code = generateCardCode(bytesFrom(seed));
      expect(code).toMatch(/^[0-9]{24}$/);
      for (const written of [code, formatCardCode(code), `  ${code.match(/.{6}/g)?.join('-')} `]) {
        expect(parseCardCode(written)).toEqual({ ok: true, value: code });
      }
    }
  });

  test('digits are even: no digit strays more than five standard deviations over 2,000 codes', () => {
    const random = bytesFrom(1607);
    const seen = Array.from({ length: 10 }, () => 0);
    for (let index = 0; index < 2_000; index += 1) {
      for (const digit of generateCardCode(random).slice(0, -1))
        seen[Number(digit)] = (seen[Number(digit)] ?? 0) + 1;
    }
    const total = 2_000 * (CARD_CODE_DIGITS - 1);
    const deviation = Math.sqrt(total * 0.1 * 0.9);
    for (const count of seen) expect(Math.abs(count - total / 10)).toBeLessThan(5 * deviation);
  });

  test('every single wrong digit and every swap of unequal neighbours is called mistyped', () => {
    let changed = 0;
    let swapped = 0;
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(CARD_CODE_DIGITS - 1),
        fc.integer({ min: 1, max: 9 }),
        (seed, place, shift) => {
          const code = generateCardCode(bytesFrom(seed));
          const wrong = String((Number(code[place]) + shift) % 10);
          const damaged = code.slice(0, place) + wrong + code.slice(place + 1);
          expect(parseCardCode(damaged)).toEqual({ ok: false, error: { type: 'mistyped' } });
          changed += 1;
          if (place + 1 < code.length && code[place] !== code[place + 1]) {
            const swap = code.slice(0, place) + code[place + 1] + code[place] + code.slice(place + 2);
            expect(parseCardCode(swap)).toEqual({ ok: false, error: { type: 'mistyped' } });
            swapped += 1;
          }
        },
      ),
      { numRuns: 2_000, seed: 1607 },
    );
    expect([changed, swapped > 1_000]).toEqual([2_000, true]);
  });

  test.each([
    ['', { type: 'wrong-length', digits: 0 }],
    ['1234', { type: 'wrong-length', digits: 4 }],
    ['1234-5678-x', { type: 'not-digits' }],
    ['9'.repeat(10_000), { type: 'wrong-length', digits: 200 }],
  ])('names what is wrong with %j', (text, error) => {
    expect(parseCardCode(text)).toEqual({ ok: false, error });
  });
});
