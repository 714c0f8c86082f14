import { randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

/** A PIN as people type it: six digits. */
export const pinSchema = z.string().regex(/^[0-9]{6}$/, 'six-digits');

/** `people.json`: what lets each person of the definition but the witnesses prove that a confirmation is theirs. Nothing in it is a PIN. */
export const peopleFileSchema = z
  .array(
    z.strictObject({
      /** Id of a person of the definition. */
      person: z.string().min(1).max(60),
      /** 16 bytes in hex, drawn for this person alone. */
      salt: z.string().regex(/^[0-9a-f]{32}$/),
      /** scrypt(PIN, salt), 32 bytes in hex. */
      pin: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  )
  .min(1)
  .max(60);
export type PeopleFile = z.output<typeof peopleFileSchema>;

/** 128 · N · r bytes: 32 MiB a guess. Node's own limit is just that and refuses it. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const HASH_BYTES = 32;
const SALT_BYTES = 16;

/**
 * scrypt with N = 2^15, r = 8, p = 1, away from the main thread: a tenth of a second in which requests go on being answered.
 * @param salt in hex
 * @returns 32 bytes
 */
export function hashPin(pin: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, Buffer.from(salt, 'hex'), HASH_BYTES, SCRYPT, (error, hash) =>
      error === null ? resolve(hash) : reject(error),
    );
  });
}

/** Salts and hashes PINs that were drawn for people. */
export function makePeopleFile(
  drawn: readonly { readonly person: string; readonly pin: string }[],
): Promise<PeopleFile> {
  return Promise.all(
    drawn.map(async ({ person, pin }) => {
      const salt = randomBytes(SALT_BYTES).toString('hex');
      return { person, salt, pin: (await hashPin(pin, salt)).toString('hex') };
    }),
  );
}
