import { ageOn, type CivilDate } from './civil-time.ts';
import { fail, type Result, succeed } from './result.ts';
import type { RulePack } from './rule-pack.ts';
import type { IneligibleReason, Voter } from './voter.ts';

/** All that eligibility depends on: a desk that keeps no NIK can decide it. */
export type EligibilityFacts = Pick<Voter, 'birthDate' | 'maritalStatus' | 'ineligible'>;

/** Why a person may not vote, with the evidence noted in the list or the rule's arithmetic. */
export interface Ineligibility {
  readonly reason: IneligibleReason;
  readonly evidence: string;
}

/**
 * Whether a listed voter may vote: not marked ineligible, and old enough on the reference day or ever married.
 * @param votingDate the age reference unless the rule pack fixes another day
 * @errors the first reason that holds; what the list says goes before what the birth date says
 */
export function checkEligibility(
  voter: EligibilityFacts,
  votingDate: CivilDate,
  rulePack: RulePack,
): Result<undefined, Ineligibility> {
  if (voter.ineligible !== null) return fail(voter.ineligible);
  const { ageReference, minimumAgeYears, everMarriedMayVote } = rulePack.settings;
  const reference = ageReference.value.on === 'date' ? ageReference.value.date : votingDate;
  const age = ageOn(voter.birthDate, reference);
  if (age >= minimumAgeYears.value) return succeed(undefined);
  if (everMarriedMayVote.value && voter.maritalStatus !== 'B') return succeed(undefined);
  return fail({
    reason: 'under-age',
    evidence: `${voter.birthDate} → ${reference}: ${age} < ${minimumAgeYears.value}`,
  });
}
