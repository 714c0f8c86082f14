import type { Bilingual } from './bilingual.ts';

/** What a rule says of itself: one line where every language has the same words (the name of a regulation), or one in each. */
export type LawText = string | Bilingual;

/** The text as a reader of `language` sees it. */
export function lawText(text: LawText, language: keyof Bilingual): string {
  return typeof text === 'string' ? text : text[language];
}
