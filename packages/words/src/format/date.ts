import type { Language } from '../language.ts';

/** A day as people name it, with no time and no zone: `2026-12-12`. */
export type CivilDate = `${number}-${number}-${number}`;

/** Indonesian time zones, none with summer time. */
export const ZONES = ['WIB', 'WITA', 'WIT'] as const;
export type Zone = (typeof ZONES)[number];

const HOURS_EAST_OF_UTC: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 };

const WEEKDAYS = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

const MONTHS = {
  id: [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

interface DayParts {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  /** 1..31 */
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

/** Tells whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isCivilDate(text: string): text is CivilDate {
  return partsOf(text) !== undefined;
}

function partsOf(text: string): DayParts | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return undefined;
  return { year, month, day, weekday: midnight.getUTCDay() };
}

function daysOf(date: CivilDate): DayParts {
  const parts = partsOf(date);
  if (parts === undefined) throw new RangeError(`"${date}" is not a day that exists (YYYY-MM-DD).`);
  return parts;
}

/** `Sabtu, 12 Desember 2026` · `Saturday, 12 December 2026`. @throws RangeError for a day that does not exist */
export function formatDate(language: Language, date: CivilDate): string {
  return `${formatWeekday(language, date)}, ${formatDateWithoutWeekday(language, date)}`;
}

/** `12 Desember 2026`. @throws RangeError for a day that does not exist */
export function formatDateWithoutWeekday(language: Language, date: CivilDate): string {
  const { year, month, day } = daysOf(date);
  return `${day} ${MONTHS[language][month - 1]} ${year}`;
}

/** `Sabtu`. @throws RangeError for a day that does not exist */
export function formatWeekday(language: Language, date: CivilDate): string {
  return WEEKDAYS[language][daysOf(date).weekday] ?? '';
}

/** The name of a month. @param month 1..12 */
export function formatMonth(language: Language, month: number): string {
  const name = MONTHS[language][month - 1];
  if (name === undefined) throw new RangeError(`There is no month ${month}.`);
  return name;
}

/** The instant moved so that its UTC fields read as the local clock of the zone. */
function localClock(instant: Date, zone: Zone): Date {
  return new Date(instant.getTime() + HOURS_EAST_OF_UTC[zone] * 3_600_000);
}

/** The day it is in a zone: 07.00 in Jayapura is still yesterday in UTC. */
export function civilDateIn(instant: Date, zone: Zone): CivilDate {
  const text = localClock(instant, zone).toISOString().slice(0, 10);
  if (!isCivilDate(text)) throw new RangeError('Only years 0 to 9999 have a civil date here.');
  return text;
}

/** `13.05 WIB` in Indonesian, `13:05 WIB` in English. */
export function formatTime(language: Language, instant: Date, zone: Zone): string {
  const [hour, minute] = localClock(instant, zone).toISOString().slice(11, 16).split(':');
  return `${hour}${language === 'id' ? '.' : ':'}${minute} ${zone}`;
}

/** `Sabtu, 12 Desember 2026, pukul 13.05 WIB` · `Saturday, 12 December 2026, 13:05 WIB`. */
export function formatDateAndTime(language: Language, instant: Date, zone: Zone): string {
  const at = language === 'id' ? 'pukul ' : '';
  return `${formatDate(language, civilDateIn(instant, zone))}, ${at}${formatTime(language, instant, zone)}`;
}

/**
 * A length of time in the largest two fitting units: `1 jam 12 menit`, `45 detik`.
 * @param seconds 0 or more; under a minute whole seconds, from a minute on whole minutes (rounded to the nearest)
 */
export function formatDuration(language: Language, seconds: number): string {
  const words =
    language === 'id'
      ? { hour: ['jam', 'jam'], minute: ['menit', 'menit'], second: ['detik', 'detik'] }
      : { hour: ['hour', 'hours'], minute: ['minute', 'minutes'], second: ['second', 'seconds'] };
  const say = (count: number, [one, many]: readonly string[]) => `${count} ${count === 1 ? one : many}`;
  const wholeSeconds = Math.round(Math.max(0, seconds));
  if (wholeSeconds < 60) return say(wholeSeconds, words.second);
  const allMinutes = Math.round(wholeSeconds / 60);
  const hours = Math.floor(allMinutes / 60);
  const minutes = allMinutes % 60;
  if (hours === 0) return say(minutes, words.minute);
  return minutes === 0 ? say(hours, words.hour) : `${say(hours, words.hour)} ${say(minutes, words.minute)}`;
}
