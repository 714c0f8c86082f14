import {
  type AbandonError,
  type CivilTime,
  civilTimeSchema,
  decideAbandon,
  type ElectionDefinition,
  type PollState,
} from '@bilik/election';
import { z } from 'zod';
import { confirmAct, type PeopleRefusal } from '../phase/board-act.ts';
import type { Counters } from '../store/counters.ts';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { Papers } from '../store/papers.ts';

/** One closing of releases whose voters left. It names who closed them and nobody who left. */
const AbandonmentSchema = z.strictObject({
  /** The wall clock's minute. */
  at: civilTimeSchema,
  count: z.int().min(1),
  confirmedBy: z.array(z.string().max(60)).min(1).max(4),
});
export type Abandonment = z.output<typeof AbandonmentSchema>;
const AbandonmentsSchema = z.array(AbandonmentSchema);

export interface AbandonRequest {
  /** How many releases were closed already when the chair looked: what makes the request safe to repeat. */
  readonly abandonedBefore: number;
  /** How many voters left, 1 or more. */
  readonly count: number;
  /** Ids of the people who close them, by the published table. */
  readonly confirmedBy: readonly string[];
}

export type AbandonRefusal =
  | AbandonError
  | PeopleRefusal
  | StoreFailed
  /** Others closed releases since the asker looked; `abandoned` is how many stand now. */
  | { readonly type: 'figures-changed'; readonly abandoned: number };

export interface Abandonments {
  /**
   * Closes releases whose voters left; the same request again is answered the same and closes nothing more.
   * @returns how many stand closed after this request
   */
  readonly close: (
    request: AbandonRequest,
  ) =>
    | { readonly ok: true; readonly value: { readonly abandoned: number } }
    | { readonly ok: false; readonly error: AbandonRefusal };
  /** In the order of the day. */
  readonly entries: () => readonly Abandonment[];
}

export interface AbandonmentsParts {
  readonly definition: ElectionDefinition;
  readonly durably: Durably;
  readonly papers: Papers;
  readonly counters: Counters<'abandoned'>;
  readonly poll: () => PollState;
  readonly clock: () => { readonly time: CivilTime };
}

export function openAbandonments(parts: AbandonmentsParts): Abandonments {
  const entries = (): readonly Abandonment[] => parts.papers.get('abandonments', AbandonmentsSchema) ?? [];

  const wasDone = ({ abandonedBefore, count, confirmedBy }: AbandonRequest): boolean => {
    let before = 0;
    for (const entry of entries()) {
      if (before === abandonedBefore)
        return entry.count === count && entry.confirmedBy.join() === confirmedBy.join();
      before += entry.count;
    }
    return false;
  };

  return {
    close(request) {
      const { abandonedBefore, count, confirmedBy } = request;
      const people = confirmAct(parts.definition, 'close_abandoned_release', confirmedBy);
      if (!people.ok) return people;
      const abandoned = abandonedBefore + count;
      if (wasDone(request)) return { ok: true, value: { abandoned } };
      const poll = parts.poll();
      if (poll.abandoned !== abandonedBefore) {
        return { ok: false, error: { type: 'figures-changed', abandoned: poll.abandoned } };
      }
      const decided = decideAbandon(poll, count);
      if (!decided.ok) return decided;
      const entry = { at: parts.clock().time, count, confirmedBy: [...confirmedBy] };
      return parts.durably('abandon', () => {
        parts.papers.put('abandonments', [...entries(), entry]);
        parts.counters.set('abandoned', abandoned);
        return { abandoned };
      });
    },
    entries,
  };
}
