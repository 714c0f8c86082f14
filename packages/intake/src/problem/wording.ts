import type { Bilingual } from '@bilik/election';

/** An error keeps the whole list out; a warning wants a look and lets it in. */
export type ProblemSeverity = 'error' | 'warning';

/** What a kind of problem means and what the office should do; `{name}` stands for a detail of the problem. */
export interface ProblemWording {
  readonly severity: ProblemSeverity;
  readonly meaning: Bilingual;
  readonly action: Bilingual;
}

/** Words of an error: meaning and action in Indonesian, then in English. */
export function error(
  meaningId: string,
  actionId: string,
  meaningEn: string,
  actionEn: string,
): ProblemWording {
  return {
    severity: 'error',
    meaning: { id: meaningId, en: meaningEn },
    action: { id: actionId, en: actionEn },
  };
}

/** Words of a warning: meaning and action in Indonesian, then in English. */
export function warning(
  meaningId: string,
  actionId: string,
  meaningEn: string,
  actionEn: string,
): ProblemWording {
  return { ...error(meaningId, actionId, meaningEn, actionEn), severity: 'warning' };
}
