import {
  BOARD_ACTS,
  type BoardActName,
  type Confirmation,
  type ConfirmationRule,
  checkConfirmation,
  type ElectionDefinition,
} from '@bilik/election';
import { confirmationsOf, type PhaseRefusal } from './phase-room.ts';

/** Why people cannot stand behind an act together. */
export type PeopleRefusal = PhaseRefusal | { readonly type: 'same-person-twice' };

type People =
  | { readonly ok: true; readonly value: readonly Confirmation[] }
  | { readonly ok: false; readonly error: PeopleRefusal };

/** Different people of the definition, each in their role. */
export function differentPeople(definition: ElectionDefinition, ids: readonly string[]): People {
  return new Set(ids).size === ids.length
    ? confirmationsOf(definition, ids)
    : { ok: false, error: { type: 'same-person-twice' } };
}

/** Different people of the definition who together satisfy the published rule of one act of the board. */
export function confirmAct(
  definition: ElectionDefinition,
  act: BoardActName,
  ids: readonly string[],
): People {
  const people = differentPeople(definition, ids);
  if (!people.ok) return people;
  const allowed = mayStandBehind(act, people.value);
  return allowed.ok ? people : allowed;
}

/** Whether these people together satisfy the published rule of one act of the board. */
export function mayStandBehind(
  act: BoardActName,
  people: readonly Confirmation[],
): { readonly ok: true; readonly value: undefined } | { readonly ok: false; readonly error: PeopleRefusal } {
  const reasons = checkConfirmation(ruleOf(act), people);
  return reasons.length === 0
    ? { ok: true, value: undefined }
    : { ok: false, error: { type: 'phase-refused', reasons } };
}

/** The published rule of one act. */
export function ruleOf(name: BoardActName): ConfirmationRule {
  const rule = BOARD_ACTS.find(({ act }) => act === name);
  if (rule === undefined) throw new Error(`The published table has no act ${name}`);
  return rule;
}
