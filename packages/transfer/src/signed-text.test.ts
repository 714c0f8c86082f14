import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newKey, STATION } from '../test/place.ts';
import { checkFields, fileHash, publicKeyOf, signFields } from './signed-text.ts';

const field = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('', '\0', 'result', 'bilik/v1/result', '\0\0\0\0\0\0\0\u0001a', 'é', 'e\u0301'),
);
const fields = fc.array(field, { maxLength: 5 });

describe('signed fields', () => {
  test('hold under the key, purpose and fields they were signed with', () => {
    fc.assert(
      fc.property(fields, (list) => {
        const signature = signFields(STATION.privateKey, 'result', list);
        expect(checkFields(STATION.publicKey, 'result', list, signature)).toBe(true);
      }),
      { numRuns: 100, seed: 1607 },
    );
  });

  test('two lists that differ in any way, the borders between fields included, never share a signature', () => {
    let sameLetters = 0;
    fc.assert(
      fc.property(fields, fields, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        if (one.join('') === other.join('')) sameLetters += 1;
        const signature = signFields(STATION.privateKey, 'result', one);
        expect(checkFields(STATION.publicKey, 'result', other, signature)).toBe(false);
      }),
      {
        numRuns: 300,
        seed: 1607,
        examples: [
          [
            ['ab', 'c'],
            ['a', 'bc'],
          ],
          [['a', ''], ['a']],
          [
            ['', 'a'],
            ['a', ''],
          ],
          [[''], []],
          [['é'], ['e\u0301']],
        ],
      },
    );
    expect(sameLetters).toBeGreaterThanOrEqual(4);
  });

  test('purposes do not collide, not even when a purpose is written into the first field', () => {
    const signature = signFields(STATION.privateKey, 'void', ['a', 'b']);
    expect(checkFields(STATION.publicKey, 'void', ['a', 'b'], signature)).toBe(true);
    for (const [purpose, list] of [
      ['result', ['a', 'b']],
      ['voida', ['b']],
      ['', ['void', 'a', 'b']],
      ['voi', ['da', 'b']],
      ['void/a', ['b']],
    ] as const) {
      expect(checkFields(STATION.publicKey, purpose, list, signature)).toBe(false);
    }
  });

  test('another key, a changed signature, and what is no key or no signature are refused, never thrown', () => {
    const signature = signFields(STATION.privateKey, 'result', ['a']);
    const changed = Buffer.from(signature, 'base64');
    changed[10] = (changed[10] ?? 0) ^ 1;
    expect(checkFields(newKey().publicKey, 'result', ['a'], signature)).toBe(false);
    expect(checkFields(STATION.publicKey, 'result', ['a'], changed.toString('base64'))).toBe(false);
    const respelled = signature.replace(/.==$/, (end) => `${end[0] === 'A' ? 'B' : 'C'}==`);
    for (const noSignature of [
      '',
      'A',
      signature.slice(0, 40),
      `${signature}AAAA`,
      ` ${signature}`,
      respelled,
    ]) {
      expect(checkFields(STATION.publicKey, 'result', ['a'], noSignature)).toBe(false);
    }
    for (const noKey of ['', 'AAAA', `${STATION.publicKey}AAAA`, Buffer.alloc(32, 255).toString('base64')]) {
      expect(checkFields(noKey, 'result', ['a'], signature)).toBe(false);
    }
  });

  test('a known key signs the same fields to the same bytes for ever', () => {
    // RFC 8032, section 7.1, test 1: the secret key whose public half is d75a9801…
    const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
    const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
    const pem = `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`;
    expect(Buffer.from(publicKeyOf(pem), 'base64').toString('hex')).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    );
    expect(fileHash(signFields(pem, 'result', ['TPS 01', 'Melati']))).toMatchInlineSnapshot(
      `"d7559e07278848de601d7cc84c8f25b4c426796f8964b0d0039f995942140bea"`,
    );
  });

  test('the hash of a file is SHA-256 over its exact text', () => {
    expect(fileHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(fileHash('abc\n')).not.toBe(fileHash('abc'));
  });
});
