import type { Person, PersonRole } from './definition.ts';
import { fail, type Result, succeed } from './result.ts';

/** Who must stand behind an act of the board. */
export interface ConfirmationRule {
  /** How many different people must confirm. */
  readonly people: 1 | 2;
  /** At least one of them has one of these roles. */
  readonly ledBy: readonly PersonRole[];
  /** Each of them has one of these roles. */
  readonly mayConfirm: readonly PersonRole[];
}

/** A person who confirms, in the role the definition gives. */
export interface Confirmation {
  readonly person: string;
  readonly role: PersonRole;
}

export type ConfirmationError =
  | { readonly type: 'unknown-person'; readonly person: string }
  | { readonly type: 'needs-people'; readonly needed: 1 | 2; readonly given: number }
  | { readonly type: 'role-may-not'; readonly person: string; readonly role: PersonRole }
  | { readonly type: 'needs-leader'; readonly ledBy: readonly PersonRole[] };

/** Gives people their roles from the definition. @errors 'unknown-person' for the first who is not in it */
export function confirmationsOf(
  people: readonly Person[],
  ids: readonly string[],
): Result<readonly Confirmation[], ConfirmationError> {
  const roles = new Map(people.map((person) => [person.id, person.role]));
  const confirmations: Confirmation[] = [];
  for (const person of ids) {
    const role = roles.get(person);
    if (role === undefined) return fail({ type: 'unknown-person', person });
    confirmations.push({ person, role });
  }
  return succeed(confirmations);
}

/** All that is missing from a confirmation; the same person twice is one person. */
export function checkConfirmation(
  rule: ConfirmationRule,
  confirmedBy: readonly Confirmation[],
): readonly ConfirmationError[] {
  const given = new Set(confirmedBy.map(({ person }) => person)).size;
  const errors: ConfirmationError[] = confirmedBy
    .filter(({ role }) => !rule.mayConfirm.includes(role))
    .map(({ person, role }) => ({ type: 'role-may-not', person, role }));
  if (given < rule.people) errors.push({ type: 'needs-people', needed: rule.people, given });
  if (!confirmedBy.some(({ role }) => rule.ledBy.includes(role))) {
    errors.push({ type: 'needs-leader', ledBy: rule.ledBy });
  }
  return errors;
}
