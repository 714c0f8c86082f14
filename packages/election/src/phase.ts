import { z } from 'zod';
import {
  type Confirmation,
  type ConfirmationError,
  checkConfirmation,
  confirmationsOf,
} from './confirmation.ts';
import type { Person } from './definition.ts';
import { PHASE_RULES, type PhaseFacts, type PhaseRule, type Precondition } from './phase-table.ts';
import { fail, type Result, succeed } from './result.ts';

/** Where a polling place is in its day. */
export const phaseSchema = z.enum([
  'configured',
  'zero_proven',
  'open',
  'paused',
  'closed',
  'counted',
  'sealed',
]);
export type Phase = z.infer<typeof phaseSchema>;

/** What moves it on. */
export const phaseCommandSchema = z.enum([
  'prove_zero',
  'open',
  'pause',
  'resume',
  'close',
  'count',
  'count_slips',
  'seal',
]);
export type PhaseCommand = z.infer<typeof phaseCommandSchema>;

/** Why a command is refused. The phase is what it was. */
export type PhaseError =
  | { readonly type: 'not-from-here'; readonly phase: Phase; readonly command: PhaseCommand }
  | ConfirmationError
  | { readonly type: 'precondition'; readonly unmet: readonly Precondition[] };

/** One entry of the public log: a command and the ids of the people who confirmed it. */
export interface PhaseLogEntry {
  readonly command: PhaseCommand;
  readonly confirmedBy: readonly string[];
}

/** The rule by which a command leads on from a phase, if there is one. */
export function phaseRule(phase: Phase, command: PhaseCommand): PhaseRule | undefined {
  return PHASE_RULES.find((rule) => rule.command === command && rule.from.includes(phase));
}

/** The phase after a command, by the table alone. @errors 'not-from-here' */
export function nextPhase(phase: Phase, command: PhaseCommand): Result<Phase, PhaseError> {
  const rule = phaseRule(phase, command);
  return rule === undefined ? fail({ type: 'not-from-here', phase, command }) : succeed(rule.to);
}

/**
 * The phase after a command, with people and preconditions.
 * @param request.confirmedBy people with the roles the definition gives them, never those a screen claims
 * @errors all that stand against it, so that the board can see what is left to do
 */
export function decidePhase(request: {
  readonly phase: Phase;
  readonly command: PhaseCommand;
  readonly confirmedBy: readonly Confirmation[];
  readonly facts: PhaseFacts;
}): Result<Phase, readonly PhaseError[]> {
  const { phase, command, confirmedBy, facts } = request;
  const rule = phaseRule(phase, command);
  if (rule === undefined) return fail([{ type: 'not-from-here', phase, command }]);
  const unmet = rule.preconditions.filter((precondition) => !holds(precondition, facts));
  const errors: readonly PhaseError[] = [
    ...checkConfirmation(rule, confirmedBy),
    ...(unmet.length > 0 ? [{ type: 'precondition' as const, unmet }] : []),
  ];
  return errors.length > 0 ? fail(errors) : succeed(rule.to);
}

/**
 * Replays a public log from `configured`: each command must lead on from where the place was and be confirmed by people of
 * the definition in the roles and number the table asks for. Facts are not in the log.
 * @errors the first entry that does not follow, counted from 0
 */
export function replayPhases(
  log: readonly PhaseLogEntry[],
  people: readonly Person[],
): Result<Phase, { readonly entry: number; readonly errors: readonly PhaseError[] }> {
  let phase: Phase = 'configured';
  for (const [entry, { command, confirmedBy }] of log.entries()) {
    const rule = phaseRule(phase, command);
    if (rule === undefined) return fail({ entry, errors: [{ type: 'not-from-here', phase, command }] });
    const confirmations = confirmationsOf(people, confirmedBy);
    if (!confirmations.ok) return fail({ entry, errors: [confirmations.error] });
    const errors = checkConfirmation(rule, confirmations.value);
    if (errors.length > 0) return fail({ entry, errors });
    phase = rule.to;
  }
  return succeed(phase);
}

function holds({ fact, is, value }: Precondition, facts: PhaseFacts): boolean {
  const actual = facts[fact];
  const wanted = typeof value === 'string' ? facts[value] : value;
  return is === 'equal-to' ? actual === wanted : actual >= wanted;
}
