import {
  ageOn,
  bilingualSchema,
  type CivilDate,
  certaintySchema,
  civilDateSchema,
  type Frozen,
  lawTextSchema,
  lineSchema,
  slugSchema,
} from '@bilik/election';
import { z } from 'zod';

/** One thing that a candidate must hand in or fulfil, with where it is said. */
export const requirementSchema = z.strictObject({
  id: slugSchema,
  name: bilingualSchema(200),
  /** A paper to be handed in, or a condition that the committee researches. */
  kind: z.enum(['paper', 'condition']),
  certainty: certaintySchema,
  basis: lawTextSchema(200),
});
export type Requirement = Frozen<z.infer<typeof requirementSchema>>;

/** The checklist of a regency, with the least age and schooling that it asks for. */
export const checklistSchema = z.strictObject({
  format: z.literal('bilik/v1/candidate-checklist'),
  id: slugSchema,
  name: bilingualSchema(120),
  minimumAgeYears: z.int().min(17).max(60),
  requirements: z
    .array(requirementSchema)
    .min(1)
    .max(60)
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'requirement-twice'),
});
export type Checklist = Frozen<z.infer<typeof checklistSchema>>;

/** What the committee found about one requirement. `refused` has a reason. */
export const findingSchema = z.discriminatedUnion('finding', [
  z.strictObject({ requirement: slugSchema, finding: z.literal('received') }),
  z.strictObject({ requirement: slugSchema, finding: z.literal('accepted') }),
  z.strictObject({ requirement: slugSchema, finding: z.literal('refused'), reason: lineSchema(500) }),
]);
export type Finding = Frozen<z.infer<typeof findingSchema>>;

/** The shape of what is known of one who registered. The day of birth is for the age rule only and is shown to the office alone. */
export const applicantSchema = z.strictObject({
  id: slugSchema,
  name: lineSchema(200),
  bornOn: civilDateSchema,
  findings: z.array(findingSchema).max(60),
});
export type Applicant = Frozen<z.infer<typeof applicantSchema>>;

/** Where an application stands against the checklist. */
export interface ChecklistStanding {
  readonly missing: readonly string[];
  readonly toCheck: readonly string[];
  readonly refused: readonly { readonly requirement: string; readonly reason: string }[];
  readonly accepted: number;
  /** Full years on the voting day. */
  readonly ageYears: number;
  readonly isOldEnough: boolean;
  /** `complete`: nothing stands against the committee's decision; it is never taken by the program. */
  readonly verdict: 'incomplete' | 'to-check' | 'not-eligible' | 'complete';
}

/** Holds an applicant against the checklist. Requirements that the checklist does not have are left aside. */
export function checkApplicant(
  { bornOn, findings }: Pick<Applicant, 'bornOn' | 'findings'>,
  { requirements, minimumAgeYears }: Checklist,
  votingDate: CivilDate,
): ChecklistStanding {
  // the last finding about a requirement holds
  const byRequirement = new Map(findings.map((finding) => [finding.requirement, finding]));
  const of = (wanted: Finding['finding'] | undefined) =>
    requirements.map(({ id }) => id).filter((id) => byRequirement.get(id)?.finding === wanted);
  const refused = [...byRequirement.values()].flatMap((finding) =>
    finding.finding === 'refused' && requirements.some(({ id }) => id === finding.requirement)
      ? [{ requirement: finding.requirement, reason: finding.reason }]
      : [],
  );
  const ageYears = ageOn(bornOn, votingDate);
  const isOldEnough = ageYears >= minimumAgeYears;
  const missing = of(undefined);
  const toCheck = of('received');
  return {
    missing,
    toCheck,
    refused,
    accepted: of('accepted').length,
    ageYears,
    isOldEnough,
    verdict:
      refused.length > 0 || !isOldEnough
        ? 'not-eligible'
        : missing.length > 0
          ? 'incomplete'
          : toCheck.length > 0
            ? 'to-check'
            : 'complete',
  };
}
