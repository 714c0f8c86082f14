import { describe, expect, test } from 'vitest';
import {
  credentials,
  election,
  faultOf,
  forged,
  type LooseAnswer,
  looseBallot,
  OTHERS,
  other,
  resign,
  VALID,
  voter,
} from '../../test/forging.ts';
import { at, buildPlace, MARK, succeeded, testRandom } from '../../test/place.ts';
import {
  type BallotFault,
  checkBallot,
  chooseAnswers,
  encryptBallot,
  parseElection,
  randomScalar,
  writeElection,
} from '../index.ts';

const random = testRandom('copied ballots');
const { group } = election;

describe('copied and re-made ballots (attack I1), signed with the thief’s own card', () => {
  const stolen = () => looseBallot(OTHERS).answers;
  const firstProof: BallotFault = { type: 'individual-proof-invalid', question: 0, choice: 0 };

  test('another voter’s whole ballot, again, is that voter’s ballot and nobody else’s', () => {
    expect(succeeded(checkBallot({ election, credentials, text: OTHERS })).credential).toBe(
      String(other.publicKey),
    );
  });

  test('another voter’s answers under one’s own card', () => {
    const ballot = { ...looseBallot(VALID), answers: stolen() };
    expect(faultOf(resign(election, ballot, voter, random))).toEqual(firstProof);
  });

  test('the same, every ciphertext re-randomised', () => {
    const answers = stolen();
    for (const { choices } of answers) {
      for (const choice of choices) {
        const r = randomScalar(group, random);
        choice.alpha = String(group.multiply(BigInt(choice.alpha), group.generator.power(r)));
        choice.beta = String(group.multiply(BigInt(choice.beta), election.encryptionKey.power(r)));
      }
    }
    expect(faultOf(resign(election, { ...looseBallot(VALID), answers }, voter, random))).toEqual(firstProof);
  });

  test.each<[string, (answers: LooseAnswer[]) => void, BallotFault]>([
    [
      'two choices swapped',
      (answers) => {
        at(answers, 0).choices.reverse();
      },
      firstProof,
    ],
    [
      'choices and individual proofs swapped',
      (answers) => {
        at(answers, 0).choices.reverse();
        at(answers, 0).individual_proofs.reverse();
      },
      { type: 'overall-proof-invalid', question: 0 },
    ],
    [
      'individual proofs swapped',
      (answers) => {
        at(answers, 0).individual_proofs.reverse();
      },
      firstProof,
    ],
    [
      'the halves of a proof swapped',
      (answers) => {
        at(at(answers, 0).individual_proofs, 1).reverse();
      },
      { type: 'individual-proof-invalid', question: 0, choice: 1 },
    ],
    [
      'one ciphertext for both choices',
      (answers) => {
        at(answers, 0).choices[1] = at(at(answers, 0).choices, 0);
      },
      { type: 'individual-proof-invalid', question: 0, choice: 1 },
    ],
    [
      'one vote for both choices, proofs and all',
      (answers) => {
        const first = at(answers, 0);
        first.choices[1] = at(first.choices, 0);
        first.individual_proofs[1] = at(first.individual_proofs, 0);
      },
      { type: 'overall-proof-invalid', question: 0 },
    ],
    [
      'a plaintext of one more',
      (answers) => {
        const choice = at(at(answers, 1).choices, 1);
        choice.beta = String(group.multiply(BigInt(choice.beta), group.g));
      },
      { type: 'individual-proof-invalid', question: 1, choice: 1 },
    ],
    [
      'an overall proof of the other question',
      (answers) => {
        at(answers, 0).overall_proof = [at(at(answers, 1).overall_proof, 0)];
      },
      { type: 'overall-proof-invalid', question: 0 },
    ],
    [
      'a changed overall proof with blank',
      (answers) => {
        at(answers, 1).overall_proof.reverse();
      },
      { type: 'overall-proof-invalid', question: 1 },
    ],
    [
      'a changed blank proof',
      (answers) => {
        at(answers, 1).blank_proof?.reverse();
      },
      { type: 'blank-proof-invalid', question: 1 },
    ],
    [
      'blank proof in place of an individual one',
      (answers) => {
        at(answers, 1).individual_proofs[0] = at(answers, 1).blank_proof ?? [];
      },
      { type: 'individual-proof-invalid', question: 1, choice: 0 },
    ],
  ])('%s', (_, change, fault) => {
    expect(faultOf(forged(change))).toEqual(fault);
  });

  test('a ballot of another election with the same key, trustees and cards', () => {
    const definition = { ...election, group: group.name, description: 'a second election' };
    const second = succeeded(parseElection(writeElection(definition)));
    expect(faultOf(VALID, second)).toEqual({ type: 'other-election', field: 'election_hash' });
    const relabelled = { ...looseBallot(VALID), election_hash: second.fingerprint };
    expect(faultOf(resign(second, relabelled, voter, random), second)).toEqual(firstProof);
  });

  test('one ballot for every election: a ballot of the Bilik profile does not fit this one', () => {
    const bilik = buildPlace({ name: 'refused', bilik: MARK });
    const choices = chooseAnswers(bilik.election, [0]);
    const { text } = encryptBallot({ election: bilik.election, credential: voter, choices, random });
    expect(faultOf(text)).toEqual({ type: 'other-election', field: 'election_hash' });
  });
});
