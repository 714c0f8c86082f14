import type { Language } from '@bilik/words';

/** A time of day, `HH:MM`, as the language writes it: `07.00` · `07:00`. */
export function clockTime(language: Language, time: string): string {
  return language === 'id' ? time.replace(':', '.') : time;
}
