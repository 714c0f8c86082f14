import { beforeAll, describe, expect, test } from 'vitest';
import { holdCeremony } from '../../test/ceremony.ts';
import { at, succeeded, testRandom } from '../../test/place.ts';
import {
  BELENIOS_2048,
  checkTrusteeKey,
  electionPublicKey,
  generateTrustee,
  parseTrustees,
  type TrusteesFault,
  writeTrustees,
} from '../index.ts';

const group = BELENIOS_2048;
const { p, g } = group;
const random = testRandom('trustees');

function faultOf(text: string): TrusteesFault | undefined {
  const read = parseTrustees(group, text);
  return read.ok ? undefined : read.error;
}

describe('single trustees', () => {
  const first = generateTrustee(group, random, 'Bu "Ani", ketua');
  const second = generateTrustee(group, random);

  test('keys fit their secrets, and the election’s key is their product', () => {
    expect(first.key.publicKey).toBe(group.generator.power(first.privateKey));
    expect(checkTrusteeKey(group, first.key)).toBe(true);
    const text = writeTrustees(group, [
      { kind: 'single', key: first.key },
      { kind: 'single', key: second.key },
    ]);
    const trustees = succeeded(parseTrustees(group, text));
    expect(trustees.owners.map(({ name }) => name)).toEqual(['Bu "Ani", ketua', undefined]);
    expect(electionPublicKey(group, trustees)).toBe(
      group.generator.power(first.privateKey + second.privateKey),
    );
  });

  test('a rogue key, made to cancel another’s, has no proof (attack I4)', () => {
    const target = group.generator.power(4n);
    const rogue = group.multiply(target, group.invert(first.key.publicKey));
    expect(checkTrusteeKey(group, { ...first.key, publicKey: rogue })).toBe(false);
    const items = [
      { kind: 'single', key: first.key },
      { kind: 'single', key: { ...second.key, publicKey: rogue } },
    ] as const;
    expect(faultOf(writeTrustees(group, items))).toEqual({ type: 'proof-invalid', path: '[1]' });
  });

  test('the identity is no key, though its proof holds', () => {
    const { publicKey: _, proof } = generateTrustee(group, (count) => new Uint8Array(count)).key;
    const identity = { publicKey: 1n, proof };
    expect(checkTrusteeKey(group, identity)).toBe(false);
    expect(faultOf(writeTrustees(group, [{ kind: 'single', key: identity }]))?.type).toBe('proof-invalid');
  });

  const text = writeTrustees(group, [{ kind: 'single', key: first.key }]);
  test.each<[string, (text: string) => string, TrusteesFault]>([
    ['no trustees', () => '[]', { type: 'malformed', path: '' }],
    ['an object', () => '{}', { type: 'malformed', path: '' }],
    ['another kind', () => text.replace('Single', 'single'), { type: 'malformed', path: '[0]' }],
    [
      '51 trustees',
      () => `[${new Array(51).fill(text.slice(1, -1)).join()}]`,
      { type: 'malformed', path: '' },
    ],
    ['an extra item', () => text.replace('"}]]', '"},1]]'), { type: 'malformed', path: '[0]' }],
    ['an extra field', () => text.replace('"name"', '"x":1,"name"'), { type: 'malformed', path: '[0]' }],
    [
      'a name that is no text',
      () => text.replace(/"name":".*"\}/, '"name":1}'),
      { type: 'malformed', path: '[0]' },
    ],
    ['a very long name', () => text.replace('ketua', 'x'.repeat(500)), { type: 'malformed', path: '[0]' }],
    ['a name before the key', () => text.replace('{"pok"', '{"name":"x","pok"'), { type: 'not-canonical' }],
    [
      'a leading zero',
      () => text.replace('"public_key":"', '"public_key":"0'),
      { type: 'malformed', path: '[0]' },
    ],
    ['white space', () => `${text} `, { type: 'not-canonical' }],
    ['too long', () => `"${'x'.repeat(5_000_000)}"`, { type: 'too-long', limit: 4 * 1024 * 1024 }],
    [
      'a key outside the group',
      () => text.replace(String(first.key.publicKey), String(p - first.key.publicKey)),
      { type: 'not-a-member', path: '[0]' },
    ],
  ])('%s is refused', (_, change, fault) => {
    expect(change(text)).not.toBe(text);
    expect(faultOf(change(text))).toEqual(fault);
  });
});

describe('threshold trustees', () => {
  let text: string;
  beforeAll(() => {
    const { outcome } = holdCeremony('list two of three', 3, 2);
    text = writeTrustees(group, [{ kind: 'threshold', parameters: outcome.parameters }]);
  });

  /** The trustees object with its parameters changed. */
  function changed(change: (parameters: Record<string, unknown[]>) => void): string {
    const [[kind, parameters]] = JSON.parse(text);
    change(parameters);
    return JSON.stringify([[kind, parameters]]);
  }
  const swap = (items: unknown[] | undefined) => items?.splice(0, 2, items[1], items[0]);

  test('are accepted as they are', () => {
    expect(faultOf(text)).toBeUndefined();
  });

  test.each<[string, (parameters: Record<string, unknown[]>) => void, TrusteesFault]>([
    [
      'another threshold',
      (parameters) => Object.assign(parameters, { threshold: 3 }),
      { type: 'malformed', path: '[0].coefexps[0]' },
    ],
    [
      'a threshold of 0',
      (parameters) => Object.assign(parameters, { threshold: 0 }),
      { type: 'malformed', path: '[0].threshold' },
    ],
    [
      'a threshold above all',
      (parameters) => Object.assign(parameters, { threshold: 4 }),
      { type: 'malformed', path: '[0].threshold' },
    ],
    [
      'a threshold as text',
      (parameters) => Object.assign(parameters, { threshold: '2' }),
      { type: 'malformed', path: '[0].threshold' },
    ],
    [
      'an extra field',
      (parameters) => Object.assign(parameters, { x: 1 }),
      { type: 'malformed', path: '[0]' },
    ],
    [
      'certificates swapped',
      ({ certs }) => swap(certs),
      { type: 'signature-invalid', path: '[0].coefexps[0]' },
    ],
    [
      'commitments swapped',
      ({ coefexps }) => swap(coefexps),
      { type: 'signature-invalid', path: '[0].coefexps[0]' },
    ],
    [
      'keys swapped',
      ({ verification_keys: keys }) => swap(keys),
      { type: 'key-mismatch', path: '[0].verification_keys[0]' },
    ],
    [
      'a key twice',
      ({ verification_keys: keys }) => keys?.splice(1, 1, keys[0]),
      { type: 'key-mismatch', path: '[0].verification_keys[1]' },
    ],
    [
      'a key missing',
      ({ verification_keys: keys }) => keys?.pop(),
      { type: 'malformed', path: '[0].verification_keys' },
    ],
    ['commitments missing', ({ coefexps }) => coefexps?.pop(), { type: 'malformed', path: '[0].coefexps' }],
    ['certificates missing', ({ certs }) => certs?.pop(), { type: 'malformed', path: '[0].coefexps' }],
  ])('%s: refused', (_, change, fault) => {
    expect(faultOf(changed(change))).toEqual(fault);
  });

  test('every element, negated where it stands, is found (attack I2)', () => {
    const elements = [...text.matchAll(/[0-9]{500,}/g)];
    // 3 trustees: two keys a certificate, two commitments each, one verification key each
    expect(elements).toHaveLength(3 * (2 + 2 + 1));
    for (const { 0: digits, index } of elements) {
      const negated = text.slice(0, index) + String(p - BigInt(digits)) + text.slice(index + digits.length);
      expect(['not-a-member', 'signature-invalid']).toContain(faultOf(negated)?.type);
    }
  });

  test('every challenge and response, one more, is found', () => {
    const numbers = [...text.matchAll(/"(?:challenge|response)":"([0-9]+)"/g)];
    expect(numbers).toHaveLength(2 * 3 * 3);
    for (const { 0: field, 1: digits = '', index } of numbers) {
      const changedField = field.replace(digits, String(BigInt(digits) + 1n));
      const changedText = text.slice(0, index) + changedField + text.slice(index + field.length);
      expect(['signature-invalid', 'proof-invalid']).toContain(faultOf(changedText)?.type);
    }
  });

  test('the key of the list does not depend on who reads it', () => {
    const trustees = succeeded(parseTrustees(group, text));
    const [item] = trustees.items;
    if (item?.kind !== 'threshold') throw new TypeError('a threshold item');
    const product = item.committed.reduce(
      (key, { commitments }) => group.multiply(key, at(commitments, 0)),
      1n,
    );
    expect(electionPublicKey(group, trustees)).toBe(product);
    expect(product).not.toBe(g);
  });
});
