import {
  type AdmitError,
  type CivilDate,
  type CivilTime,
  civilTimeSchema,
  closingHour,
  decideAdmitQueue,
  type ElectionDefinition,
  type ExtensionEntry,
  isAfterClosing,
  type QueueAtClosing,
  type RulePack,
} from '@bilik/election';
import { z } from 'zod';
import { confirmAct, type PeopleRefusal } from '../phase/board-act.ts';
import type { Counters } from '../store/counters.ts';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { Papers } from '../store/papers.ts';

/** One counting of the queue by the chair. It names who counted and nobody who stood there. */
const QueueAdmissionSchema = z.strictObject({
  /** The wall clock's minute. */
  at: civilTimeSchema,
  count: z.int().min(1),
  confirmedBy: z.array(z.string().max(60)).min(1).max(4),
});
export type QueueAdmission = z.output<typeof QueueAdmissionSchema>;
const QueueAdmissionsSchema = z.array(QueueAdmissionSchema);

/** Check-ins after the closing hour. */
export const LATE_COUNTER = 'checked-in-late';

export interface AdmitRequest {
  /** How many were admitted already when the chair looked: what makes the request safe to repeat. */
  readonly admittedBefore: number;
  /** How many stand in the queue, 1 or more. */
  readonly count: number;
  readonly confirmedBy: readonly string[];
}

export type AdmitRefusal =
  | AdmitError
  | PeopleRefusal
  | StoreFailed
  /** Others admitted people since the asker looked; `admitted` is how many stand now. */
  | { readonly type: 'queue-changed'; readonly admitted: number };

/** What the board shows of the closing hour. */
export interface ClosingStanding {
  /** The hour at which the queue is closed, with every minuted extension. */
  readonly closes: CivilTime;
  readonly isLate: boolean;
  readonly queue: QueueAtClosing;
}

/** Voters who stood in the queue at the closing hour: counted and admitted by the chair, then served like all others. */
export interface LateVoters {
  readonly standing: () => ClosingStanding;
  /** For a check-in: null before the closing hour. */
  readonly lateQueue: () => (QueueAtClosing & { readonly closes: CivilTime }) | null;
  /** Call inside the write of a check-in after the closing hour. */
  readonly countServed: () => void;
  /** The same request again is answered the same and admits nobody more. */
  readonly admit: (
    request: AdmitRequest,
  ) =>
    | { readonly ok: true; readonly value: { readonly admitted: number } }
    | { readonly ok: false; readonly error: AdmitRefusal };
  /** In the order of the day. */
  readonly admissions: () => readonly QueueAdmission[];
}

export interface LateVotersParts {
  readonly definition: ElectionDefinition;
  readonly rulePack: RulePack;
  readonly durably: Durably;
  readonly papers: Papers;
  readonly counters: Counters<typeof LATE_COUNTER>;
  readonly extensions: () => readonly ExtensionEntry[];
  readonly clock: () => { readonly date: CivilDate; readonly time: CivilTime };
}

export function openLateVoters(parts: LateVotersParts): LateVoters {
  const { definition, rulePack, papers, counters } = parts;
  const { voting } = definition;
  const admissions = (): readonly QueueAdmission[] =>
    papers.get('queue-admissions', QueueAdmissionsSchema) ?? [];
  const standing = (): ClosingStanding => {
    const closes = closingHour(voting.closes, parts.extensions());
    return {
      closes,
      isLate: isAfterClosing(parts.clock(), voting.date, closes),
      queue: {
        admitted: admissions().reduce((total, { count }) => total + count, 0),
        served: counters.get(LATE_COUNTER),
      },
    };
  };
  const wasDone = ({ admittedBefore, count, confirmedBy }: AdmitRequest): boolean => {
    let before = 0;
    for (const entry of admissions()) {
      if (before === admittedBefore)
        return entry.count === count && entry.confirmedBy.join() === confirmedBy.join();
      before += entry.count;
    }
    return false;
  };
  return {
    standing,
    lateQueue() {
      const { isLate, queue, closes } = standing();
      return isLate ? { ...queue, closes } : null;
    },
    countServed: () => counters.add(LATE_COUNTER, 1),
    admit(request) {
      const { admittedBefore, count, confirmedBy } = request;
      const people = confirmAct(definition, 'admit_queue', confirmedBy);
      if (!people.ok) return people;
      if (wasDone(request)) return { ok: true, value: { admitted: admittedBefore + count } };
      const { queue, ...closing } = standing();
      if (queue.admitted !== admittedBefore) {
        return { ok: false, error: { type: 'queue-changed', admitted: queue.admitted } };
      }
      const decided = decideAdmitQueue(queue, count, closing, rulePack);
      if (!decided.ok) return decided;
      const entry = { at: parts.clock().time, count, confirmedBy: [...confirmedBy] };
      return parts.durably('admit-queue', () => {
        papers.put('queue-admissions', [...admissions(), entry]);
        return { admitted: decided.value };
      });
    },
    admissions,
  };
}
