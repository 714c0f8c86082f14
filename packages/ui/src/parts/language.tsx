import { parts } from '@bilik/words/catalogue/parts';
import { type Language, type LanguageCode, standardLanguage } from '@bilik/words/language';
import { type Catalogue, type Phrase, phrasesOf, type Say } from '@bilik/words/phrases';
import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';

/** The language of the screen. `Page` gives it to everything inside. */
export const LanguageContext = createContext<LanguageCode>('id');

/** For numbers, dates and texts that exist in Indonesian and English only. */
export function useLanguage(): Language {
  return standardLanguage(useContext(LanguageContext));
}

/**
 * The phrases of a page in the language of the screen:
 * `const phrase = phrasesOf(common, desk)` once in the module, then `const say = useSay(phrase)` in a component.
 */
export function useSay<Parts extends readonly Catalogue[]>(phrase: Phrase<Parts>): Say<Parts> {
  const language = useContext(LanguageContext);
  return useMemo(
    () =>
      (key, ...values) =>
        phrase(language, key, ...values),
    [language, phrase],
  );
}

const partPhrase = phrasesOf(parts);

/** What the components say by themselves. */
export function usePartWords(): Say<readonly [typeof parts]> {
  return useSay(partPhrase);
}
