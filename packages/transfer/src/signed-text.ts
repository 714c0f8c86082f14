import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { signedBytes } from './signed-bytes.ts';

/** DER prefix of an Ed25519 public key (RFC 8410, section 4): what follows are its 32 bytes. */
const PUBLIC_KEY_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** @param privateKeyPem PKCS#8 PEM of an Ed25519 key. @returns the signature in Base64 (64 bytes). */
export function signFields(privateKeyPem: string, purpose: string, fields: readonly string[]): string {
  return sign(null, signedBytes(purpose, fields), createPrivateKey(privateKeyPem)).toString('base64');
}

/** The bytes of a Base64 text in its one canonical spelling; undefined for any other text that decodes to the same bytes. */
function canonicalBase64(text: string, byteCount: number): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === byteCount && bytes.toString('base64') === text ? bytes : undefined;
}

/**
 * @param publicKey Base64 of the 32 bytes of an Ed25519 key, as in the election object's `signing_key`
 * @param signature Base64 of 64 bytes; another spelling of the same bytes is no signature
 */
export function checkFields(
  publicKey: string,
  purpose: string,
  fields: readonly string[],
  signature: string,
): boolean {
  const raw = canonicalBase64(publicKey, 32);
  const given = canonicalBase64(signature, 64);
  if (raw === undefined || given === undefined) return false;
  let key: KeyObject;
  try {
    key = createPublicKey({ key: Buffer.concat([PUBLIC_KEY_PREFIX, raw]), format: 'der', type: 'spki' });
  } catch {
    return false;
  }
  return verify(null, signedBytes(purpose, fields), key, given);
}

/** Base64 of the 32 bytes of the public half of an Ed25519 private key. */
export function publicKeyOf(privateKeyPem: string): string {
  const der = createPublicKey(createPrivateKey(privateKeyPem)).export({ format: 'der', type: 'spki' });
  return der.subarray(PUBLIC_KEY_PREFIX.length).toString('base64');
}

/** Lower-case hex of SHA-256 of a file's exact text. */
export function fileHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
