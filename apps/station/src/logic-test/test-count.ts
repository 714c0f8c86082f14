import { combineShares, decryptTally, type RandomSource } from '@bilik/ballot';
import { ballotOptions, type ContestVotes, type ElectionDefinition } from '@bilik/election';
import type { TestSecrets } from '@bilik/transfer';
import { writeSealedRecord } from '../count/sealed-record.ts';
import type { TestElectionOfPlace } from '../place/prepared-place.ts';
import type { TestCast } from './test-place.ts';

/**
 * Opens the sum of some of the test's ballots by the very path of the day: the sealed record is written from the stored ballots, its sum is
 * decrypted by as many trustees as suffice, their proofs are checked, and the count is searched.
 * @param firstTrustee from which trustee on, from 0: so that a sum of booths and the sum of all are not opened by the same ones
 * @returns null when the sum does not open
 */
export function openTestSum(input: {
  readonly definition: ElectionDefinition;
  readonly test: TestElectionOfPlace;
  readonly secrets: TestSecrets;
  readonly casts: readonly TestCast[];
  readonly firstTrustee: number;
  readonly random: RandomSource;
}): readonly ContestVotes[] | null {
  const { definition, test, random } = input;
  const { election, trustees, credentials } = test;
  const { sum } = writeSealedRecord({
    election,
    credentials,
    trusteesText: trustees.text,
    timestamp: 0,
    ballots: input.casts,
  });
  const tally = sum.ciphertexts;
  const keys = input.secrets.trusteeKeys;
  const shares = Array.from({ length: definition.trustees.threshold }, (_, index) => {
    const owner = (input.firstTrustee + index) % keys.length;
    const privateKey = BigInt(keys[owner] ?? '0');
    return { owner: owner + 1, text: decryptTally({ election, tally, privateKey, random }) };
  });
  const opened = combineShares({ election, trustees, tally, totalWeight: sum.totalWeight, shares });
  if (!opened.ok) return null;
  return definition.contests.map((contest, position) => ({
    contest: contest.id,
    options: ballotOptions(contest).map(({ key }, option) => ({
      key,
      votes: opened.value.counts[position]?.[option] ?? 0,
    })),
  }));
}
