import type { Language } from '@bilik/words';

/** A time of day, `HH:MM`, as the language writes it: `07.00` · `07:00`. */
export function clockTime(language: Language, time: string): string {
  return language === 'id' ? time.replace(':', '.') : time;
}

/** One hour later, of a time `HH:00`; after 23:00 it is 24:00. */
export function hourAfter(hour: string): string {
  return `${String(Number.parseInt(hour, 10) + 1).padStart(2, '0')}:00`;
}
