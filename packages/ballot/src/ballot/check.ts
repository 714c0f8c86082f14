import type { PublicCredentials } from '../credential/public-list.ts';
import type { Election } from '../election/election.ts';
import type { PowerEngine } from '../group/engine.ts';
import type { Result } from '../result.ts';

/** An ElGamal ciphertext (g^r, y^r · g^m). */
export interface Ciphertext {
  readonly alpha: bigint;
  readonly beta: bigint;
}

/** A ballot that keeps every rule. */
export interface CheckedBallot {
  readonly text: string;
  /** Hex SHA-256 of the text. */
  readonly hash: string;
  /** Base64 SHA-256 of the text, 43 characters. */
  readonly tracker: string;
  /** The credential's public key in decimal digits: key of `PublicCredentials.byKey`. */
  readonly credential: string;
  /** Place of the credential in the public list, from 0. */
  readonly credentialPosition: number;
  /** Votes that the ballot counts for. */
  readonly weight: number;
  /** For each question the ciphertexts, the Belenios blank first where there is one. */
  readonly answers: readonly (readonly Ciphertext[])[];
  /** Elements whose membership is still to be tested: all α and β, or none when membership was not deferred. */
  readonly untestedElements: readonly bigint[];
}

/** Why a ballot is refused. Questions and choices are counted from 0. */
export type BallotFault =
  | { readonly type: 'too-long'; readonly limit: number }
  | { readonly type: 'not-canonical' }
  | { readonly type: 'malformed'; readonly path: string }
  | { readonly type: 'other-election'; readonly field: 'election_uuid' | 'election_hash' }
  | { readonly type: 'unknown-credential' }
  | { readonly type: 'hash-mismatch' }
  | { readonly type: 'signature-invalid' }
  | {
      readonly type: 'not-a-member';
      readonly question: number;
      readonly choice: number;
      readonly part: 'alpha' | 'beta';
    }
  | { readonly type: 'individual-proof-invalid'; readonly question: number; readonly choice: number }
  | { readonly type: 'blank-proof-invalid'; readonly question: number }
  | { readonly type: 'overall-proof-invalid'; readonly question: number };

export interface BallotCheckInput {
  readonly election: Election;
  readonly credentials: PublicCredentials;
  readonly text: string;
  /** Replaces the engine of the election's group. */
  readonly engine?: PowerEngine;
  /**
   * 'now' (default): every α and β is tested. 'deferred': they come back as `untestedElements`, and the ballot is
   * accepted only after `findNonMembers` over those of many ballots has found none.
   */
  readonly membership?: 'now' | 'deferred';
}

export function checkBallot(input: BallotCheckInput): Result<CheckedBallot, BallotFault> {
  void input;
  throw new Error('not written yet');
}

/** The longest text a ballot of this election can have, in UTF-16 units (all of a valid ballot is ASCII). */
export function ballotLengthLimit(election: Election): number {
  void election;
  throw new Error('not written yet');
}
