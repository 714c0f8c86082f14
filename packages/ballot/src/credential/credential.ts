import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Group } from '../group/group.ts';
import { bytesToInteger, type RandomSource } from '../random.ts';
import { fail, type Result, succeed } from '../result.ts';
import { BASE58, isBase58, randomBase58 } from './base58.ts';

/** A signing key pair that gives its holder one ballot. */
export interface Credential {
  /** s, 0..q−1; never stored or shown by anyone but the holder of the card. */
  readonly secret: bigint;
  /** C = g^s, as listed in the record. */
  readonly publicKey: bigint;
}

/** Why a text is not a credential as Belenios prints them: a typing slip, as opposed to a card of another place. */
export type CredentialFormFault =
  /** Not 15 digits, nor 19 characters in five groups of three. */
  | { readonly type: 'wrong-length' }
  /** A character that is no Base58 digit (0, O, I and l are none), or a dash in a wrong place. */
  | { readonly type: 'wrong-character' }
  | { readonly type: 'check-digit-wrong' };

const RANDOM_DIGITS = 14;
const CHECK_MODULUS = 53n;
const DERIVATION_ROUNDS = 1000;

/**
 * A new private credential, `XXX-XXX-XXX-XXX-XXX` in Base58 (82 random bits and a check digit; format §6.1). The whole
 * text with its dashes is the secret.
 */
export function generateCredential(random: RandomSource): string {
  const digits = randomBase58(RANDOM_DIGITS, random);
  const checkValue = Number(CHECK_MODULUS - (base58Value(digits) % CHECK_MODULUS));
  const all = digits + BASE58.charAt(checkValue);
  return [0, 3, 6, 9, 12].map((start) => all.slice(start, start + 3)).join('-');
}

/**
 * Checks characters and check digit (format §6.1). Says nothing about whether the credential is listed.
 * @returns the credential in its form with dashes, the one that `deriveCredential` needs
 */
export function checkCredentialForm(text: string): Result<string, CredentialFormFault> {
  if (text.length !== 15 && text.length !== 19) return fail({ type: 'wrong-length' });
  const groups =
    text.length === 19 ? text.split('-') : [0, 3, 6, 9, 12].map((start) => text.slice(start, start + 3));
  const digits = groups.join('');
  if (groups.length !== 5 || groups.some((group) => group.length !== 3) || !isBase58(digits)) {
    return fail({ type: 'wrong-character' });
  }
  const sum = base58Value(digits.slice(0, RANDOM_DIGITS)) + base58Value(digits.slice(RANDOM_DIGITS));
  return sum % CHECK_MODULUS === 0n ? succeed(groups.join('-')) : fail({ type: 'check-digit-wrong' });
}

/**
 * The key pair of a private credential: PBKDF2-HMAC-SHA256, 1,000 rounds, salted with the election's uuid (format
 * §6.2). Takes about 2 ms, by design.
 * @param text the password exactly as printed, dashes included; any text of one line is a password
 */
export function deriveCredential(group: Group, uuid: string, text: string): Credential {
  if (text.length === 0 || /[\r\n]/.test(text)) throw new RangeError('a credential is one line of text');
  const derived = pbkdf2(sha256, text, uuid, { c: DERIVATION_ROUNDS, dkLen: 32 });
  const secret = bytesToInteger(derived) % group.q;
  return { secret, publicKey: group.generator.power(secret) };
}

function base58Value(digits: string): bigint {
  let value = 0n;
  for (const digit of digits) value = value * 58n + BigInt(BASE58.indexOf(digit));
  return value;
}
