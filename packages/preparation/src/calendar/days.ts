import { type CivilDate, civilDate } from '@bilik/election';

const DAY_MS = 86_400_000;

/** Days that count for nobody's clock when working days are counted: `YYYY-MM-DD`, besides Saturdays and Sundays. */
export type Holidays = ReadonlySet<string>;

/** How a stage counts its days. */
export type DayCount = 'calendar-days' | 'working-days';

/** The day so many calendar days later; earlier when negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDate(new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10));
}

/** Calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** Monday to Friday and no holiday. */
export function isWorkingDay(date: CivilDate, holidays: Holidays): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}

/**
 * The last day of a stretch of `days` days whose first possible day is `from`.
 * @param days 1 or more; of working days only those are counted, the stretch may so end later
 */
export function lastDayOf(from: CivilDate, days: number, count: DayCount, holidays: Holidays): CivilDate {
  if (count === 'calendar-days') return addDays(from, days - 1);
  let date = from;
  for (let left = isWorkingDay(date, holidays) ? days - 1 : days; left > 0; ) {
    date = addDays(date, 1);
    if (isWorkingDay(date, holidays)) left -= 1;
  }
  return date;
}

/** The later of two days. */
export function later(left: CivilDate, right: CivilDate): CivilDate {
  return left > right ? left : right;
}
