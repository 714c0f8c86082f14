import { z } from 'zod';
import { fail, type Result, succeed } from './result.ts';

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const MINUTE_MS = 60_000;

function isCalendarDate(text: string): boolean {
  const [year, month, day] = numbersOf(text);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return day >= 1 && day <= days;
}

function numbersOf(date: string): readonly [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

/** A day of the Gregorian calendar without time or zone, `YYYY-MM-DD`, 1850 to 2199. */
export const civilDateSchema = z
  .string()
  .regex(/^(18[5-9]\d|19\d\d|2[01]\d\d)-\d\d-\d\d$/, 'civil-date')
  .refine(isCalendarDate, 'civil-date')
  .brand<'CivilDate'>();
export type CivilDate = z.infer<typeof civilDateSchema>;

/** A time of day on a wall clock, `HH:MM`, 00:00 to 23:59. */
export const civilTimeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'civil-time')
  .brand<'CivilTime'>();
export type CivilTime = z.infer<typeof civilTimeSchema>;

/** Indonesia's three zones; none has summer time. */
export const zoneSchema = z.enum(['WIB', 'WITA', 'WIT']);
export type Zone = z.infer<typeof zoneSchema>;

/** Minutes ahead of UTC. */
export const ZONE_OFFSET_MINUTES: Readonly<Record<Zone, number>> = { WIB: 420, WITA: 480, WIT: 540 };

/** @errors 'civil-date' when the text is no day of the calendar in the form YYYY-MM-DD */
export function parseCivilDate(text: string): Result<CivilDate, 'civil-date'> {
  const parsed = civilDateSchema.safeParse(text);
  return parsed.success ? succeed(parsed.data) : fail('civil-date');
}

/** @errors 'civil-time' when the text is no time of day in the form HH:MM */
export function parseCivilTime(text: string): Result<CivilTime, 'civil-time'> {
  const parsed = civilTimeSchema.safeParse(text);
  return parsed.success ? succeed(parsed.data) : fail('civil-time');
}

/** A constant day written in code; throws when it is none. */
export function civilDate(text: string): CivilDate {
  return civilDateSchema.parse(text);
}

/** A constant time written in code; throws when it is none. */
export function civilTime(text: string): CivilTime {
  return civilTimeSchema.parse(text);
}

/** The instant, in milliseconds since 1970 UTC, at which wall clocks of the zone show this day and time. */
export function instantOf(date: CivilDate, time: CivilTime, zone: Zone): number {
  const [year, month, day] = numbersOf(date);
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) - ZONE_OFFSET_MINUTES[zone];
  return Date.UTC(year, month - 1, day) + minutes * MINUTE_MS;
}

/** What wall clocks of the zone show at an instant (milliseconds since 1970 UTC). */
export function civilClock(
  instantMs: number,
  zone: Zone,
): { readonly date: CivilDate; readonly time: CivilTime } {
  const shifted = new Date(instantMs + ZONE_OFFSET_MINUTES[zone] * MINUTE_MS).toISOString();
  return { date: civilDate(shifted.slice(0, 10)), time: civilTime(shifted.slice(11, 16)) };
}

/** Full years from birth to a day; negative before birth. Who was born on 29 February grows older on 1 March in other years. */
export function ageOn(birth: CivilDate, day: CivilDate): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
