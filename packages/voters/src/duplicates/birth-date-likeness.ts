import type { CivilDate } from '@bilik/election';

/**
 * How two days of birth are alike. swapped: day and month exchanged · one-part: year, month or day differs, and in the year only one digit
 * or the order of two
 */
export type BirthDateLikeness = 'same' | 'swapped' | 'one-part';

/** @returns null when they are different days as far as slips go */
export function birthDateLikeness(one: CivilDate, other: CivilDate): BirthDateLikeness | null {
  if (one === other) return 'same';
  const [year, month, day] = partsOf(one);
  const [otherYear, otherMonth, otherDay] = partsOf(other);
  if (year === otherYear) {
    if (month === otherDay && day === otherMonth) return 'swapped';
    return month === otherMonth || day === otherDay ? 'one-part' : null;
  }
  return month === otherMonth && day === otherDay && isYearSlip(year, otherYear) ? 'one-part' : null;
}

/** One text for a day and for the same with day and month exchanged. */
export function eitherWayRound(date: CivilDate): string {
  const [year, month, day] = partsOf(date);
  return month <= day ? `${year}${month}${day}` : `${year}${day}${month}`;
}

function isYearSlip(one: string, other: string): boolean {
  const differing = [0, 1, 2, 3].filter((place) => one[place] !== other[place]);
  const [first = 0, second = 0] = differing;
  return (
    differing.length === 1 ||
    (differing.length === 2 && one[first] === other[second] && one[second] === other[first])
  );
}

function partsOf(date: CivilDate): readonly [year: string, month: string, day: string] {
  return [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)];
}
