import type { Group } from '../group/group.ts';
import { hashToScalar } from '../hash.ts';
import { type RandomSource, randomScalar } from '../random.ts';
import { type Proof, respond } from './proof.ts';

/** α^x with the proof that x is the secret of the trustee's public key X = g^x (format §12). */
export interface ProvenFactor {
  readonly factor: bigint;
  readonly proof: Proof;
}

/** What the proof is bound to. */
export interface DecryptionContext {
  /** φ of the election. */
  readonly fingerprint: string;
  /** X of the trustee. */
  readonly publicKey: bigint;
}

/** Decrypts α by a trustee's secret. α must be a member: otherwise the factor tells something about the secret. */
export function proveFactor(
  group: Group,
  alpha: bigint,
  privateKey: bigint,
  context: DecryptionContext,
  random: RandomSource,
): ProvenFactor {
  const factor = group.secretPower(alpha, privateKey, random);
  const commitmentSecret = randomScalar(group, random);
  const a = group.generator.power(commitmentSecret);
  const b = group.secretPower(alpha, commitmentSecret, random);
  const challenge = challengeOf(group, context, a, b);
  return { factor, proof: { challenge, response: respond(group, commitmentSecret, privateKey, challenge) } };
}

/** Whether the proof holds; α, factor and X must be members (checked elsewhere). */
export function checkFactor(
  group: Group,
  alpha: bigint,
  { factor, proof }: ProvenFactor,
  context: DecryptionContext,
): boolean {
  const [keyPower = 1n, factorPower = 1n] = group.powers([context.publicKey, factor], proof.challenge);
  const a = group.multiply(group.generator.power(proof.response), keyPower);
  const b = group.multiply(group.power(alpha, proof.response), factorPower);
  return challengeOf(group, context, a, b) === proof.challenge;
}

function challengeOf(group: Group, { fingerprint, publicKey }: DecryptionContext, a: bigint, b: bigint) {
  const [x, aText, bText] = [publicKey, a, b].map(group.formatElement);
  return hashToScalar(group, `decrypt|${fingerprint}|${x}|${aText},${bText}`);
}
