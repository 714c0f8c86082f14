/**
 * A birth date as people write it: `31-12-1980` as on their card, with dots, slashes or spaces too, or without anything between; a year first
 * is read as well.
 * @returns as the center wants it, `1980-12-31`; undefined when it is no day of the calendar
 */
export function readBirthDate(typed: string): string | undefined {
  const text = typed.trim();
  const [, day, month, year] =
    /^(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? [];
  const [, yearFirst, monthSecond, dayLast] = /^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})$/.exec(text) ?? [];
  const parts = [year ?? yearFirst, month ?? monthSecond, day ?? dayLast].map(Number);
  const [inYear = 0, inMonth = 0, onDay = 0] = parts;
  const date = new Date(Date.UTC(inYear, inMonth - 1, onDay));
  const isDay =
    inYear >= 1900 &&
    date.getUTCFullYear() === inYear &&
    date.getUTCMonth() === inMonth - 1 &&
    date.getUTCDate() === onDay;
  return isDay ? date.toISOString().slice(0, 10) : undefined;
}
