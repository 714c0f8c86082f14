import {
  type Citation,
  type CivilTime,
  citationsOf,
  civilTimeSchema,
  decideExtension,
  type ElectionDefinition,
  type ExtendError,
  type ExtensionEntry,
  type Phase,
  type RulePack,
} from '@bilik/election';
import { z } from 'zod';
import { line } from '../minutes/minutes-fields.ts';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { Papers } from '../store/papers.ts';
import { confirmAct, type PeopleRefusal } from './board-act.ts';

const ExtensionsSchema = z.array(
  z.strictObject({
    at: civilTimeSchema,
    until: civilTimeSchema,
    reason: line,
    confirmedBy: z.array(z.string().max(60)).length(2),
  }),
);

export type ExtendRefusal = ExtendError | PeopleRefusal | StoreFailed;

/** What the board shows of the rule. */
export interface ExtensionRule {
  /** Null: the rule pack knows no extension. */
  readonly limits: { readonly atMostTimes: number; readonly minutesEach: number } | null;
  readonly citations: readonly Pick<Citation, 'title' | 'source'>[];
}

/** Decisions to close later (perpanjangan): two people with their PINs, within the rule pack's limits. Kept for the minutes. */
export interface Extensions {
  readonly rule: ExtensionRule;
  /** In the order of the day; the latest end holds. */
  readonly entries: () => readonly ExtensionEntry[];
  /** The same again is answered the same and extends nothing more. */
  readonly extend: (request: {
    readonly until: CivilTime;
    readonly reason: string;
    readonly confirmedBy: readonly string[];
  }) =>
    | { readonly ok: true; readonly value: { readonly until: CivilTime } }
    | { readonly ok: false; readonly error: ExtendRefusal };
}

export function openExtensions(parts: {
  readonly definition: ElectionDefinition;
  readonly rulePack: RulePack;
  readonly durably: Durably;
  readonly papers: Papers;
  readonly phase: () => Phase;
  readonly clock: () => { readonly time: CivilTime };
}): Extensions {
  const { definition, rulePack, papers } = parts;
  const entries = () => papers.get('extensions', ExtensionsSchema) ?? [];
  return {
    rule: {
      limits: rulePack.settings.extension.value,
      citations: citationsOf(rulePack, ['extension']).map(({ title, source }) => ({ title, source })),
    },
    entries,
    extend({ until, reason, confirmedBy }) {
      const people = confirmAct(definition, 'extend_hours', confirmedBy);
      if (!people.ok) return people;
      const before = entries();
      const last = before.at(-1);
      if (last?.until === until && last.reason === reason && last.confirmedBy.join() === confirmedBy.join()) {
        return { ok: true, value: { until } };
      }
      const { closes } = definition.voting;
      const decided = decideExtension({ phase: parts.phase(), closes, before, until, rulePack });
      if (!decided.ok) return decided;
      const entry = { at: parts.clock().time, until, reason, confirmedBy: [...confirmedBy] };
      return parts.durably('extend-hours', () => {
        papers.put('extensions', [...before, entry]);
        return { until };
      });
    },
  };
}
