import type { Ciphertext } from '../ballot/check.ts';
import type { Election } from '../election/election.ts';
import type { Result } from '../result.ts';
import type { Trustees } from '../trustee/list.ts';
import type { OwnedShare, ShareFault } from './partial-decryption.ts';

/** For each question the votes for each answer; the Belenios blank first where there is one. */
export type Counts = readonly (readonly number[])[];

export interface Opening {
  readonly counts: Counts;
  /** Shares that hold, at most one an owner, in order of owner: these belong into the record. */
  readonly shares: readonly OwnedShare[];
  /** Shares that were skipped, and why. */
  readonly refused: readonly {
    readonly owner: number;
    readonly fault: ShareFault | { readonly type: 'repeated' };
  }[];
  /** Trustees without a valid share. */
  readonly missing: readonly number[];
}

export type OpeningFault =
  | {
      readonly type: 'too-few-shares';
      readonly refused: Opening['refused'];
      readonly missing: readonly number[];
    }
  | { readonly type: 'count-out-of-range'; readonly question: number; readonly choice: number };

export interface OpeningInput {
  readonly election: Election;
  readonly trustees: Trustees;
  readonly tally: readonly (readonly Ciphertext[])[];
  /** Largest possible count, in votes: the tally's total weight. */
  readonly totalWeight: number;
  readonly shares: readonly OwnedShare[];
}

export function combineShares(input: OpeningInput): Result<Opening, OpeningFault> {
  void input;
  throw new Error('not written yet');
}
