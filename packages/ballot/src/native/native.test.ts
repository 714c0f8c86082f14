import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, testRandom } from '../../test/place.ts';
import { bigintEngine } from '../group/bigint-engine.ts';
import { BELENIOS_2048, sha256Hex } from '../index.ts';
import { nodeCcm } from './ccm.ts';
import { createNativeEngine } from './openssl-engine.ts';
import { nativeGroup, nativeHexHash, systemRandom } from './tools.ts';

const { p, q, g } = BELENIOS_2048;
const plain = bigintEngine(p);
const engine = createNativeEngine(p);

const base = fc.oneof(fc.bigInt({ min: 0n, max: p - 1n }), fc.constantFrom(0n, 1n, 2n, p - 1n, g));
const exponent = fc.oneof(
  fc.bigInt({ min: 0n, max: q }),
  fc.constantFrom(0n, 1n, 2n, 127n, 128n, 2n ** 255n, q - 1n, q, 2n ** 320n),
);

describe('OpenSSL gives what BigInt gives', () => {
  test('public powers of any base, 0, 1 and p−1 included', () => {
    fc.assert(
      fc.property(fc.array(base, { maxLength: 4 }), exponent, (bases, power) => {
        expect(engine.powers(bases, power)).toEqual(plain.powers(bases, power));
      }),
      { numRuns: 80, seed: 1607 },
    );
  });

  test('secret powers, the answer 1 included', () => {
    for (const secret of [1n, 2n, q - 1n, q, 2n * q, 12345678901234567890n * q + 7n]) {
      for (const member of [1n, g, at(plain.powers([g], 987654321n), 0), p - 1n, 3n]) {
        expect(engine.secretPower(member, secret)).toBe(plain.secretPower(member, secret));
      }
    }
  });

  test('hashes of texts with letters beyond ASCII, and of bytes', () => {
    for (const text of ['', 'prove|', 'élection – “Desa”', 'x'.repeat(5000)]) {
      expect(Buffer.from(engine.sha256(text)).toString('hex')).toBe(sha256Hex(text));
      expect(nativeHexHash(Buffer.from(text, 'utf8'))).toBe(sha256Hex(text));
    }
  });

  test('a negative exponent is a mistake in the program', () => {
    expect(() => engine.powers([g], -1n)).toThrow(RangeError);
  });

  test('the group of this machine is one, with its engine', () => {
    expect(nativeGroup()).toBe(nativeGroup());
    expect(nativeGroup().name).toBe('BELENIOS-2048');
    expect(nativeGroup().engine.name).toMatch(/^openssl/);
  });
});

describe('AES-256-CCM', () => {
  const random = testRandom('ccm');
  const key = random(32);
  const nonce = random(13);

  test('what was encrypted is decrypted; eight bytes longer', () => {
    for (const length of [0, 1, 15, 16, 17, 5000]) {
      const plaintext = random(length);
      const ciphertext = nodeCcm.encrypt(key, nonce, plaintext);
      expect(ciphertext.length).toBe(length + 8);
      expect(nodeCcm.decrypt(key, nonce, ciphertext)).toEqual(Buffer.from(plaintext));
    }
  });

  test('any changed byte, another key or nonce, and too short a text are refused', () => {
    const ciphertext = nodeCcm.encrypt(key, nonce, random(40));
    for (let place = 0; place < ciphertext.length; place += 1) {
      const changed = Uint8Array.from(ciphertext);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(nodeCcm.decrypt(key, nonce, changed)).toBeUndefined();
    }
    expect(nodeCcm.decrypt(random(32), nonce, ciphertext)).toBeUndefined();
    expect(nodeCcm.decrypt(key, random(13), ciphertext)).toBeUndefined();
    expect(nodeCcm.decrypt(key, nonce, ciphertext.subarray(0, 7))).toBeUndefined();
  });

  test('the system’s random bytes are as many as asked for, and not the same twice', () => {
    expect(systemRandom(48)).toHaveLength(48);
    expect(systemRandom(48)).not.toEqual(systemRandom(48));
  });
});
