import type { Ciphertext } from '../ballot/check.ts';
import type { Election } from '../election/election.ts';
import type { Result } from '../result.ts';
import type { BallotSum } from './sum.ts';

/** The second object of the event EncryptedTally (format §11). */
export interface SizedTally {
  readonly ballotCount: number;
  readonly totalWeight: number;
  /** Hex SHA-256 of the encrypted tally's text. */
  readonly encryptedTallyHash: string;
}

export type TallyFault =
  | { readonly type: 'too-long'; readonly limit: number }
  | { readonly type: 'not-canonical' }
  | { readonly type: 'malformed'; readonly path: string };

export function writeEncryptedTally(sum: Pick<BallotSum, 'ciphertexts'>): string {
  void sum;
  throw new Error('not written yet');
}

export function writeSizedTally(sum: BallotSum, encryptedTallyText: string): string {
  void [sum, encryptedTallyText];
  throw new Error('not written yet');
}

export function parseEncryptedTally(
  election: Election,
  text: string,
): Result<readonly (readonly Ciphertext[])[], TallyFault> {
  void [election, text];
  throw new Error('not written yet');
}

export function parseSizedTally(text: string): Result<SizedTally, TallyFault> {
  void text;
  throw new Error('not written yet');
}
