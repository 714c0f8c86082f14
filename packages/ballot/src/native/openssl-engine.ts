import {
  constants,
  createDiffieHellman,
  createPublicKey,
  type DiffieHellman,
  hash,
  type KeyObject,
  publicEncrypt,
} from 'node:crypto';
import { windowedPower } from '../group/bigint-engine.ts';
import type { PowerEngine } from '../group/engine.ts';

/** DER tags of an RSA public key (PKCS #1, RFC 8017 appendix A.1.1). */
const SEQUENCE = 0x30;
const INTEGER = 0x02;

/**
 * Powers by OpenSSL. Public data: an RSA "encryption" without padding is base^e mod n for any n and e, so p and the
 * exponent are given as if they were an RSA key; nothing of RSA's security is used. One key serves all bases of one
 * exponent. Secret exponents: Diffie–Hellman, which OpenSSL computes in constant time.
 * @param modulus p; 1024 to 3072 bits, because OpenSSL limits the exponents of larger keys
 */
export function createNativeEngine(modulus: bigint): PowerEngine {
  const digits = modulus.toString(16);
  const byteCount = Math.ceil(digits.length / 2);
  const modulusInteger = derInteger(modulus);
  const padded = (element: bigint) => Buffer.from(element.toString(16).padStart(2 * byteCount, '0'), 'hex');
  let secretBearer: DiffieHellman | undefined;

  const publicPower = (base: bigint, key: KeyObject): bigint =>
    fromBytes(publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, padded(base)));

  return {
    name: 'openssl',
    modulus,
    powers: (bases, exponent) => {
      if (exponent < 0n) throw new RangeError('the exponent of a power must not be negative');
      if (exponent === 0n) return bases.map(() => 1n);
      const key = createPublicKey({
        key: der(SEQUENCE, Buffer.concat([modulusInteger, derInteger(exponent)])),
        format: 'der',
        type: 'pkcs1',
      });
      return bases.map((base) => publicPower(base, key));
    },
    secretPower: (base, exponent) => {
      if (base <= 1n || base >= modulus - 1n) return windowedPower(base, exponent, modulus);
      secretBearer ??= createDiffieHellman(padded(modulus), 2);
      secretBearer.setPrivateKey(Buffer.from(evenHex(exponent), 'hex'));
      try {
        return fromBytes(secretBearer.computeSecret(padded(base)));
      } catch {
        // OpenSSL refuses the answer 1, which a base of order q gives for a multiple of q.
        return windowedPower(base, exponent, modulus);
      }
    },
    sha256: (text) => hash('sha256', text, 'buffer'),
  };
}

function fromBytes(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}

function evenHex(value: bigint): string {
  const hex = value.toString(16);
  return hex.length % 2 === 0 ? hex : `0${hex}`;
}

function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), content]);
  if (length < 0x100) return Buffer.concat([Buffer.of(tag, 0x81, length), content]);
  return Buffer.concat([Buffer.of(tag, 0x82, length >> 8, length & 0xff), content]);
}

/** A positive integer: one zero byte in front where the first bit would say negative. */
function derInteger(value: bigint): Buffer {
  const bytes = Buffer.from(evenHex(value), 'hex');
  return der(INTEGER, (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.of(0), bytes]));
}
