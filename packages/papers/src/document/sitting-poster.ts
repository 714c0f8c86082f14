import type { Bilingual } from '@bilik/election';
import { formatDateWithoutWeekday, inGroups, isCivilDate, type Language, phrasesOf } from '@bilik/words';
import { renderOfficialPaper } from './official-paper.ts';
import { documentWords } from './phrases.ts';
import { sittingWords } from './sitting-phrases.ts';

export interface SittingPoster {
  readonly kind: 'exercise' | 'real';
  /** Of the election. */
  readonly title: Bilingual;
  readonly areaName: string;
  /** The sitting's name. */
  readonly ceremony: string;
  /** Civil day on which it is printed. */
  readonly day: string;
  /** The common fingerprint, as eight words and whole in hex. */
  readonly words: readonly string[];
  readonly fingerprint: string;
  readonly threshold: number;
  readonly members: readonly { readonly name: string; readonly interest: string }[];
  /** In order; hash: hex SHA-256 of the place's `trustees.json`. */
  readonly places: readonly {
    readonly place: string;
    readonly village: string;
    readonly trusteesHash: string;
  }[];
  /** Default Indonesian. */
  readonly language?: Language;
}

const say = phrasesOf(documentWords, sittingWords);
const WORD_ROWS = 4;
const SHOWN_DIGITS = 16;
const left = (title: string) => ({ title, align: 'left' }) as const;

/** The paper of a key ceremony, PDF/A-2b: what everybody may hold against trustees' devices. Same content, same bytes. */
export function renderSittingPoster({ language = 'id', ...poster }: SittingPoster): Uint8Array {
  const isExercise = poster.kind === 'exercise';
  const exercise = isExercise ? say(language, 'document.exercise') : '';
  const wordCells = (index: number): readonly string[] => [
    say(language, 'sitting.word', { number: index + 1 }),
    (poster.words[index] ?? '').toUpperCase(),
  ];
  const day = isCivilDate(poster.day) ? formatDateWithoutWeekday(language, poster.day) : poster.day;
  return renderOfficialPaper(
    {
      language,
      watermark: isExercise ? exercise : null,
      letterhead: {
        small: '',
        large: say(language, 'sitting.letterhead'),
        below: poster.areaName.toUpperCase(),
      },
      title: say(language, 'sitting.title'),
      subtitle: say(language, 'sitting.subtitle'),
      numberLabel: say(language, 'document.number'),
      opening: [
        say(language, 'sitting.opening', { title: poster.title[language], ceremony: poster.ceremony, day }),
      ],
      notices: [],
      sections: [
        {
          title: say(language, 'sitting.words'),
          blocks: [
            {
              type: 'table',
              isMain: true,
              columns: [left(''), left(''), left(''), left('')],
              rows: poster.words
                .slice(0, WORD_ROWS)
                .map((_, row) => [...wordCells(row), ...wordCells(row + WORD_ROWS)]),
              totals: [],
            },
            {
              type: 'facts',
              rows: [{ label: say(language, 'sitting.hex'), text: poster.fingerprint, isCode: true }],
            },
          ],
        },
        {
          title: say(language, 'sitting.members'),
          blocks: [
            {
              type: 'text',
              text: say(language, 'sitting.enough', {
                threshold: poster.threshold,
                count: poster.members.length,
              }),
            },
            { type: 'list', items: poster.members.map(({ name, interest }) => `${name} (${interest})`) },
          ],
        },
        {
          title: say(language, 'sitting.places'),
          blocks: [
            {
              type: 'table',
              isMain: false,
              columns: [
                left(say(language, 'sitting.place')),
                left(say(language, 'sitting.village')),
                left(say(language, 'sitting.list')),
              ],
              rows: poster.places.map(({ place, village, trusteesHash }) => [
                place,
                village,
                inGroups(trusteesHash.slice(0, SHOWN_DIGITS), 4).join(' '),
              ]),
              totals: [],
            },
          ],
        },
      ],
      closing: say(language, 'sitting.closing'),
      signaturesTitle: say(language, 'document.signatures'),
      signatures: poster.members.map(({ name, interest }) => ({
        role: say(language, 'sitting.signature'),
        name,
        below: interest,
      })),
      qr: null,
      footer: [exercise, poster.ceremony].filter((part) => part !== '').join(' · '),
      copyLine: '',
      pageOf: say(language, 'document.pageOf', { page: '{page}', pages: '{pages}' }),
    },
    poster.day,
  );
}
