import { describe, expect, test } from 'vitest';
import {
  credentials,
  election,
  faultOf,
  forged,
  looseBallot,
  resign,
  VALID,
  voter,
} from '../../test/forging.ts';
import { at, succeeded, testRandom } from '../../test/place.ts';
import { checkBallot, findNonMembers, randomScalar } from '../index.ts';
import { proveOneOf } from '../proof/disjunction.ts';
import { ballotProofContext, questionProofContext, rangeContext } from './context.ts';

const random = testRandom('outside the group');
const { group } = election;
const { p } = group;

describe('elements outside the group (attack I2)', () => {
  const places = [0, 1].flatMap((question) =>
    [0, 1].flatMap((choice) => (['alpha', 'beta'] as const).map((part) => ({ question, choice, part }))),
  );

  test.each(places)('question $question, choice $choice, $part: 0, p, −x and 2x are refused', (where) => {
    const { question, choice, part } = where;
    const replaced = (by: (element: bigint) => bigint) =>
      faultOf(
        forged((answers) => {
          const ciphertext = at(at(answers, question).choices, choice);
          ciphertext[part] = String(by(BigInt(ciphertext[part])));
        }),
      );
    const malformed = { type: 'malformed', path: `answers[${question}].choices[${choice}]` };
    expect(replaced(() => 0n)).toEqual(malformed);
    expect(replaced(() => p)).toEqual(malformed);
    expect(replaced((element) => p - element)).toEqual({ type: 'not-a-member', ...where });
    expect(replaced((element) => (2n * element) % p)).toEqual({ type: 'not-a-member', ...where });
    expect(replaced(() => p - 1n)).toEqual({ type: 'not-a-member', ...where });
  });

  /**
   * A ballot whose first β is multiplied by −1 and whose proofs nevertheless hold: the cheat makes proofs until every
   * challenge that −1 is raised to is even. Only membership tells.
   */
  function negatedBallot(): string {
    const { encryptionKey } = election;
    const base = ballotProofContext(election.fingerprint, String(voter.publicKey));
    const [r0, r1] = [randomScalar(group, random), randomScalar(group, random)];
    const texts = [
      { alpha: group.generator.power(r0), beta: p - group.multiply(encryptionKey.power(r0), group.g) },
      { alpha: group.generator.power(r1), beta: encryptionKey.power(r1) },
    ].map(({ alpha, beta }) => ({ alpha: String(alpha), beta: String(beta) }));
    const [first, second] = [at(texts, 0), at(texts, 1)];
    const proofsWithEvenChallenges = (
      encrypted: number,
      r: bigint,
      plaintexts: number[],
      context: string,
    ) => {
      for (;;) {
        const statements = plaintexts.map((plaintext) => ({ randomness: r, encrypted, plaintext }));
        const proofs = proveOneOf(group, encryptionKey, statements, context, random);
        if (proofs.every(({ challenge }) => challenge % 2n === 0n)) {
          return proofs.map(({ challenge, response }) => ({
            challenge: String(challenge),
            response: String(response),
          }));
        }
      }
    };
    const total = {
      alpha: String(group.multiply(BigInt(first.alpha), BigInt(second.alpha))),
      beta: String(group.multiply(BigInt(first.beta), BigInt(second.beta))),
    };
    const overall = rangeContext(questionProofContext(base, texts), total);
    const ballot = looseBallot(VALID);
    ballot.answers[0] = {
      choices: texts,
      individual_proofs: [
        proofsWithEvenChallenges(1, r0, [0, 1], rangeContext(base, first)),
        proofsWithEvenChallenges(0, r1, [0, 1], rangeContext(base, second)),
      ],
      overall_proof: proofsWithEvenChallenges(1, r0 + r1, [1], overall),
    };
    return resign(election, ballot, voter, random);
  }

  test('a ballot whose proofs all hold is still refused, at once or in a batch', () => {
    const text = negatedBallot();
    expect(faultOf(text)).toEqual({ type: 'not-a-member', question: 0, choice: 0, part: 'beta' });
    const deferred = succeeded(checkBallot({ election, credentials, text, membership: 'deferred' }));
    const elements = deferred.answers.flatMap((row) => row.flatMap(({ alpha, beta }) => [alpha, beta]));
    expect(findNonMembers(group, elements, random)).toEqual([1]);
  });
});
