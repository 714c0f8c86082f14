import type { CommitmentPair, ProvenStatement } from '../group/engine.ts';
import type { FixedBase, Group } from '../group/group.ts';
import { hashToScalar } from '../hash.ts';
import { type RandomSource, randomScalar } from '../random.ts';
import { type Proof, respond } from './proof.ts';

/** "(alpha, beta) encrypts the plaintext", as the verifier sees it (format §5). */
export interface Statement {
  readonly alpha: bigint;
  readonly beta: bigint;
  /** 0, 1, … */
  readonly plaintext: number;
}

/** The same as the prover sees it: it knows what the ciphertext is made of. */
export interface OpenedStatement {
  /** r of the ciphertext. */
  readonly randomness: bigint;
  /** What the ciphertext does encrypt. */
  readonly encrypted: number;
  /** What the statement says it encrypts. */
  readonly plaintext: number;
}

type Commitment = CommitmentPair;

/**
 * Proves that one of several statements is true without telling which (format §5). Draws, in order: challenge and
 * response of every other statement, then w. Powers of g and y only: a ciphertext's randomness is known.
 * @param statements at least one of them true; the first true one is opened
 * @param context start of the hashed string; the commitments follow
 */
export function proveOneOf(
  group: Group,
  encryptionKey: FixedBase,
  statements: readonly OpenedStatement[],
  context: string,
  random: RandomSource,
): Proof[] {
  const trueIndex = statements.findIndex(({ encrypted, plaintext }) => encrypted === plaintext);
  const proofs: Proof[] = [];
  const commitments: Commitment[] = [];
  let challengeSum = 0n;
  for (const [index, { randomness, encrypted, plaintext }] of statements.entries()) {
    if (index === trueIndex) continue;
    // §5 step 1, with the exponents of α and β taken into those of g and y
    const proof = { challenge: randomScalar(group, random), response: randomScalar(group, random) };
    const exponent = proof.response + randomness * proof.challenge;
    const offset = group.generator.power(BigInt(encrypted - plaintext) * proof.challenge);
    proofs[index] = proof;
    commitments[index] = {
      a: group.generator.power(exponent),
      b: group.multiply(encryptionKey.power(exponent), offset),
    };
    challengeSum += proof.challenge;
  }
  const truth = statements[trueIndex];
  if (truth === undefined) throw new RangeError('none of the statements is true');
  // §5 step 2
  const commitmentSecret = randomScalar(group, random);
  commitments[trueIndex] = {
    a: group.generator.power(commitmentSecret),
    b: encryptionKey.power(commitmentSecret),
  };
  // §5 steps 3 and 4
  const rest = (hashCommitments(group, context, commitments) - challengeSum) % group.q;
  const challenge = rest < 0n ? rest + group.q : rest;
  proofs[trueIndex] = {
    challenge,
    response: respond(group, commitmentSecret, truth.randomness, challenge),
  };
  return proofs;
}

/** Whether the proofs show that one of the statements is true; α and β must be members (checked elsewhere). */
export function checkOneOf(
  group: Group,
  encryptionKey: FixedBase,
  statements: readonly Statement[],
  context: string,
  proofs: readonly Proof[],
): boolean {
  if (proofs.length !== statements.length) return false;
  const proven = statements.map((statement, index): ProvenStatement => {
    const { challenge = 0n, response = 0n } = proofs[index] ?? {};
    return { ...statement, challenge, response };
  });
  const { g: generator, generatorInverse, q: order, windowBits } = group;
  const bases = { generator, generatorInverse, key: encryptionKey.base, order, windowBits };
  const commitments =
    group.engine.commitments?.(bases, proven) ?? commitmentsOf(group, encryptionKey, proven);
  const challengeSum = proofs.reduce((sum, { challenge }) => sum + challenge, 0n);
  return challengeSum % group.q === hashCommitments(group, context, commitments);
}

/** The commitments from single powers. */
function commitmentsOf(
  group: Group,
  encryptionKey: FixedBase,
  statements: readonly ProvenStatement[],
): Commitment[] {
  const powers =
    group.engine.powersOfOne === undefined
      ? powersApart(group, statements)
      : powersTogether(group, statements);
  return powers.map(({ a, b }, index): Commitment => {
    const response = statements[index]?.response ?? 0n;
    return {
      a: group.multiply(group.generator.power(response), a),
      b: group.multiply(encryptionKey.power(response), b),
    };
  });
}

/** For each statement α^challenge and (β/g^plaintext)^challenge. */
function powersApart(group: Group, statements: readonly ProvenStatement[]): readonly Commitment[] {
  return statements.map(({ alpha, beta, plaintext, challenge }) => {
    const bases = [alpha, withoutPlaintext(group, beta, plaintext)];
    const [a = 1n, b = 1n] = group.powers(bases, challenge);
    return { a, b };
  });
}

/** The same, the powers of one ciphertext together; the plaintext is taken out by a power of g. */
function powersTogether(group: Group, statements: readonly ProvenStatement[]): readonly Commitment[] {
  const challengeAt = (index: number) => statements[index]?.challenge ?? 0n;
  const powers: Commitment[] = [];
  for (const [first, { alpha, beta }] of statements.entries()) {
    if (powers[first] !== undefined) continue;
    const indexes = [...statements.keys()].filter(
      (index) => statements[index]?.alpha === alpha && statements[index]?.beta === beta,
    );
    const challenges = indexes.map(challengeAt);
    const alphaPowers = group.powersOfOne(alpha, challenges);
    const betaPowers = group.powersOfOne(beta, challenges);
    for (const [place, index] of indexes.entries()) {
      const exponent = -BigInt(statements[index]?.plaintext ?? 0) * challengeAt(index);
      const offset = exponent === 0n ? 1n : group.generator.power(exponent);
      powers[index] = { a: alphaPowers[place] ?? 1n, b: group.multiply(betaPowers[place] ?? 1n, offset) };
    }
  }
  return powers;
}

/** β / g^plaintext; plaintexts are small. */
function withoutPlaintext(group: Group, beta: bigint, plaintext: number): bigint {
  let rest = beta;
  for (let step = 0; step < plaintext; step += 1) rest = group.multiply(rest, group.generatorInverse);
  return rest;
}

function hashCommitments(group: Group, context: string, commitments: readonly Commitment[]): bigint {
  const texts = commitments.flatMap(({ a, b }) => [group.formatElement(a), group.formatElement(b)]);
  return hashToScalar(group, context + texts.join(','));
}
