import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseTracker } from './tracker.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const sha256 = (text: string) => createHash('sha256').update(text);
const numberOf = (text: string) => sha256(text).digest('base64').slice(0, 43);

test('every number of a slip is read, however its groups are parted, as the hash of its ballot', () => {
  for (let index = 0; index < 500; index += 1) {
    const number = numberOf(String(index));
    const value = { number, ballotHash: sha256(String(index)).digest('hex') };
    const groups = number.match(/.{1,4}/g) ?? [];
    for (const text of [number, groups.join(' '), ` ${groups.join('-')}\n`, groups.join(' · ')]) {
      expect(parseTracker(text)).toEqual({ ok: true, value });
    }
  }
});

test('of the 64 last characters 16 can be right; another one is said to be the one that is wrong', () => {
  const number = numberOf('one');
  const outcomes = [...ALPHABET].map((character) => {
    const parsed = parseTracker(`${number.slice(0, 42)}${character}`);
    if (parsed.ok) return 'read';
    expect(parsed.error).toEqual({ type: 'impossible-last-character', character });
    return 'refused';
  });
  expect(outcomes.filter((outcome) => outcome === 'read')).toHaveLength(16);
  // letter O for the digit 0, small l for I: these slips of the eye are seen at the end
  for (const [wrong, right] of ['O0', 'lI', '1I']) {
    expect(parseTracker(number.slice(0, 42) + wrong).ok).toBe(false);
    expect(parseTracker(number.slice(0, 42) + right).ok).toBe(true);
  }
});

test.each([
  ['', { type: 'wrong-length', length: 0 }],
  ['abc', { type: 'wrong-length', length: 3 }],
  ['A'.repeat(42), { type: 'wrong-length', length: 42 }],
  ['A'.repeat(44), { type: 'wrong-length', length: 44 }],
  [`${'A'.repeat(42)}é`, { type: 'foreign-character', character: 'é' }],
  [`${'A'.repeat(42)}😀`, { type: 'foreign-character', character: '😀' }],
])('%j is none', (text, error) => {
  expect(parseTracker(text)).toEqual({ ok: false, error });
});
