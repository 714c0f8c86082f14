const SHOWN = 5;

/** The first few of many names, and how many more there are: whoever reads must not take five for all. */
export function shownNames(names: readonly string[], language: 'id' | 'en'): string {
  const shown = names.slice(0, SHOWN).join(', ');
  const more = names.length - SHOWN;
  if (more <= 0) return shown;
  return language === 'id' ? `${shown} dan ${more} lagi` : `${shown} and ${more} more`;
}
