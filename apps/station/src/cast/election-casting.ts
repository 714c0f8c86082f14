import { checkBallot, type Election, type PublicCredentials } from '@bilik/ballot';
import { isRightOpening } from '@bilik/transfer';
import { type Casting, type CastingParts, openCasting } from './casting.ts';
import { decideSeal } from './seal-decision.ts';

/** Casting for the ballots and cards of one election: that of the day, or that of the logic and accuracy test. */
export function openElectionCasting({
  election,
  credentials,
  ...parts
}: Pick<CastingParts, 'durably' | 'slots' | 'cases' | 'counters' | 'poll'> & {
  readonly election: Election;
  readonly credentials: PublicCredentials;
}): Casting {
  return openCasting({
    ...parts,
    checkBallot(text) {
      const checked = checkBallot({ election, credentials, text });
      return checked.ok
        ? { ok: true, value: { hash: checked.value.hash, credential: checked.value.credential, text } }
        : { ok: false, error: checked.error.type };
    },
    opens: (opening, { credential, hash: ballot }) =>
      isRightOpening(election, { credential, ballot, reason: 'proved', opening }),
    isListed: (credential) => credentials.byKey.has(credential),
    decide: decideSeal,
  });
}
