import type { Credential } from '../credential/credential.ts';
import type { Election } from '../election/election.ts';
import type { RandomSource } from '../random.ts';
import type { Choices } from './choices.ts';

/** A ballot's signature by its credential. */
export interface BallotSignature {
  /** H: Base64 SHA-256 of the ballot without its signature, 43 characters. */
  readonly hash: string;
  readonly challenge: bigint;
  readonly response: bigint;
}

/** A ballot ready to be cast, and what opens it. */
export interface EncryptedBallot {
  /** The exact text of the record. */
  readonly text: string;
  /** Hex SHA-256 of the text. */
  readonly hash: string;
  /** Base64 SHA-256 of the text, 43 characters: the voter's tracker. */
  readonly tracker: string;
  readonly signature: BallotSignature;
  /** 32 secret bytes that repeat the encryption. Show them only to prove a ballot that will never be cast. */
  readonly seed: Uint8Array;
}

export interface EncryptionInput {
  readonly election: Election;
  readonly credential: Credential;
  readonly choices: Choices;
  readonly random: RandomSource;
}

/** What repeats a proved ballot. */
export interface ReencryptionInput {
  readonly election: Election;
  /** The credential's public key. */
  readonly publicKey: bigint;
  readonly signature: BallotSignature;
  readonly seed: Uint8Array;
  readonly choices: Choices;
}

export function encryptBallot(input: EncryptionInput): EncryptedBallot {
  void input;
  throw new Error('not written yet');
}

/** @returns the ballot's text, hex hash and tracker, to be compared with the voter's slip */
export function reencryptBallot(input: ReencryptionInput): { text: string; hash: string; tracker: string } {
  void input;
  throw new Error('not written yet');
}
