import { ageOn, type CivilDate, type CivilTime, civilTime } from './civil-time.ts';
import type { Voter } from './voter.ts';
import type { BySex } from './voter-list.ts';

/** Coarse on purpose: finer groups would begin to name people in a small village. Ages on the voting day. */
export const AGE_GROUPS = [
  { group: 'to-25', upTo: 25 },
  { group: 'to-40', upTo: 40 },
  { group: 'to-60', upTo: 60 },
  { group: 'over-60', upTo: Number.POSITIVE_INFINITY },
] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number]['group'];

export interface AttendanceRow {
  readonly group: AgeGroup;
  /** Eligible voters of the list. */
  readonly listed: BySex;
  readonly present: BySex;
}

/** Who may vote and who has come, by sex and age group, all groups always. */
export function attendanceByAge(
  voters: Iterable<Pick<Voter, 'number' | 'sex' | 'birthDate' | 'ineligible'>>,
  present: ReadonlySet<number>,
  votingDate: CivilDate,
): readonly AttendanceRow[] {
  const rows = AGE_GROUPS.map(({ group, upTo }) => ({
    group,
    upTo,
    listed: { L: 0, P: 0 },
    present: { L: 0, P: 0 },
  }));
  for (const { number, sex, birthDate, ineligible } of voters) {
    const row = rows.find(({ upTo }) => ageOn(birthDate, votingDate) <= upTo);
    if (row === undefined || ineligible !== null) continue;
    row.listed[sex] += 1;
    if (present.has(number)) row.present[sex] += 1;
  }
  return rows.map(({ group, listed, present: came }) => ({ group, listed, present: came }));
}

const QUARTER_MINUTES = 15;
const DAY_MINUTES = 24 * 60;
/** Waits are said in steps of this many minutes, upwards: nobody is told too little. */
const STEP_MINUTES = 5;

export interface QueueEstimate {
  /** Check-ins an hour at the pace of the last quarters. */
  readonly perHour: number;
  /** For who joins the queue now, in minutes. */
  readonly waitMinutes: number;
  /** When the last of them is checked in; 23:59 when it would be tomorrow. */
  readonly endsAt: CivilTime;
}

/**
 * How long the queue takes at the pace of the last quarters of an hour.
 * @param releasesPerQuarter of complete quarters, oldest first; none yet, or nobody served in them, gives no estimate
 * @param waiting people in the queue, counted by eye
 * @returns undefined while there is no pace to reckon with
 */
export function estimateQueue(
  releasesPerQuarter: readonly number[],
  waiting: number,
  now: CivilTime,
): QueueEstimate | undefined {
  const served = releasesPerQuarter.reduce((sum, releases) => sum + releases, 0);
  if (served === 0) return undefined;
  const perMinute = served / (releasesPerQuarter.length * QUARTER_MINUTES);
  const waitMinutes = Math.ceil(waiting / perMinute / STEP_MINUTES) * STEP_MINUTES;
  const ends = Math.min(Number(now.slice(0, 2)) * 60 + Number(now.slice(3)) + waitMinutes, DAY_MINUTES - 1);
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    perHour: Math.round(perMinute * 60),
    waitMinutes,
    endsAt: civilTime(`${two(Math.floor(ends / 60))}:${two(ends % 60)}`),
  };
}
