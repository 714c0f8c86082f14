import type { Group } from '../group/group.ts';
import { hashToScalar } from '../hash.ts';
import { type RandomSource, randomScalar } from '../random.ts';
import { type Proof, respond } from './proof.ts';

/** Start of the hashed string of a trustee key's proof of possession; the commitment follows (format §4). */
export function possessionContext(group: Group, publicKey: bigint): string {
  return `pok|${group.name}|${group.formatElement(publicKey)}|`;
}

/** The same for the signature of a message of the key ceremony. */
export function messageContext(message: string): string {
  return `sigmsg|${message}|`;
}

/** The same for a ballot's signature. @param ballotHash Base64 hash of the ballot without its signature */
export function ballotContext(ballotHash: string): string {
  return `sig|${ballotHash}|`;
}

/**
 * Proves that the discrete logarithm of g^secret is known; with a message in the context it is a signature (§5).
 * @param context one of the contexts above
 * @param random gives w, which must be secret and used once: w and the proof reveal the secret
 */
export function proveKnowledge(group: Group, secret: bigint, context: string, random: RandomSource): Proof {
  const commitmentSecret = randomScalar(group, random);
  const commitment = group.generator.power(commitmentSecret);
  const challenge = hashToScalar(group, context + group.formatElement(commitment));
  return { challenge, response: respond(group, commitmentSecret, secret, challenge) };
}

/**
 * Whether the proof holds for this public key, which must be a member (checked elsewhere).
 * @param key the election's y, where many proofs of that election are checked: only then do tables for it pay
 */
export function checkKnowledge(
  group: Group,
  publicKey: bigint,
  context: string,
  proof: Proof,
  key?: bigint,
): boolean {
  const commitment =
    commitmentAmongMany(group, publicKey, proof, key) ??
    group.multiply(group.generator.power(proof.response), group.power(publicKey, proof.challenge));
  return hashToScalar(group, context + group.formatElement(commitment)) === proof.challenge;
}

/** g^response · X^challenge by the engine's way for many; `undefined` where it has none or there are not many. */
function commitmentAmongMany(group: Group, publicKey: bigint, proof: Proof, key: bigint | undefined) {
  if (key === undefined) return undefined;
  const { g: generator, generatorInverse, q: order, windowBits } = group;
  const statement = { alpha: publicKey, beta: 1n, plaintext: 0, ...proof };
  return group.engine.commitments?.({ generator, generatorInverse, key, order, windowBits }, [statement])[0]
    ?.a;
}
