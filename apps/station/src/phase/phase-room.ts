import {
  type Confirmation,
  decidePhase,
  type EarlyCommand,
  type ElectionDefinition,
  nextPhase,
  PHASE_RULES,
  type Phase,
  type PhaseCommand,
  type PhaseError,
  type PhaseFacts,
} from '@bilik/election';
import type { Act, ActLog } from './act-log.ts';

export type PhaseRefusal =
  | { readonly type: 'phase-refused'; readonly reasons: readonly PhaseError[] }
  | { readonly type: 'person-unknown'; readonly person: string };

/** A command that the table allows from here, with what still stands against it. */
export interface OfferedCommand {
  readonly command: PhaseCommand;
  readonly people: 1 | 2;
  /** Ids of people who may confirm it. */
  readonly mayConfirm: readonly string[];
  readonly ledBy: readonly string[];
  readonly unmet: readonly {
    readonly id: string;
    readonly sentence: { readonly id: string; readonly en: string };
  }[];
  /** It would come before its announced hour, by the station's clock; null from that hour on, and for commands without one. */
  readonly early: EarlyCommand | null;
}

/** Replays the acts by the published table; what is stored is what was done, never a phase that somebody set. */
export function phaseOf(acts: readonly Act[]): Phase {
  let phase: Phase = 'configured';
  for (const act of acts) {
    const next = nextPhase(phase, act.command);
    if (!next.ok) throw new Error(`The act log cannot be: ${act.command} from ${phase}`);
    phase = next.value;
  }
  return phase;
}

/** The hand count of the slips became the result. */
export function countedBySlips(log: ActLog): boolean {
  return log.acts().some((act) => act.command === 'count_slips');
}

/** Turns ids into people with their roles, as the definition names them. */
export function confirmationsOf(
  definition: ElectionDefinition,
  ids: readonly string[],
):
  | { readonly ok: true; readonly value: readonly Confirmation[] }
  | { readonly ok: false; readonly error: PhaseRefusal } {
  const confirmations: Confirmation[] = [];
  for (const id of ids) {
    const person = definition.people.find((candidate) => candidate.id === id);
    if (person === undefined) return { ok: false, error: { type: 'person-unknown', person: id } };
    confirmations.push({ person: id, role: person.role });
  }
  return { ok: true, value: confirmations };
}

/** What the board can do now, and what is missing for it. */
export function offeredCommands({
  definition,
  phase,
  facts,
  earlyFor,
}: {
  readonly definition: ElectionDefinition;
  readonly phase: Phase;
  readonly facts: PhaseFacts;
  readonly earlyFor: (command: PhaseCommand) => EarlyCommand | undefined;
}): readonly OfferedCommand[] {
  return PHASE_RULES.filter((rule) => rule.from.includes(phase)).map((rule) => {
    const idsOf = (roles: readonly string[]) =>
      definition.people.filter((person) => roles.includes(person.role)).map((person) => person.id);
    const decided = decidePhase({ phase, command: rule.command, confirmedBy: [], facts });
    const unmet = decided.ok
      ? []
      : decided.error.flatMap((error) => (error.type === 'precondition' ? error.unmet : []));
    return {
      command: rule.command,
      people: rule.people,
      mayConfirm: idsOf(rule.mayConfirm),
      ledBy: idsOf(rule.ledBy),
      unmet: unmet.map(({ id, sentence }) => ({ id, sentence })),
      early: earlyFor(rule.command) ?? null,
    };
  });
}

/** Decides a command by table, people and facts. */
export function decideCommand(input: {
  readonly definition: ElectionDefinition;
  readonly log: ActLog;
  readonly command: PhaseCommand;
  readonly confirmedBy: readonly string[];
  readonly facts: PhaseFacts;
}): { readonly ok: true; readonly value: Phase } | { readonly ok: false; readonly error: PhaseRefusal } {
  const confirmations = confirmationsOf(input.definition, input.confirmedBy);
  if (!confirmations.ok) return confirmations;
  const decided = decidePhase({
    phase: phaseOf(input.log.acts()),
    command: input.command,
    confirmedBy: confirmations.value,
    facts: input.facts,
  });
  return decided.ok ? decided : { ok: false, error: { type: 'phase-refused', reasons: decided.error } };
}
