import type { CheckedBallot } from '../ballot/check.ts';
import { type Ciphertext, EMPTY_CIPHERTEXT, multiplyCiphertexts } from '../ballot/ciphertext.ts';
import type { Election } from '../election/election.ts';
import type { Group } from '../group/group.ts';

/** For each question the ciphertexts of its choices, a Belenios blank first: the shape of ballots and tallies. */
export type CiphertextTable = readonly (readonly Ciphertext[])[];

/** Component-wise product of ballots, or of a part of them; plain values, so that a worker can post it. */
export interface BallotSum {
  readonly ciphertexts: CiphertextTable;
  /** Ballots summed. */
  readonly ballotCount: number;
  /** Sum of their weights, in votes. */
  readonly totalWeight: number;
}

/** What is summed of a ballot. */
export type SummedBallot = Pick<CheckedBallot, 'answers' | 'weight'>;

/** The sum of no ballots. */
export function emptySum({ questions }: Pick<Election, 'questions'>): BallotSum {
  const ciphertexts = questions.map(({ answers, blank }) =>
    new Array<Ciphertext>(answers.length + (blank ? 1 : 0)).fill(EMPTY_CIPHERTEXT),
  );
  return { ciphertexts, ballotCount: 0, totalWeight: 0 };
}

/** The sum with one more ballot, as many times as its weight (format §11). Two products a choice at weight 1. */
export function addBallot(group: Group, sum: BallotSum, { answers, weight }: SummedBallot): BallotSum {
  const weighted =
    weight === 1 ? answers : answers.map((row) => row.map((item) => raise(group, item, weight)));
  return mergeSums(group, sum, { ciphertexts: weighted, ballotCount: 1, totalWeight: weight });
}

/** The sum of all these ballots; whoever calls sees to it that each credential is in it once. */
export function sumBallots(
  { group, questions }: Pick<Election, 'group' | 'questions'>,
  ballots: Iterable<SummedBallot>,
): BallotSum {
  let sum = emptySum({ questions });
  for (const ballot of ballots) sum = addBallot(group, sum, ballot);
  return sum;
}

/** The sum of two disjoint parts, in either order. */
export function mergeSums(group: Group, left: BallotSum, right: BallotSum): BallotSum {
  return {
    ciphertexts: left.ciphertexts.map((row, question) =>
      row.map((ciphertext, choice) => {
        const other = right.ciphertexts[question]?.[choice];
        if (other === undefined) throw new RangeError('the sums are of different elections');
        return multiplyCiphertexts(group, ciphertext, other);
      }),
    ),
    ballotCount: left.ballotCount + right.ballotCount,
    totalWeight: left.totalWeight + right.totalWeight,
  };
}

function raise(group: Group, { alpha, beta }: Ciphertext, weight: number): Ciphertext {
  const [raisedAlpha = 1n, raisedBeta = 1n] = group.powers([alpha, beta], BigInt(weight));
  return { alpha: raisedAlpha, beta: raisedBeta };
}
