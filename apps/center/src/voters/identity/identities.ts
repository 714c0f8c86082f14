import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomFillSync } from 'node:crypto';
import { type FamilyCard, familyCardSchema, type Nik, nikSchema, type VillageCode } from '@bilik/election';
import type { CenterKeys } from '../../keys.ts';

/** Numbers of people as the database holds them. */
export interface Identities {
  /** 32 bytes by which a NIK is found again; nothing can be read from them without the key. */
  readonly nikHash: (nik: string) => Buffer;
  readonly familyHash: (familyCard: string) => Buffer;
  /** For the public look-up: village, last digits of the NIK and birth date in one. */
  readonly lookUpHash: (village: string, lastDigits: string, birthDate: string) => Buffer;
  /** Sealed so that it opens only beside its own hash. */
  readonly sealNik: (nik: string, hash: Buffer) => Buffer;
  readonly sealFamily: (familyCard: string, hash: Buffer) => Buffer;
  /** Throws when key or hash are others: that is a wrong installation. */
  readonly openNik: (sealed: Buffer, hash: Buffer) => Nik;
  readonly openFamily: (sealed: Buffer, hash: Buffer) => FamilyCard;
  /** An address of the network, for limits only. */
  readonly addressHash: (address: string) => string;
}

/** How many of the NIK's last digits the public look-up asks for. */
export const LOOK_UP_DIGITS = 6;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Random bytes are drawn for many nonces at once. */
const NONCE_POOL = 4096;

/** The sealing key (AES-256-GCM) and the hashing key (HMAC-SHA-256) are two files beside the database, in no backup of it. */
export function openIdentities(keys: CenterKeys): Identities {
  // made once: a key given as bytes is read anew each time, which costs more than the hash itself
  const sealKey = createSecretKey(keys.secret('voter-numbers'));
  const hashKey = createSecretKey(keys.secret('voter-hashes'));
  const hash = (purpose: string, ...fields: readonly string[]): Buffer =>
    createHmac('sha256', hashKey)
      .update([purpose, ...fields].map((field) => `${field.length}:${field}`).join(''))
      .digest();
  const nonces = Buffer.alloc(NONCE_BYTES * NONCE_POOL);
  let noncesUsed = NONCE_POOL;
  const nextNonce = (): Buffer => {
    if (noncesUsed === NONCE_POOL) {
      randomFillSync(nonces);
      noncesUsed = 0;
    }
    const start = NONCE_BYTES * noncesUsed;
    noncesUsed += 1;
    return nonces.subarray(start, start + NONCE_BYTES);
  };
  const seal = (text: string, binding: Buffer): Buffer => {
    const nonce = nextNonce();
    const cipher = createCipheriv('aes-256-gcm', sealKey, nonce).setAAD(binding);
    const sealed = Buffer.allocUnsafe(NONCE_BYTES + text.length + TAG_BYTES);
    nonce.copy(sealed);
    cipher.update(text, 'latin1').copy(sealed, NONCE_BYTES);
    cipher.final();
    cipher.getAuthTag().copy(sealed, NONCE_BYTES + text.length);
    return sealed;
  };
  const open = (sealed: Buffer, binding: Buffer): string => {
    const decipher = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(0, NONCE_BYTES))
      .setAAD(binding)
      .setAuthTag(sealed.subarray(-TAG_BYTES));
    const text = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('latin1');
  };
  return {
    nikHash: (nik) => hash('bilik/v1/voter-nik', nik),
    familyHash: (familyCard) => hash('bilik/v1/voter-family', familyCard),
    lookUpHash: (village, lastDigits, birthDate) =>
      hash('bilik/v1/voter-look-up', village, lastDigits, birthDate),
    sealNik: seal,
    sealFamily: seal,
    openNik: (sealed, binding) => nikSchema.parse(open(sealed, binding)),
    openFamily: (sealed, binding) => familyCardSchema.parse(open(sealed, binding)),
    addressHash: (address) => hash('bilik/v1/network-address', address).toString('hex').slice(0, 32),
  };
}

/** What the look-up finds somebody by. */
export function lookUpHashOf(
  identities: Identities,
  village: VillageCode,
  nik: Nik,
  birthDate: string,
): Buffer {
  return identities.lookUpHash(village, nik.slice(-LOOK_UP_DIGITS), birthDate);
}
