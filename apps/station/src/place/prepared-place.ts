import type { Election, PublicCredentials, Trustees } from '@bilik/ballot';
import type { ElectionDefinition, RulePack } from '@bilik/election';
import type { PreparedDevice } from '@bilik/server';
import type { ElectionParts, PackageManifest, PeopleFile, TestSecrets } from '@bilik/transfer';
import type { CheckInKnown } from './check-in-file.ts';
import type { DeskVoter, Secrets } from './prepared-files.ts';

/** Everything that was fixed before the day. Nothing of it changes while the station runs. */
export interface PreparedPlace {
  readonly definition: ElectionDefinition;
  readonly rulePack: RulePack;
  readonly election: Election;
  readonly trustees: Trustees;
  readonly credentials: PublicCredentials;
  /** The election of the logic and accuracy test. */
  readonly test: TestElectionOfPlace;
  readonly voters: readonly DeskVoter[];
  readonly checkIn: CheckInKnown;
  readonly devices: readonly PreparedDevice[];
  readonly secrets: Secrets;
  /** What proves a PIN, of everybody who has one. */
  readonly people: PeopleFile;
  /** Candidates' pictures by file name, exactly those that the definition names. */
  readonly photos: ReadonlyMap<string, Uint8Array>;
  /** What the package that was loaded says of itself: version, issuer, the bounds of the clock. */
  readonly manifest: PackageManifest;
  /** SHA-256 of the package's manifest, lower-case hex: what its words are made of. */
  readonly packageFingerprint: string;
  /** PEM of the one authority that this place's devices trust. */
  readonly authority: string;
  /** PEM of what the station shows on HTTPS. */
  readonly stationCertificate: string;
  /** SHA-256 of each file but the secrets, by its name. */
  readonly fileHashes: ReadonlyMap<string, string>;
}

/** Another election with cards and keys of its own: nothing of it is good for this one. */
export interface TestElectionOfPlace extends ElectionParts {
  /** Undefined from the moment in which they are erased. */
  readonly secrets: TestSecrets | undefined;
}

/** A prepared file that does not belong to the others, or is not what it says. `detail` names the field. */
export interface PlaceProblem {
  readonly type:
    | 'place-file-unreadable'
    | 'place-file-malformed'
    /** It is not, byte for byte, what the package brought; or the package brought no such file. */
    | 'place-file-changed'
    | 'place-files-disagree';
  readonly file: string;
  readonly detail: string;
}
