import type { Election, Question } from '../election/election.ts';
import { type OpenedStatement, proveOneOf } from '../proof/disjunction.ts';
import { type Proof, proofObject } from '../proof/proof.ts';
import { type RandomSource, randomScalar } from '../random.ts';
import { type Ciphertext, EMPTY_CIPHERTEXT, multiplyCiphertexts } from './ciphertext.ts';
import {
  blankContext,
  ciphertextText,
  overallBlankContext,
  questionProofContext,
  rangeContext,
} from './context.ts';

/** One encrypted 0 or 1, and what opens it. */
interface OpenedCiphertext extends Ciphertext {
  readonly randomness: bigint;
  readonly encrypted: number;
}

export interface AnswerInput {
  readonly election: Election;
  readonly question: Question;
  /** Valid choices for this question. */
  readonly choices: readonly (0 | 1)[];
  /** S₀ of the ballot. */
  readonly baseContext: string;
  readonly random: RandomSource;
}

/**
 * Encrypts one question's choices with all proofs (format §10.2). Draws scalars in this order: r of every choice; then
 * for each individual proof in order, the overall proof, and the blank proof where there is one, what `proveOneOf` draws.
 * @returns the answer's JSON object
 */
export function encryptAnswer({ election, question, choices, baseContext, random }: AnswerInput) {
  const { group, encryptionKey } = election;
  const prove = (statements: readonly OpenedStatement[], context: string) =>
    proveOneOf(group, encryptionKey, statements, context, random);
  const proofList = (proofs: readonly Proof[]) => proofs.map((proof) => proofObject(group, proof));

  const ciphertexts = choices
    .map((encrypted) => ({ encrypted, randomness: randomScalar(group, random) }))
    .map(
      ({ encrypted, randomness }): OpenedCiphertext => ({
        encrypted,
        randomness,
        alpha: group.generator.power(randomness),
        beta: group.multiply(encryptionKey.power(randomness), encrypted === 1 ? group.g : 1n),
      }),
    );
  const texts = ciphertexts.map(ciphertextText);
  const individualProofs = ciphertexts.map((ciphertext, index) => {
    const text = texts[index] ?? ciphertextText(ciphertext);
    return proofList(prove(statementsOf(ciphertext, 0, 1), rangeContext(baseContext, text)));
  });

  const answerCiphertexts = question.blank ? ciphertexts.slice(1) : ciphertexts;
  const total = answerCiphertexts.reduce<OpenedCiphertext>(
    (sum, next) => ({
      ...multiplyCiphertexts(group, sum, next),
      randomness: sum.randomness + next.randomness,
      encrypted: sum.encrypted + next.encrypted,
    }),
    { ...EMPTY_CIPHERTEXT, randomness: 0n, encrypted: 0 },
  );
  const counts = statementsOf(total, question.min, question.max);
  const answer = { choices: texts, individual_proofs: individualProofs };
  const context = questionProofContext(baseContext, texts);
  const blankCiphertext = ciphertexts[0];
  if (!question.blank || blankCiphertext === undefined) {
    const overallProof = proofList(prove(counts, rangeContext(context, ciphertextText(total))));
    return { ...answer, overall_proof: overallProof };
  }
  const isBlank = statementsOf(blankCiphertext, 1, 1);
  const isNotBlank = statementsOf(blankCiphertext, 0, 0);
  const overallProof = proofList(prove([...isBlank, ...counts], overallBlankContext(context)));
  const blankProof = proofList(prove([...isNotBlank, ...statementsOf(total, 0, 0)], blankContext(context)));
  return { ...answer, overall_proof: overallProof, blank_proof: blankProof };
}

/** The statements "it encrypts min", …, "it encrypts max". */
function statementsOf(
  { randomness, encrypted }: OpenedCiphertext,
  min: number,
  max: number,
): OpenedStatement[] {
  return Array.from({ length: max - min + 1 }, (_, index) => ({
    randomness,
    encrypted,
    plaintext: min + index,
  }));
}
