import type { CivilDate } from './civil-time.ts';
import type { Result } from './result.ts';
import type { RulePack } from './rule-pack.ts';
import type { IneligibleReason, Voter } from './voter.ts';

/** Why a person may not vote, with the evidence noted in the list or the rule's arithmetic. */
export interface Ineligibility {
  readonly reason: IneligibleReason;
  readonly evidence: string;
}

/**
 * Whether a listed voter may vote: not marked ineligible, and old enough on the reference day or ever married.
 * @errors the first reason that holds
 */
export function checkEligibility(
  _voter: Voter,
  _votingDate: CivilDate,
  _rulePack: RulePack,
): Result<undefined, Ineligibility> {
  throw new Error('not filled yet');
}
