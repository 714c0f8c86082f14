import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LARGEST_NUMBER_IN_WORDS, terbilang } from './number-words.ts';

const SMALL: Record<string, number> = {
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
};

/** Reads the words back, in a way of its own: a word adds, or multiplies what was said since the last thousand. */
function readBack(words: string): number {
  if (words === 'nol') return 0;
  let total = 0;
  let group = 0;
  let digit = 0;
  for (const word of words.split(' ')) {
    if (word in SMALL) digit = SMALL[word] ?? 0;
    else if (word === 'sepuluh' || word === 'sebelas') group += word === 'sepuluh' ? 10 : 11;
    else if (word === 'seratus') group += 100;
    else if (word === 'seribu') total += 1000;
    else if (word === 'belas') {
      group += 10 + digit;
      digit = 0;
    } else if (word === 'puluh' || word === 'ratus') {
      group += digit * (word === 'puluh' ? 10 : 100);
      digit = 0;
    } else if (word === 'ribu' || word === 'juta') {
      total += (group + digit) * (word === 'ribu' ? 1000 : 1_000_000);
      group = 0;
      digit = 0;
    } else throw new Error(`"${word}" is not a number word`);
  }
  return total + group + digit;
}

describe('terbilang', () => {
  test.each([
    [0, 'nol'],
    [1, 'satu'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [20, 'dua puluh'],
    [21, 'dua puluh satu'],
    [100, 'seratus'],
    [101, 'seratus satu'],
    [111, 'seratus sebelas'],
    [200, 'dua ratus'],
    [1000, 'seribu'],
    [1001, 'seribu satu'],
    [1400, 'seribu empat ratus'],
    [2026, 'dua ribu dua puluh enam'],
    [11_000, 'sebelas ribu'],
    [100_000, 'seratus ribu'],
    [101_000, 'seratus satu ribu'],
    [450_000, 'empat ratus lima puluh ribu'],
    [1_000_000, 'satu juta'],
    [1_001_000, 'satu juta seribu'],
    [
      999_999_999,
      'sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan',
    ],
  ])('%d is "%s"', (count, words) => {
    expect(terbilang(count)).toBe(words);
  });

  test('every number of votes a village can have reads back as itself, each in words of its own', () => {
    const said = new Set<string>();
    for (let count = 0; count <= 20_000; count += 1) {
      const words = terbilang(count);
      if (readBack(words) !== count) expect.fail(`${count} was said as "${words}"`);
      said.add(words);
    }
    expect(said.size).toBe(20_001);
  });

  test('any number in range reads back as itself', () => {
    const anyCount = fc.oneof(
      fc.integer({ min: 0, max: LARGEST_NUMBER_IN_WORDS }),
      fc.integer({ min: 0, max: 999_999 }),
    );
    let withMillions = 0;
    let withThousands = 0;
    fc.assert(
      fc.property(anyCount, (count) => {
        const words = terbilang(count);
        if (count >= 1_000_000) withMillions += 1;
        else if (count >= 1000) withThousands += 1;
        expect(readBack(words)).toBe(count);
        expect(words).toMatch(/^[a-z]+( [a-z]+)*$/);
        expect(words).not.toMatch(/satu (belas|puluh|ratus)/);
      }),
      { numRuns: 5000, seed: 1607 },
    );
    expect(withMillions).toBeGreaterThan(1000);
    expect(withThousands).toBeGreaterThan(1000);
  });

  test.each([-1, 0.5, 1_000_000_000, Number.NaN, Number.POSITIVE_INFINITY])('%d is refused', (count) => {
    expect(() => terbilang(count)).toThrow(RangeError);
  });
});
