/** The languages every phrase exists in. Indonesian is the first; English the second. */
export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * What a voter may choose in the booth: the local language too, `plm` for the Malay of Palembang (Baso Palembang). Only what a voter
 * reads or hears exists in it; everything else of it is Indonesian. Slips and papers are Indonesian always.
 */
export const BOOTH_LANGUAGES = ['id', 'plm', 'en'] as const;
export type LanguageCode = (typeof BOOTH_LANGUAGES)[number];

/** Tells whether a text from outside (a setting, a URL) names one of our languages. */
export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** The language whose numbers, dates and names are used where a local language has none of its own. */
export function standardLanguage(language: LanguageCode): Language {
  return language === 'en' ? 'en' : 'id';
}

/**
 * The language as a document names it to a screen reader. ISO 639-3 merged `plm` into `mui` (Musi) in 2007; no screen reader that we
 * know has a voice for it, and reads it with the one of the system.
 */
export function documentLanguage(language: LanguageCode): string {
  return language === 'plm' ? 'mui' : language;
}
