import type { PublicCredentials } from '../credential/public-list.ts';
import type { Election } from '../election/election.ts';
import { sha256Base64, sha256Hex } from '../hash.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { CheckedBallot } from './check.ts';
import type { BallotFault } from './fault.ts';
import { readBallot } from './read.ts';

/** Why a kept text is not the ballot that was checked. */
export type KeptBallotFault = BallotFault | { readonly type: 'other-bytes' };

/**
 * Reads a ballot that passed `checkBallot` before and was kept. The hash of its bytes says that it is still that ballot, so no proof
 * is computed a second time. For whoever checked it: never for a ballot, or a hash, that came from outside.
 * @param hash hex SHA-256 of the text, as it was when the ballot was checked
 */
export function readKeptBallot(input: {
  readonly election: Election;
  readonly credentials: Pick<PublicCredentials, 'byKey'>;
  readonly text: string;
  readonly hash: string;
}): Result<CheckedBallot, KeptBallotFault> {
  const { election, credentials, text, hash } = input;
  if (sha256Hex(text) !== hash) return fail({ type: 'other-bytes' });
  const read = readBallot(election, text);
  if (!read.ok) return read;
  const { credential, answers } = read.value;
  const listed = credentials.byKey.get(credential);
  if (listed === undefined) return fail({ type: 'unknown-credential' });
  return succeed({
    text,
    hash,
    tracker: sha256Base64(text),
    credential,
    credentialPosition: listed.position,
    weight: listed.weight,
    answers: answers.map(({ ciphertexts }) => ciphertexts),
  });
}
