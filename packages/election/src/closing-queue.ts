import { type CivilDate, type CivilTime, civilTime } from './civil-time.ts';
import type { ExtensionEntry } from './minutes-record.ts';
import { fail, type Result, succeed } from './result.ts';
import type { RulePack } from './rule-pack.ts';

/** People who stood in the queue when it was closed: how many the chair counted, and how many of them have been checked in since. */
export interface QueueAtClosing {
  /** Voters whom the chair admitted, together; 0 before anybody was. */
  readonly admitted: number;
  /** Check-ins after the closing hour. */
  readonly served: number;
}

/** Why nobody more is checked in although voting is not closed yet. Nothing was recorded. */
export type AfterClosing =
  /** The rule pack sends home who stands in the queue at the closing hour. */
  | { readonly type: 'queue-sent-home'; readonly closes: CivilTime }
  /** The chair has admitted nobody, or all whom the chair admitted have come. */
  | { readonly type: 'queue-not-admitted'; readonly closes: CivilTime; readonly admitted: number };

/** The hour at which the queue is closed: the announced one, or the latest to which a minuted decision extended it. */
export function closingHour(
  closes: CivilTime,
  extensions: readonly Pick<ExtensionEntry, 'until'>[],
): CivilTime {
  return extensions.reduce((latest, { until }) => (until > latest ? until : latest), closes);
}

/** The latest hour that can be announced. Its minute is the day's last, so voting that closes then lasts until the day ends. */
export const END_OF_DAY: CivilTime = civilTime('23:59');

/**
 * Whether the closing hour has passed. On another day than that of the election nothing has: an exercise is held on any day, and a
 * clock that shows another day is wrong.
 */
export function isAfterClosing(
  now: { readonly date: CivilDate; readonly time: CivilTime },
  votingDate: CivilDate,
  closes: CivilTime,
): boolean {
  return now.date === votingDate && closes !== END_OF_DAY && now.time >= closes;
}

/** Whether one more voter may be checked in after the closing hour. @errors 'queue-sent-home' · 'queue-not-admitted' */
export function decideLateVoter(
  queue: QueueAtClosing,
  closes: CivilTime,
  rulePack: RulePack,
): Result<undefined, AfterClosing> {
  if (rulePack.settings.queueAtClosing.value === 'sent-home')
    return fail({ type: 'queue-sent-home', closes });
  return queue.served < queue.admitted
    ? succeed(undefined)
    : fail({ type: 'queue-not-admitted', closes, admitted: queue.admitted });
}

/** Why the chair cannot close the queue now. */
export type AdmitError =
  | { readonly type: 'before-closing-hour'; readonly closes: CivilTime }
  | { readonly type: 'queue-sent-home'; readonly closes: CivilTime }
  | { readonly type: 'count-not-positive' };

/**
 * The chair counts who stands in the queue at the closing hour; said twice, people are added (a second gate, a bench overlooked).
 * @param isLate as `isAfterClosing` says
 * @returns how many are admitted afterwards
 */
export function decideAdmitQueue(
  queue: QueueAtClosing,
  count: number,
  closing: { readonly isLate: boolean; readonly closes: CivilTime },
  rulePack: RulePack,
): Result<number, AdmitError> {
  const { isLate, closes } = closing;
  if (rulePack.settings.queueAtClosing.value === 'sent-home')
    return fail({ type: 'queue-sent-home', closes });
  if (!isLate) return fail({ type: 'before-closing-hour', closes });
  if (!Number.isSafeInteger(count) || count < 1) return fail({ type: 'count-not-positive' });
  return succeed(queue.admitted + count);
}

/** The full hour of a time: what may stand beside a person. */
export function fullHour(time: CivilTime): CivilTime {
  return civilTime(`${time.slice(0, 2)}:00`);
}
