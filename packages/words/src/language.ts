/** The languages every phrase exists in. Indonesian is the first; English the second. */
export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Tells whether a text from outside (a setting, a URL) names one of our languages. */
export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text);
}
