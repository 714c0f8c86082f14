import type { TextFault } from '../json.ts';

/** Why a ballot is refused. Questions and choices are counted from 0; a Belenios blank is choice 0. */
export type BallotFault =
  | TextFault
  /** A field is missing, unknown, out of order, of another type, or a number is not canonical or out of range. */
  | { readonly type: 'malformed'; readonly path: string }
  /** Too many or too few answers, choices or proofs. */
  | { readonly type: 'wrong-count'; readonly path: string; readonly expected: number }
  | { readonly type: 'other-election'; readonly field: 'election_uuid' | 'election_hash' }
  /** The credential is not in the public list. */
  | { readonly type: 'unknown-credential' }
  /** The hash in the signature is not that of the ballot. */
  | { readonly type: 'hash-mismatch' }
  | { readonly type: 'signature-invalid' }
  | {
      readonly type: 'not-a-member';
      readonly question: number;
      readonly choice: number;
      readonly part: 'alpha' | 'beta';
    }
  | { readonly type: 'individual-proof-invalid'; readonly question: number; readonly choice: number }
  | { readonly type: 'overall-proof-invalid'; readonly question: number }
  | { readonly type: 'blank-proof-invalid'; readonly question: number };
