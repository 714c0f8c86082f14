import { createCipheriv, createDecipheriv, createHash, scrypt } from 'node:crypto';
import { signedBytes } from '../signed-bytes.ts';
import { FINGERPRINT_WORDS } from './fingerprint-words.ts';
import { factsText, type PackageFacts } from './manifest.ts';

/** 64 MiB and about 0.2 s for one try. */
const SCRYPT = { N: 65_536, r: 8, p: 1, maxmem: 96 * 1024 * 1024 };
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const PASSPHRASE_WORDS = 6;

/** The key of one package's sealed members. Never kept. */
export interface SealingKey {
  /** Once for each name: the nonce comes from it. */
  readonly seal: (member: string, content: Uint8Array) => Uint8Array;
  /** @returns undefined when the passphrase was another one */
  readonly open: (member: string, sealed: Uint8Array) => Uint8Array | undefined;
}

/** Six words drawn from the fingerprint's list: 48 bits, each try of which costs what `SCRYPT` says. @param random bytes from a secure source */
export function newPackagePassphrase(random: (count: number) => Uint8Array): string {
  return [...random(PASSPHRASE_WORDS)].map((byte) => FINGERPRINT_WORDS[byte] ?? '').join(' ');
}

/** What people type: capitals, hyphens, commas and double spaces make no difference. */
export function samePassphrase(typed: string): string {
  return (
    typed
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
}

/** Derives the key that seals and opens the members of exactly this package: any other fact in the manifest, and nothing opens. */
export async function sealingKey(facts: PackageFacts, passphrase: string): Promise<SealingKey> {
  const key = await derive(samePassphrase(passphrase), Buffer.from(facts.sealing.salt, 'hex'));
  const bound = factsText(facts);
  const associated = (member: string) => signedBytes('package-member', [bound, member]);
  return {
    seal(member, content) {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(member));
      cipher.setAAD(associated(member));
      return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
    },
    open(member, sealed) {
      if (sealed.length < TAG_BYTES) return undefined;
      const end = sealed.length - TAG_BYTES;
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(member), { authTagLength: TAG_BYTES });
      decipher.setAAD(associated(member));
      decipher.setAuthTag(sealed.subarray(end));
      const content = decipher.update(sealed.subarray(0, end));
      try {
        return Buffer.concat([content, decipher.final()]);
      } catch {
        return undefined;
      }
    },
  };
}

/** The key is of one package alone, by its salt, and each name stands once in it: no nonce comes twice under one key. */
function nonceOf(member: string): Uint8Array {
  return createHash('sha256')
    .update(signedBytes('package-nonce', [member]))
    .digest()
    .subarray(0, NONCE_BYTES);
}

function derive(passphrase: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase, salt, KEY_BYTES, SCRYPT, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
