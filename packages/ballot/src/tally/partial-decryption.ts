import type { Ciphertext } from '../ballot/check.ts';
import type { Election } from '../election/election.ts';
import type { RandomSource } from '../random.ts';
import type { Result } from '../result.ts';
import type { Trustees } from '../trustee/list.ts';

/** A trustee's partial decryption with its number in the list of trustees. */
export interface OwnedShare {
  /** From 1, over all trustees in the order of the record (format §12). */
  readonly owner: number;
  /** The exact text of the partial decryption. */
  readonly text: string;
}

/** A share whose every proof holds. */
export interface CheckedShare extends OwnedShare {
  /** α^x for every ciphertext of the tally. */
  readonly factors: readonly (readonly bigint[])[];
}

export type ShareFault =
  | { readonly type: 'unknown-owner' }
  | { readonly type: 'too-long'; readonly limit: number }
  | { readonly type: 'not-canonical' }
  | { readonly type: 'malformed'; readonly path: string }
  | { readonly type: 'not-a-member'; readonly question: number; readonly choice: number }
  | { readonly type: 'proof-invalid'; readonly question: number; readonly choice: number };

export interface DecryptionInput {
  readonly election: Election;
  readonly tally: readonly (readonly Ciphertext[])[];
  /** The trustee's secret x: of a single trustee, or from `openDecryptionKey`. */
  readonly privateKey: bigint;
  readonly random: RandomSource;
}

/** A trustee's partial decryption of the sum, with proofs (format §12). @returns the text of the record */
export function decryptTally(input: DecryptionInput): string {
  void input;
  throw new Error('not written yet');
}

export interface ShareCheckInput {
  readonly election: Election;
  readonly trustees: Trustees;
  readonly tally: readonly (readonly Ciphertext[])[];
  readonly share: OwnedShare;
}

export function checkShare(input: ShareCheckInput): Result<CheckedShare, ShareFault> {
  void input;
  throw new Error('not written yet');
}

/** The second object of the event PartialDecryption. */
export function writeOwnedShare(share: OwnedShare): string {
  void share;
  throw new Error('not written yet');
}

/** @returns the owner's number and the hex hash of the partial decryption */
export function parseOwnedShare(
  text: string,
): Result<
  { readonly owner: number; readonly payload: string },
  { readonly type: 'malformed' | 'not-canonical' }
> {
  void text;
  throw new Error('not written yet');
}
