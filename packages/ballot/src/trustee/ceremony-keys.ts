import { randomBase58 } from '../credential/base58.ts';
import type { Group } from '../group/group.ts';
import { sha256Bytes } from '../hash.ts';
import { bytesToInteger, type RandomSource } from '../random.ts';

/** What a trustee keeps secret during and after the key ceremony, all from its seed (format §8.1). */
export interface CeremonySecrets {
  /** sk: signs the trustee's messages. Below 2^256, not reduced mod q. */
  readonly signingSecret: bigint;
  /** dk: opens messages to the trustee. Below 2^256, not reduced mod q. */
  readonly decryptionSecret: bigint;
}

/** The public side, as a certificate binds it. */
export interface CeremonyKeys {
  /** vk = g^sk. */
  readonly verificationKey: bigint;
  /** ek = g^dk. */
  readonly encryptionKey: bigint;
}

export const SEED_DIGITS = 22;

/** A new seed: 22 Base58 digits (129 bits), which a trustee can write down. */
export function generateCeremonySeed(random: RandomSource): string {
  return randomBase58(SEED_DIGITS, random);
}

export function secretsFromSeed(seed: string): CeremonySecrets {
  return {
    signingSecret: bytesToInteger(sha256Bytes(`sk|${seed}`)),
    decryptionSecret: bytesToInteger(sha256Bytes(`dk|${seed}`)),
  };
}

export function keysOf(group: Group, { signingSecret, decryptionSecret }: CeremonySecrets): CeremonyKeys {
  return {
    verificationKey: group.generator.power(signingSecret),
    encryptionKey: group.generator.power(decryptionSecret),
  };
}
