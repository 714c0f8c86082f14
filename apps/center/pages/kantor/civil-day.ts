import { formatDateWithoutWeekday, isCivilDate } from '@bilik/words/format';

/** `9 Juni 2027` for a civil date of the wire. */
export function day(language: 'id' | 'en', date: string): string {
  return isCivilDate(date) ? formatDateWithoutWeekday(language, date) : date;
}

/** A sentence of the wire with each civil date in it as people say dates. */
export function withDays(language: 'id' | 'en', sentence: string): string {
  return sentence.replace(/(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/g, (date) => day(language, date));
}
