import { office } from '@bilik/words/catalogue/center/office';
import { common } from '@bilik/words/catalogue/common';
import { parts } from '@bilik/words/catalogue/parts';
import { type PhraseKey, phrasesOf } from '@bilik/words/phrases';

/** What the office's frame says. Rooms join their own catalogues. */
export const officeWords = /* @__PURE__ */ phrasesOf(common, parts, office);
/** Phrases of the office that take no values. */
export type OfficePhraseKey = Extract<
  PhraseKey<readonly [typeof office]>,
  `office.room.${string}` | `office.role.${string}`
>;
