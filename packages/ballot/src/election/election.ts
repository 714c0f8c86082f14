import type { FixedBase, Group } from '../group/group.ts';

/** A question whose answers are each chosen or not. */
export interface Question {
  readonly question: string;
  readonly answers: readonly string[];
  /** Whether the Belenios blank stands as an extra first choice. Never in the Bilik profile. */
  readonly blank: boolean;
  /** Fewest and most answers of a non-blank vote. Both 1 in the Bilik profile. */
  readonly min: number;
  readonly max: number;
}

/** What marks an election of the Bilik profile. */
export interface BilikMark {
  readonly profile: 1;
  readonly kind: 'exercise' | 'real';
  /** Code of the polling place, 1 to 100 characters. */
  readonly pollingPlace: string;
  /** The station's Ed25519 public key: 32 bytes in Base64 with padding. */
  readonly signingKey: string;
}

/** Everything an election object says. */
export interface ElectionDefinition {
  readonly uuid: string;
  readonly name: string;
  readonly description: string;
  /** Name of the group. */
  readonly group: string;
  /** The election's public key y, from `electionPublicKey`. */
  readonly publicKey: bigint;
  readonly questions: readonly Question[];
  readonly administrator?: string;
  readonly credentialAuthority?: string;
  /** Present: the Bilik profile. */
  readonly bilik?: BilikMark;
}

/** A parsed election, bound to the exact text it came from. */
export interface Election extends Omit<ElectionDefinition, 'group'> {
  /** The exact text of the record; it is never written anew. */
  readonly text: string;
  /** φ: Base64 SHA-256 of the text, 43 characters; in every ballot and proof. */
  readonly fingerprint: string;
  readonly group: Group;
  /** y with its table. */
  readonly encryptionKey: FixedBase;
  /** Bilik: marked by `bilik`. Belenios: any other election that the tool makes. */
  readonly profile: 'bilik' | 'belenios';
}

/** One thing that is wrong with an election object. */
export interface ElectionFault {
  /** Such as `questions[0].answers[2]`; empty for the object itself. */
  readonly path: string;
  readonly problem:
    | 'too-long'
    | 'too-short'
    | 'not-canonical'
    | 'missing'
    | 'unknown-field'
    | 'wrong-type'
    | 'wrong-value'
    | 'too-many'
    | 'too-few'
    | 'not-in-profile'
    | 'not-a-member';
  /** The limit of this program that was passed, where there is one: see `election/limits.ts`. */
  readonly limit?: number;
}
