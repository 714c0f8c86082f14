import { ageOn, type CivilDate, parseCivilDate } from '@bilik/election';
import { type Cell, cellText, type DateSystem } from '../source/cell.ts';
import { cleanText, saysNothing } from './text-field.ts';

export type BirthDateProblem =
  | 'birth-date-missing'
  | 'birth-date-unreadable'
  | 'birth-date-month-first'
  | 'birth-date-incomplete'
  | 'birth-date-two-digit-year'
  | 'birth-date-impossible'
  | 'birth-date-future'
  | 'birth-date-too-long-ago';

/** What a cell says about a day of birth. */
export type BirthDateReading =
  | {
      readonly type: 'date';
      readonly date: CivilDate;
      /** A serial number that is not formatted as a date was read as one. */
      readonly wasBareNumber: boolean;
    }
  | {
      readonly type: 'problem';
      readonly kind: BirthDateProblem;
      readonly details: Readonly<Record<string, string | number>>;
    };

export interface BirthDateRules {
  readonly dateSystem: DateSystem;
  readonly votingDate: CivilDate;
  readonly twoDigitYears: 'ask' | 'by-age';
}

/** Nobody was ever known to be older; what lies beyond is a placeholder or a slip. */
const OLDEST_AGE_YEARS = 123;
/** When a year of two digits is read by age, a listed person is between these ages. */
const YOUNGEST_LISTED_YEARS = 12;
const OLDEST_LISTED_YEARS = 115;
/** Serial numbers of 1 January 1905 and of 31 December 2099, in the 1900 system: the range in which a bare number is believed. */
const FIRST_BARE_SERIAL = 1828;
const LAST_BARE_SERIAL = 73050;
const LONGEST_DATE_TEXT = 60;
const DAY_MS = 86_400_000;
const LEAP_DAY_THAT_NEVER_WAS = 60;

/** Indonesian and English months by their first three letters, and the short forms that differ. */
const MONTHS: ReadonlyMap<string, number> = new Map([
  ['jan', 1],
  ['feb', 2],
  ['peb', 2],
  ['mar', 3],
  ['apr', 4],
  ['mei', 5],
  ['may', 5],
  ['jun', 6],
  ['jul', 7],
  ['agu', 8],
  ['agt', 8],
  ['ags', 8],
  ['aug', 8],
  ['sep', 9],
  ['okt', 10],
  ['oct', 10],
  ['nov', 11],
  ['nop', 11],
  ['des', 12],
  ['dec', 12],
]);

/** `17/08/1958`, `17-8-58`, `17.08.1958`, `17|08|1958`, `17 08 1958`; the time that a database adds is left out. */
const DAY_FIRST =
  /^(\d{1,2})\s?[/\-.| ]\s?(\d{1,2})\s?[/\-.| ]\s?(\d{4}|\d{2})(?:[ T]\d{1,2}[:.]\d{2}.{0,12})?$/;
/** `1958-08-17`, `1958/08/17`. */
const YEAR_FIRST = /^(\d{4})[/\-.](\d{1,2})[/\-.](\d{1,2})(?:[ T]\d{1,2}[:.]\d{2}.{0,12})?$/;
/** `17 Agustus 1958`, `17-Agt-58`, `Minggu, 17 Agustus 1958`. */
const MONTH_NAMED =
  /^(?:\p{L}{4,7}'?\p{L}*,? )?(\d{1,2})[ \-./]{0,3}(\p{L}{3,9})\.?[ \-./,]{0,3}(\d{4}|\d{2})$/u;

/**
 * Reads a day of birth as offices write it: day first, month in numbers or by name, or a spreadsheet's serial number.
 * @errors never throws; see `BirthDateProblem`
 */
export function readBirthDate(cell: Cell, rules: BirthDateRules): BirthDateReading {
  if (typeof cell !== 'string') {
    if (cell.kind !== 'number') return problem('birth-date-unreadable');
    return fromNumber(cell.number, cell.isDate, rules);
  }
  const text = cleanText(cell).replace(/^['\u2018\u2019`]+/, '');
  if (saysNothing(text)) return problem('birth-date-missing');
  if (text.length > LONGEST_DATE_TEXT) return problem('birth-date-unreadable');
  if (/^\d{4}$/.test(text)) return problem('birth-date-incomplete');
  if (/^\d{5}$/.test(text)) return fromNumber(Number(text), false, rules);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) {
    return fromParts(dayFirst[3] ?? '', Number(dayFirst[2]), Number(dayFirst[1]), rules);
  }
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    return fromParts(yearFirst[1] ?? '', Number(yearFirst[2]), Number(yearFirst[3]), rules);
  }
  const named = MONTH_NAMED.exec(text);
  const month = MONTHS.get((named?.[2] ?? '').slice(0, 3).toLowerCase());
  if (named === null || month === undefined) {
    return problem(/^\p{L}{3,9} \d{4}$/u.test(text) ? 'birth-date-incomplete' : 'birth-date-unreadable');
  }
  return fromParts(named[3] ?? '', month, Number(named[1]), rules);
}

function fromNumber(number: number, isDate: boolean, rules: BirthDateRules): BirthDateReading {
  const serial = Math.floor(number);
  if (!isDate && Number.isInteger(number) && number >= 1850 && number <= 2100) {
    return problem('birth-date-incomplete');
  }
  const isBelieved = isDate || (serial >= FIRST_BARE_SERIAL && serial <= LAST_BARE_SERIAL);
  const date = isBelieved ? dateOfSerial(serial, rules.dateSystem) : null;
  if (date === null) return problem('birth-date-unreadable');
  return checked(date, !isDate, rules);
}

/**
 * The day of a spreadsheet's serial number.
 * @returns null for 29 February 1900, which the 1900 system counts and the calendar does not have, and outside 1900 to 2199
 */
export function dateOfSerial(serial: number, system: DateSystem): CivilDate | null {
  if (!Number.isInteger(serial) || serial < 0 || serial > 110_000) return null;
  if (system === 1900 && (serial === LEAP_DAY_THAT_NEVER_WAS || serial === 0)) return null;
  const epoch =
    system === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < LEAP_DAY_THAT_NEVER_WAS ? 31 : 30);
  const date = parseCivilDate(new Date(epoch + serial * DAY_MS).toISOString().slice(0, 10));
  return date.ok ? date.value : null;
}

function fromParts(year: string, month: number, day: number, rules: BirthDateRules): BirthDateReading {
  if (day === 0 || month === 0) return problem('birth-date-incomplete');
  if (month > 12 && month <= 31 && day <= 12) return problem('birth-date-month-first');
  if (year.length === 4) {
    const date = dateOf(Number(year), month, day);
    return date === null ? problem('birth-date-impossible') : checked(date, false, rules);
  }
  const early = 1900 + Number(year);
  const late = 2000 + Number(year);
  const asked = problem('birth-date-two-digit-year', { early, late });
  if (rules.twoDigitYears === 'ask') return asked;
  const possible = [dateOf(early, month, day), dateOf(late, month, day)].filter((date) => {
    if (date === null) return false;
    const age = ageOn(date, rules.votingDate);
    return age >= YOUNGEST_LISTED_YEARS && age <= OLDEST_LISTED_YEARS;
  });
  const [only] = possible;
  return possible.length === 1 && only != null ? { type: 'date', date: only, wasBareNumber: false } : asked;
}

function dateOf(year: number, month: number, day: number): CivilDate | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = parseCivilDate(text);
  return date.ok ? date.value : null;
}

function checked(date: CivilDate, wasBareNumber: boolean, rules: BirthDateRules): BirthDateReading {
  if (date > rules.votingDate) return problem('birth-date-future');
  const age = ageOn(date, rules.votingDate);
  if (age > OLDEST_AGE_YEARS) return problem('birth-date-too-long-ago', { age });
  return { type: 'date', date, wasBareNumber };
}

function problem(
  kind: BirthDateProblem,
  details: Readonly<Record<string, string | number>> = {},
): BirthDateReading {
  return { type: 'problem', kind, details };
}

/**
 * Parts a cell "Palembang, 17-08-1958" into place and day. The day begins at the first digit; a comma, slash or space stands before it.
 * @returns null when there is no digit in it
 */
export function partBirthPlaceAndDate(cell: Cell): { readonly place: string; readonly date: string } | null {
  const text = cleanText(cellText(cell));
  const start = text.search(/\d/);
  if (start < 0) return null;
  const place = text.slice(0, start).replace(/[\s,/\-.|:;]+$/, '');
  return { place, date: text.slice(start) };
}
