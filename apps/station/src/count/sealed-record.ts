import {
  type ArchiveState,
  ArchiveWriter,
  addBallot,
  type BallotSum,
  type Election,
  emptySum,
  type PublicCredentials,
  readKeptBallot,
  writeEncryptedTally,
  writeSizedTally,
} from '@bilik/ballot';
import { DamagedContent } from '../store/medium-failure.ts';

/** A record that ends after the encrypted tally: what trustees check in full before they give a share. */
export interface SealedRecord {
  readonly bytes: Uint8Array;
  /** Where its writer stopped, so that shares and result can be appended. */
  readonly state: ArchiveState;
  readonly sum: BallotSum;
}

export interface SealedRecordInput {
  readonly election: Election;
  readonly trusteesText: string;
  readonly credentials: PublicCredentials;
  /** Unix seconds of the record's header. */
  readonly timestamp: number;
  /** Hashes of the ballots that were cast, and how to read each. */
  readonly ballots: readonly { readonly hash: string; readonly text: () => string }[];
}

/** Code units, as hex digits compare: the order of the record says nothing of the order of casting. */
function byHash(a: { readonly hash: string }, b: { readonly hash: string }): number {
  return a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0;
}

/**
 * Writes the record of a closed polling place up to the encrypted tally. Every ballot was checked when it came; here its hash says
 * that it is still that ballot, so that a damaged medium is found now and not by the public.
 * @throws DamagedContent when a stored ballot is no longer what was received: the record must not be made
 */
export function writeSealedRecord(input: SealedRecordInput): SealedRecord {
  const { election, credentials } = input;
  const writer = new ArchiveWriter({ timestamp: input.timestamp });
  const parts: Uint8Array[] = [
    writer.setup({ election: election.text, trustees: input.trusteesText, credentials: credentials.text }),
  ];
  let sum = emptySum(election);
  for (const ballot of [...input.ballots].sort(byHash)) {
    const text = ballot.text();
    const kept = readKeptBallot({ election, credentials, text, hash: ballot.hash });
    if (!kept.ok) throw new DamagedContent(`The stored ballot ${ballot.hash} is no longer what was received`);
    sum = addBallot(election.group, sum, kept.value);
    parts.push(writer.ballot(text));
  }
  parts.push(writer.endBallots());
  const tally = writeEncryptedTally(sum);
  parts.push(writer.encryptedTally(tally, writeSizedTally(sum, tally)));
  return { bytes: Buffer.concat(parts), state: writer.state, sum };
}
