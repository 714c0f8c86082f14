import { expect, test } from 'vitest';
import { fingerprintWords, hexGroups } from './fingerprint.ts';
import { FINGERPRINT_WORDS } from './fingerprint-words.ts';

/** Letters to insert, remove or change until one word is the other. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...left].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...right].entries()) {
      next.push(
        Math.min(
          (next[column] ?? 0) + 1,
          (row[column + 1] ?? 0) + 1,
          (row[column] ?? 0) + (letter === other ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

test('the detector counts letters', () => {
  expect([distance('pintu', 'pintu'), distance('batu', 'baju'), distance('kursi', 'kunci')]).toEqual([
    0, 1, 2,
  ]);
});

test('256 words of 3 to 8 letters, in order, any two of them at least three letters apart', () => {
  expect(FINGERPRINT_WORDS).toHaveLength(256);
  for (const word of FINGERPRINT_WORDS) expect(word).toMatch(/^[a-z]{3,8}$/);
  expect([...FINGERPRINT_WORDS].sort()).toEqual(FINGERPRINT_WORDS);
  const near = FINGERPRINT_WORDS.flatMap((left, index) =>
    FINGERPRINT_WORDS.slice(index + 1).filter((right) => distance(left, right) < 3),
  );
  expect(near).toEqual([]);
});

test('a fingerprint has eight words, one a byte, and sixteen groups of hex', () => {
  const fingerprint = `0001ff${'80'.repeat(29)}`;
  expect(fingerprintWords(fingerprint)).toEqual([
    FINGERPRINT_WORDS[0],
    FINGERPRINT_WORDS[1],
    FINGERPRINT_WORDS[255],
    ...Array.from({ length: 5 }, () => FINGERPRINT_WORDS[128]),
  ]);
  expect(hexGroups(fingerprint)).toHaveLength(16);
  expect(hexGroups(fingerprint).join('')).toBe(fingerprint);
});

test('the list is fixed for ever: papers with its words are posted', () => {
  expect([FINGERPRINT_WORDS[0], FINGERPRINT_WORDS[100], FINGERPRINT_WORDS[255]]).toMatchInlineSnapshot(`
    [
      "almari",
      "kanvas",
      "zirafah",
    ]
  `);
});
