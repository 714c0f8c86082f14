import type { CivilDate, CivilTime } from './civil-time.ts';
import { closingHour } from './closing-queue.ts';
import type { ElectionKind } from './definition.ts';
import type { ExtensionEntry } from './minutes-record.ts';
import type { PhaseCommand } from './phase.ts';
import { fail, type Result, succeed } from './result.ts';

/** A command that comes before its announced hour, by the wall clock of the polling place. */
export interface EarlyCommand {
  /** The hour that was announced: to open at it, or to close not before it. */
  readonly announced: CivilTime;
  /** What the station's clock shows, whether it is right or not. */
  readonly now: CivilTime;
}

/** Nobody said why a command is given before its hour. */
export interface EarlyNeedsReason extends EarlyCommand {
  readonly type: 'early-needs-reason';
}

interface AnnouncedHours {
  readonly kind: ElectionKind;
  readonly voting: { readonly date: CivilDate; readonly opens: CivilTime; readonly closes: CivilTime };
  /** Minuted decisions to close later; the latest one holds. */
  readonly extensions: readonly Pick<ExtensionEntry, 'until'>[];
}

/**
 * Whether a command comes before its announced hour: voters who trust that hour would find the door shut, or nobody watching it open.
 * A day before the announced one is early at any minute, one after it at none; an exercise is held on any day, so only its minutes count.
 * @returns undefined for every other command, and from the announced minute on
 */
export function earlyCommand(
  command: PhaseCommand,
  now: { readonly date: CivilDate; readonly time: CivilTime },
  { kind, voting, extensions }: AnnouncedHours,
): EarlyCommand | undefined {
  const announced = announcedFor(command, voting, extensions);
  if (announced === undefined) return undefined;
  // equal lengths, so that the order of the letters is the order of days and minutes
  const isEarly =
    kind === 'exercise' || now.date === voting.date ? now.time < announced : now.date < voting.date;
  return isEarly ? { announced, now: now.time } : undefined;
}

/**
 * An early command is given with a reason, which stays with the act and stands in the minutes.
 * @returns the hour and the reason to keep; null when the command is not early, whatever was said
 * @errors 'early-needs-reason'
 */
export function decideHours(
  early: EarlyCommand | undefined,
  reason: string | null,
): Result<{ readonly announced: CivilTime; readonly reason: string } | null, EarlyNeedsReason> {
  if (early === undefined) return succeed(null);
  if (reason === null) return fail({ type: 'early-needs-reason', ...early });
  return succeed({ announced: early.announced, reason });
}

function announcedFor(
  command: PhaseCommand,
  { opens, closes }: Pick<AnnouncedHours['voting'], 'opens' | 'closes'>,
  extensions: AnnouncedHours['extensions'],
): CivilTime | undefined {
  if (command === 'open') return opens;
  if (command !== 'close') return undefined;
  return closingHour(closes, extensions);
}
