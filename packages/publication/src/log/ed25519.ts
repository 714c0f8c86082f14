import { getPublicKey, hashes, sign, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';

// The library's synchronous calls take their hash from here; browsers opened from a file have no cryptography of their own.
hashes.sha512 = sha512;

/** @param seed 32 bytes, the private key of RFC 8032 */
export function publicKeyOfSeed(seed: Uint8Array): Uint8Array {
  return getPublicKey(seed);
}

/** 64 bytes over the message (RFC 8032). */
export function signBytes(message: Uint8Array, seed: Uint8Array): Uint8Array {
  return sign(message, seed);
}

/** Strict verification: a key or a signature that is no canonical encoding is wrong, never an exception. */
export function isSignedBy(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  try {
    return verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}
