import type { Language } from '@bilik/words';
import type { OfficialPaper } from './official-paper.ts';
import { say } from './wording.ts';

/** The village whose committee gives a paper, before there is an election definition. */
export interface VillageOfPaper {
  readonly village: string;
  readonly subDistrict: string;
  /** With its kind, as in `Kabupaten Banyuasin`. */
  readonly regency: string;
  /** Of the event, as in `Pilkades serentak 2027`. */
  readonly title: string;
  readonly isExercise: boolean;
  /** Civil day of the paper, `YYYY-MM-DD`. */
  readonly day: string;
}

/** What every paper of a village committee has around its content. */
export function villageFrame(
  language: Language,
  { village, subDistrict, regency, title, isExercise }: VillageOfPaper,
): Pick<
  OfficialPaper,
  | 'language'
  | 'watermark'
  | 'letterhead'
  | 'numberLabel'
  | 'signaturesTitle'
  | 'footer'
  | 'copyLine'
  | 'pageOf'
> {
  const exercise = say(language, 'document.exercise');
  return {
    language,
    watermark: isExercise ? exercise : null,
    letterhead: {
      small: say(language, 'document.area', {
        subDistrict: subDistrict.toUpperCase(),
        regency: regency.toUpperCase(),
      }),
      large: say(language, 'document.committee', { village: village.toUpperCase() }),
      below: title,
    },
    numberLabel: say(language, 'document.number'),
    signaturesTitle: say(language, 'document.signatures'),
    footer: [isExercise ? exercise : '', say(language, 'card.village', { village })]
      .filter((part) => part !== '')
      .join(' · '),
    copyLine: '',
    // the numbers are put in by the layout, which alone knows the pages
    pageOf: say(language, 'document.pageOf', { page: '{page}', pages: '{pages}' }),
  };
}
