import { modes } from '@bilik/words/catalogue/center/modes';
import { setUp } from '@bilik/words/catalogue/center/set-up';
import { common } from '@bilik/words/catalogue/common';
import { formatDateWithoutWeekday, isCivilDate } from '@bilik/words/format';
import { phrasesOf } from '@bilik/words/phrases';

/** What the screens of this room say. */
export const words = /* @__PURE__ */ phrasesOf(common, setUp, modes);

/** `9 Juni 2027` for a civil date of the wire. */
export function day(language: 'id' | 'en', date: string): string {
  return isCivilDate(date) ? formatDateWithoutWeekday(language, date) : date;
}
