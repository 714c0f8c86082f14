import { formatDateWithoutWeekday, isCivilDate } from '@bilik/words/format';

/** `9 Juni 2027` for a civil date of the wire. */
export function day(language: 'id' | 'en', date: string): string {
  return isCivilDate(date) ? formatDateWithoutWeekday(language, date) : date;
}
