import type { CivilTime } from './civil-time.ts';
import { closingHour } from './closing-queue.ts';
import type { ExtensionEntry } from './minutes-record.ts';
import type { Phase } from './phase.ts';
import { fail, type Result, succeed } from './result.ts';
import type { RulePack } from './rule-pack.ts';

/** Why voting is not extended. Nothing was recorded. */
export type ExtendError =
  /** The rule pack knows no extension. */
  | { readonly type: 'extension-not-allowed' }
  /** Voting has not begun, or is closed. */
  | { readonly type: 'polls-not-open'; readonly phase: Phase }
  | { readonly type: 'extensions-used-up'; readonly atMostTimes: number }
  /** It would not end later than voting ends now. */
  | { readonly type: 'extension-not-later'; readonly closes: CivilTime }
  | { readonly type: 'extension-too-long'; readonly minutesEach: number; readonly closes: CivilTime };

/**
 * Whether voting may be extended once more, by the rule pack's limits (`extension`: how often, and by how many minutes each time).
 * @param until the new end; later than the present one, on the same day
 */
export function decideExtension(input: {
  readonly phase: Phase;
  readonly closes: CivilTime;
  readonly before: readonly Pick<ExtensionEntry, 'until'>[];
  readonly until: CivilTime;
  readonly rulePack: RulePack;
}): Result<undefined, ExtendError> {
  const { phase, before, until, rulePack } = input;
  const limits = rulePack.settings.extension.value;
  if (limits === null) return fail({ type: 'extension-not-allowed' });
  if (phase !== 'open' && phase !== 'paused') return fail({ type: 'polls-not-open', phase });
  const { atMostTimes, minutesEach } = limits;
  if (before.length >= atMostTimes) return fail({ type: 'extensions-used-up', atMostTimes });
  const closes = closingHour(input.closes, before);
  const more = minuteOfDay(until) - minuteOfDay(closes);
  if (more <= 0) return fail({ type: 'extension-not-later', closes });
  return more > minutesEach ? fail({ type: 'extension-too-long', minutesEach, closes }) : succeed(undefined);
}

function minuteOfDay(time: CivilTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
