import { ballotProofContext, questionProofContext, rangeContext } from '../src/ballot/context.ts';
import { type Credential, type Election, type RandomSource, randomScalar } from '../src/index.ts';
import { type OpenedStatement, proveOneOf } from '../src/proof/disjunction.ts';
import { resign } from './forging.ts';
import { at } from './place.ts';

/**
 * A vote for the first answer of an election's one question whose first β is multiplied by −1 and whose proofs hold
 * nevertheless: the cheat makes proofs until every challenge that −1 is raised to is even. Only membership tells.
 */
export function negatedBallot(election: Election, holder: Credential, random: RandomSource): string {
  const { group, encryptionKey, questions } = election;
  const base = ballotProofContext(election.fingerprint, String(holder.publicKey));
  const votes = at(questions, 0).answers.map((_, index) => ({
    randomness: randomScalar(group, random),
    encrypted: index === 0 ? 1 : 0,
  }));
  const ciphertexts = votes.map(({ randomness, encrypted }, index) => {
    const beta = group.multiply(encryptionKey.power(randomness), encrypted === 1 ? group.g : 1n);
    return { alpha: group.generator.power(randomness), beta: index === 0 ? group.p - beta : beta };
  });
  const text = ({ alpha, beta }: { readonly alpha: bigint; readonly beta: bigint }) => ({
    alpha: String(alpha),
    beta: String(beta),
  });
  const texts = ciphertexts.map(text);
  const total = ciphertexts.reduce((sum, next) => ({
    alpha: group.multiply(sum.alpha, next.alpha),
    beta: group.multiply(sum.beta, next.beta),
  }));
  const evenProofs = (statements: readonly OpenedStatement[], context: string) => {
    for (;;) {
      const proofs = proveOneOf(group, encryptionKey, statements, context, random);
      if (proofs.every(({ challenge }) => challenge % 2n === 0n)) {
        return proofs.map(({ challenge, response }) => ({
          challenge: String(challenge),
          response: String(response),
        }));
      }
    }
  };
  const proofs = votes.map((vote, index) =>
    evenProofs(
      [0, 1].map((plaintext) => ({ ...vote, plaintext })),
      rangeContext(base, at(texts, index)),
    ),
  );
  const totalRandomness = votes.reduce((sum, { randomness }) => sum + randomness, 0n);
  const answer = {
    choices: texts,
    individual_proofs: proofs,
    overall_proof: evenProofs(
      [{ randomness: totalRandomness, encrypted: 1, plaintext: 1 }],
      rangeContext(questionProofContext(base, texts), text(total)),
    ),
  };
  const ballot = {
    election_uuid: election.uuid,
    election_hash: election.fingerprint,
    credential: '',
    answers: [answer],
  };
  return resign(election, ballot, holder, random);
}
