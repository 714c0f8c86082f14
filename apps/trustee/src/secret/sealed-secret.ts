import { createCipheriv, createDecipheriv, scrypt } from 'node:crypto';
import { z } from 'zod';

/** How much work one guess of a passphrase costs: scrypt's N, r and p. Memory is 128 · N · r bytes. */
export interface ScryptCost {
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/**
 * 32 MiB and about a quarter of a second on a laptop. OWASP names it as equal to N = 2^17, p = 1; the smaller memory lets
 * five devices of an exercise work side by side.
 */
export const SCRYPT_COST: ScryptCost = { n: 32_768, r: 8, p: 3 };

const KEY_BYTES = 32;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const Base64 = z.base64().max(4096);

/** A secret under a passphrase as it lies on the disk: scrypt, then AES-256-GCM. */
export const SealedSecret = z.strictObject({
  kdf: z.literal('scrypt'),
  n: z.int().min(2).max(1_048_576),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(16),
  salt: Base64,
  cipher: z.literal('aes-256-gcm'),
  nonce: Base64,
  ciphertext: Base64,
  tag: Base64,
});
export type SealedSecret = z.output<typeof SealedSecret>;

/** @param binding what the secret belongs to; the same is needed to open it */
export async function sealSecret(input: {
  readonly secret: string;
  readonly passphrase: string;
  readonly binding: readonly string[];
  readonly random: (byteCount: number) => Uint8Array;
  readonly cost: ScryptCost;
}): Promise<SealedSecret> {
  const salt = input.random(SALT_BYTES);
  const nonce = input.random(NONCE_BYTES);
  const key = await keyFrom(input.passphrase, salt, input.cost);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated(input.binding));
  const ciphertext = Buffer.concat([cipher.update(input.secret, 'utf8'), cipher.final()]);
  return {
    kdf: 'scrypt',
    ...input.cost,
    salt: toBase64(salt),
    cipher: 'aes-256-gcm',
    nonce: toBase64(nonce),
    ciphertext: toBase64(ciphertext),
    tag: toBase64(cipher.getAuthTag()),
  };
}

/** @returns the secret, or `undefined` when the passphrase or the binding is another */
export async function openSecret(
  sealed: SealedSecret,
  passphrase: string,
  binding: readonly string[],
): Promise<string | undefined> {
  const key = await keyFrom(passphrase, Buffer.from(sealed.salt, 'base64'), sealed);
  const nonce = Buffer.from(sealed.nonce, 'base64');
  const tag = Buffer.from(sealed.tag, 'base64');
  if (nonce.length !== NONCE_BYTES || tag.length !== TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(associated(binding));
  decipher.setAuthTag(tag);
  try {
    const start = decipher.update(Buffer.from(sealed.ciphertext, 'base64'));
    return Buffer.concat([start, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** The same words typed on another keyboard give the same key: NFKC, as for usernames and passwords in RFC 8265. */
function keyFrom(passphrase: string, salt: Uint8Array, { n, r, p }: ScryptCost): Promise<Buffer> {
  const options = { N: n, r, p, maxmem: 128 * n * r + 1_048_576 * (p + 1) };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/** `bilik/v1/trustee-secret`, then each field, with lengths before them, so that no two bindings are the same bytes. */
function associated(binding: readonly string[]): Buffer {
  const parts = ['bilik/v1/trustee-secret', ...binding].flatMap((field) => {
    const bytes = Buffer.from(field, 'utf8');
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(bytes.length));
    return [length, bytes];
  });
  return Buffer.concat(parts);
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
