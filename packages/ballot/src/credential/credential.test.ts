import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { succeeded, testRandom } from '../../test/place.ts';
import {
  BELENIOS_2048,
  checkCredentialForm,
  deriveCredential,
  generateCredential,
  parsePublicCredentials,
  writePublicCredentials,
} from '../index.ts';
import { BASE58, isBase58, randomBase58 } from './base58.ts';

const group = BELENIOS_2048;
const { p, g } = group;

describe('the private credential', () => {
  const random = testRandom('credentials');

  test('generated ones have the form and pass their own check', () => {
    for (let count = 0; count < 300; count += 1) {
      const text = generateCredential(random);
      expect(text).toMatch(/^[1-9A-HJ-NP-Za-km-z]{3}(-[1-9A-HJ-NP-Za-km-z]{3}){4}$/);
      expect(checkCredentialForm(text)).toEqual({ ok: true, value: text });
      expect(checkCredentialForm(text.replaceAll('-', ''))).toEqual({ ok: true, value: text });
    }
  });

  test('the tool’s own pass', () => {
    for (const text of ['chX-KAm-7Kw-MyM-oMT', 'ucj-fuj-TBc-Td4-a8i', 'eJF-wit-qS2-No8-Xps']) {
      expect(checkCredentialForm(text)).toEqual({ ok: true, value: text });
    }
  });

  test('one mistyped character, and two neighbours swapped, are nearly always found', () => {
    let tried = 0;
    let missed = 0;
    for (let count = 0; count < 40; count += 1) {
      const digits = generateCredential(random).replaceAll('-', '');
      for (let place = 0; place < 14; place += 1) {
        const next = BASE58.charAt((BASE58.indexOf(digits.charAt(place)) + 1 + (count % 57)) % 58);
        const changed = digits.slice(0, place) + next + digits.slice(place + 1);
        const swapped =
          digits.slice(0, place) + digits.charAt(place + 1) + digits.charAt(place) + digits.slice(place + 2);
        for (const wrong of [changed, swapped]) {
          if (wrong === digits) continue;
          tried += 1;
          if (checkCredentialForm(wrong).ok) missed += 1;
        }
      }
    }
    expect(tried).toBeGreaterThan(1000);
    expect(missed / tried).toBeLessThan(0.08);
  });

  test.each([
    ['', 'wrong-length'],
    ['chX-KAm-7Kw-MyM-oM', 'wrong-length'],
    ['chXKAm7KwMyMoMTx', 'wrong-length'],
    ['chX-KAm-7Kw-MyMoMT-', 'wrong-character'],
    ['chXK-Am-7Kw-MyM-oMT', 'wrong-character'],
    ['chX KAm 7Kw MyM oMT', 'wrong-character'],
    ['0hXKAm7KwMyMoMT', 'wrong-character'],
    ['chXKAm7KwMyMoMl', 'wrong-character'],
    ['chX-KAm-7Kw-MyM-oMU', 'check-digit-wrong'],
  ])('%j is refused: %s', (text, type) => {
    expect(checkCredentialForm(text)).toEqual({ ok: false, error: { type } });
  });

  test('dashes are part of the password, and so is the uuid', () => {
    const keys = [
      deriveCredential(group, 'WYgacw2PPoFuSm', 'chX-KAm-7Kw-MyM-oMT'),
      deriveCredential(group, 'WYgacw2PPoFuSm', 'chXKAm7KwMyMoMT'),
      deriveCredential(group, 'WYgacw2PPoFuSn', 'chX-KAm-7Kw-MyM-oMT'),
    ].map(({ publicKey }) => publicKey);
    expect(new Set(keys).size).toBe(3);
  });

  test('any single line is a password; several lines are not', () => {
    expect(deriveCredential(group, 'WYgacw2PPoFuSm', 'kartu é 1').publicKey).toBeGreaterThan(1n);
    for (const text of ['', 'a\n', 'a\rb'])
      expect(() => deriveCredential(group, 'u', text)).toThrow(RangeError);
  });

  test('digits are uniform: bytes of 232 and more are drawn again', () => {
    const bytes = [255, 232, 231, 0, 57, 58];
    const given = [...bytes];
    const digits = randomBase58(4, (count) => Uint8Array.from(given.splice(0, count)));
    expect(digits).toBe('zz'.charAt(0) + BASE58.charAt(0) + BASE58.charAt(57) + BASE58.charAt(0));
    expect(isBase58('12Oz')).toBe(false);
    expect(BASE58).toHaveLength(58);
  });
});

describe('the public list', () => {
  const keys = Array.from({ length: 5 }, (_, index) => group.generator.power(BigInt(7 * index + 3)));
  const sorted = keys.toSorted((left, right) => (left < right ? -1 : 1));
  const list = (entries: readonly string[]) => JSON.stringify(entries);
  const faultOf = (text: string) => {
    const read = parsePublicCredentials(group, text);
    return read.ok ? undefined : read.error;
  };

  test('is written in numeric order and read back, each key with its position', () => {
    const text = writePublicCredentials(keys);
    const read = succeeded(parsePublicCredentials(group, text));
    expect([...read.byKey.values()].map(({ publicKey }) => publicKey)).toEqual(sorted);
    expect([...read.byKey.values()].map(({ position }) => position)).toEqual([0, 1, 2, 3, 4]);
    expect(read).toMatchObject({ text, size: 5, totalWeight: 5, weighted: false });
  });

  test('numeric order, not that of texts', () => {
    // A power of g that has fewer digits sorts first as a number, though not as a text.
    let short = g;
    while (String(short).length === String(p).length) short = group.multiply(short, g);
    const long = sorted.find(
      (key) => String(key).length > String(short).length && String(key) < String(short),
    );
    if (long === undefined) throw new Error('the test needs such a pair');
    expect(writePublicCredentials([long, short])).toBe(list([String(short), String(long)]));
  });

  test('an empty list has no credentials', () => {
    expect(succeeded(parsePublicCredentials(group, '[]'))).toMatchObject({ size: 0, totalWeight: 0 });
  });

  test('weights are read when all have one', () => {
    const read = succeeded(
      parsePublicCredentials(group, list(sorted.map((key, index) => `${key},${index}`))),
    );
    expect(read).toMatchObject({ weighted: true, totalWeight: 10 });
    expect(read.byKey.get(String(sorted[3]))?.weight).toBe(3);
  });

  const [first = 0n, second = 0n] = sorted;
  test.each([
    ['a trailing comma (the tool reads weight 0)', list([`${first},`]), 'malformed'],
    ['three fields', list([`${first},1,x`]), 'malformed'],
    ['a leading zero', list([`0${first}`]), 'malformed'],
    ['a weight with a leading zero', list([`${first},01`]), 'malformed'],
    ['a negative weight', list([`${first},-1`]), 'malformed'],
    ['weights on some', list([`${first},1`, `${second}`]), 'malformed'],
    ['weights on others', list([`${first}`, `${second},1`]), 'malformed'],
    ['a total weight of 2^30', list([`${first},1073741823`, `${second},1`]), 'weight-too-large'],
    ['zero', list(['0']), 'malformed'],
    ['p and more', list([String(p + g)]), 'malformed'],
    ['the identity', list(['1']), 'identity'],
    ['a stranger', list([String(p - g)]), 'not-a-member'],
    ['one key twice', list([`${first}`, `${first}`]), 'repeated'],
    ['another order', list([`${second}`, `${first}`]), 'out-of-order'],
    ['a number', '[1]', 'not-a-list'],
    ['an object', '{}', 'not-a-list'],
    ['white space', `[ "${first}"]`, 'not-canonical'],
    ['no JSON', '[', 'not-canonical'],
  ])('%s is refused', (_, text, type) => {
    expect(faultOf(text)?.type).toBe(type);
  });

  test('a stranger among many is named by its position, tested together or alone', () => {
    const many = Array.from({ length: 120 }, (_, index) => group.generator.power(BigInt(index + 5)));
    const withStranger = writePublicCredentials([...many, p - g]);
    const position = (JSON.parse(withStranger) as string[]).indexOf(String(p - g));
    const random = testRandom('list');
    const fault = { ok: false, error: { type: 'not-a-member', position } };
    expect(parsePublicCredentials(group, withStranger, { random })).toEqual(fault);
    expect(parsePublicCredentials(group, withStranger)).toEqual(fault);
    expect(parsePublicCredentials(group, writePublicCredentials(many), { random }).ok).toBe(true);
  });

  test('any change of one character of a list is refused or changes its keys', () => {
    const text = writePublicCredentials(keys.slice(0, 2));
    const before = [...succeeded(parsePublicCredentials(group, text)).byKey.keys()];
    let refused = 0;
    fc.assert(
      fc.property(
        fc.nat({ max: text.length - 1 }),
        fc.constantFrom(...'0123456789,"[] '),
        (place, character) => {
          const changed = text.slice(0, place) + character + text.slice(place + 1);
          const read = parsePublicCredentials(group, changed);
          if (changed === text) expect(read.ok).toBe(true);
          else if (read.ok) expect([...read.value.byKey.keys()]).not.toEqual(before);
          else refused += 1;
        },
      ),
      { numRuns: 150, seed: 58 },
    );
    expect(refused).toBeGreaterThan(100);
  });
});
