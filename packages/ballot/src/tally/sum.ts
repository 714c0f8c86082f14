import type { CheckedBallot, Ciphertext } from '../ballot/check.ts';
import type { Election } from '../election/election.ts';
import type { Group } from '../group/group.ts';

/** Component-wise product of ballots, or of a part of them; plain values, so that a worker can post it. */
export interface BallotSum {
  /** Like the answers of a ballot. */
  readonly ciphertexts: readonly (readonly Ciphertext[])[];
  /** Ballots summed. */
  readonly ballotCount: number;
  /** Sum of their weights, in votes. */
  readonly totalWeight: number;
}

export function emptySum(election: Election): BallotSum {
  void election;
  throw new Error('not written yet');
}

export function addBallot(
  group: Group,
  sum: BallotSum,
  ballot: Pick<CheckedBallot, 'answers' | 'weight'>,
): BallotSum {
  void [group, sum, ballot];
  throw new Error('not written yet');
}

export function sumBallots(
  election: Election,
  ballots: Iterable<Pick<CheckedBallot, 'answers' | 'weight'>>,
): BallotSum {
  void [election, ballots];
  throw new Error('not written yet');
}

/** The sum of two disjoint parts, in either order. */
export function mergeSums(group: Group, left: BallotSum, right: BallotSum): BallotSum {
  void [group, left, right];
  throw new Error('not written yet');
}
