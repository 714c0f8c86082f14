import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BELENIOS_2048, randomScalar, seededRandom, sha256Base64, sha256Hex } from './index.ts';
import { bytesToInteger } from './random.ts';

describe('seeded bytes', () => {
  const seed = Uint8Array.from({ length: 32 }, (_, index) => index);

  /** Written down once more with Node's own HMAC: tag length, tag, block number. */
  function block(number: number): Buffer {
    const tag = Buffer.from('bilik/v1/ballot-randomness');
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(number));
    return createHmac('sha256', seed)
      .update(Buffer.concat([Buffer.from([0, tag.length]), tag, counter]))
      .digest();
  }

  test('are the documented blocks, one after another', () => {
    const expected = Buffer.concat([0, 1, 2, 3].map(block));
    expect(Buffer.from(seededRandom(seed)(128))).toEqual(expected);
    expect(expected.subarray(0, 8).toString('hex')).toBe(Buffer.from(seededRandom(seed)(8)).toString('hex'));
  });

  test('are one stream, whatever the sizes asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 70 }), { maxLength: 12 }), (sizes) => {
        const random = seededRandom(seed);
        const pieces = Buffer.concat(sizes.map((size) => random(size)));
        expect(pieces).toEqual(Buffer.from(seededRandom(seed)(pieces.length)));
      }),
      { numRuns: 50, seed: 32 },
    );
  });

  test('differ for another seed, and a seed of another length is refused', () => {
    const other = seed.with(31, 0);
    expect(seededRandom(other)(32)).not.toEqual(seededRandom(seed)(32));
    expect(() => seededRandom(new Uint8Array(31))).toThrow(RangeError);
    expect(() => seededRandom(new Uint8Array(33))).toThrow(RangeError);
  });

  test('the source does not change when the caller wipes the seed', () => {
    const mine = Uint8Array.from(seed);
    const random = seededRandom(mine);
    const first = random(40);
    mine.fill(0);
    expect(Buffer.concat([first, random(100)])).toEqual(Buffer.from(seededRandom(seed)(140)));
  });
});

describe('scalars', () => {
  const { q } = BELENIOS_2048;

  test('take 48 bytes, big-endian, and are reduced mod q', () => {
    const asked: number[] = [];
    const source = (bytes: Uint8Array) => (byteCount: number) => {
      asked.push(byteCount);
      return bytes;
    };
    const value = q * 2n ** 100n + 12345n;
    const bytes = Uint8Array.from(Buffer.from(value.toString(16).padStart(96, '0'), 'hex'));
    expect(randomScalar(BELENIOS_2048, source(bytes))).toBe(12345n);
    expect(randomScalar(BELENIOS_2048, source(new Uint8Array(48)))).toBe(0n);
    expect(randomScalar(BELENIOS_2048, source(new Uint8Array(48).fill(255)))).toBe((2n ** 384n - 1n) % q);
    expect(asked).toEqual([48, 48, 48]);
  });

  test('bytes as integers', () => {
    expect(bytesToInteger(new Uint8Array(0))).toBe(0n);
    expect(bytesToInteger(Uint8Array.of(1, 0))).toBe(256n);
  });
});

describe('hashes', () => {
  test('hex and Base64 of a known text', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Base64('abc')).toBe('ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0');
    expect(sha256Base64('')).toHaveLength(43);
  });
});
