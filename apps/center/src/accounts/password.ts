import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';

/** OWASP's first choice for scrypt: 128 MB of work for each try. */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;
const KEY_BYTES = 32;
const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);

/** A password as people choose it: 12 to 200 letters; spaces count. */
export const passwordSchema = z.string().min(12).max(200);

const Kept = z.tuple([
  z.literal('scrypt'),
  z.coerce
    .number()
    .int()
    .min(2)
    .max(2 ** 20),
  z.coerce.number().int().min(1).max(32),
  z.coerce.number().int().min(1).max(16),
  z.base64(),
  z.base64(),
]);

export interface PasswordCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** @returns `scrypt:N:r:p:salt:key`, what is kept instead of the password */
export async function hashPassword(password: string, cost: PasswordCost = COST): Promise<string> {
  const salt = randomBytes(16);
  const key = await derived(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join(':');
}

/** Takes as long for an account that is not there. @param kept what `hashPassword` gave; null: nobody's */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  if (kept === null) {
    await derived(password, Buffer.alloc(16), COST);
    return false;
  }
  const [, N, r, p, salt, key] = Kept.parse(kept.split(':'));
  const given = await derived(password, Buffer.from(salt, 'base64'), { N, r, p });
  return timingSafeEqual(given, Buffer.from(key, 'base64'));
}

function derived(password: string, salt: Buffer, { N, r, p }: PasswordCost): Promise<Buffer> {
  return derive(password.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r });
}
