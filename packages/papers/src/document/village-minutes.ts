import {
  type Citation,
  lawText,
  partsOfPollingPlaceId,
  percentText,
  type VillageMinutes,
  votesOf,
} from '@bilik/election';
import { type Language, phrasesOf } from '@bilik/words';
import { formatNumber, placeNumber } from '@bilik/words/format';
import { type OfficialPaper, renderOfficialPaper } from './official-paper.ts';
import { outcomeWords } from './outcome-phrases.ts';
import { type VillageOfPaper, villageFrame } from './village-frame.ts';

const say = phrasesOf(outcomeWords);

/** Lines for members besides the chair. */
const MEMBER_LINES = 4;

export interface VillageMinutesPaper extends VillageOfPaper {
  readonly minutes: VillageMinutes;
  /** What people chose where the rules end. */
  readonly chosen: {
    readonly candidate: number;
    readonly reason: string;
    readonly minutesNumber: string;
  } | null;
  /** Else it says on top that it is provisional. */
  readonly isDetermined: boolean;
  /** Hex SHA-256 of what is said. */
  readonly fingerprint: string;
  readonly language?: Language;
}

/** Berita acara hasil desa, PDF/A-2b: every polling place, the sum, the outcome with its reasons; same content, same bytes. */
export function renderVillageMinutes({ language = 'id', ...paper }: VillageMinutesPaper): Uint8Array {
  const { minutes, chosen } = paper;
  const number = (value: number) => formatNumber(language, value);
  const opening = say(
    language,
    `outcome.minutes.opening.${paper.isDetermined ? 'determined' : 'provisional'}`,
  );
  return renderOfficialPaper(
    {
      ...villageFrame(language, paper),
      title: say(language, 'outcome.minutes.title'),
      subtitle: say(language, 'outcome.minutes.subtitle', {
        contest: minutes.contestTitle[language],
        title: paper.title,
      }),
      opening: [opening],
      notices: paper.isDetermined
        ? []
        : [{ title: say(language, 'outcome.minutes.notice.provisional'), lines: [opening] }],
      sections: [
        {
          title: say(language, 'outcome.minutes.section.places'),
          blocks: [
            {
              ...{ type: 'table', isMain: false },
              columns: [
                { title: say(language, 'outcome.minutes.column.place'), align: 'left' },
                { title: say(language, 'outcome.minutes.column.registered'), align: 'right' },
                { title: say(language, 'outcome.minutes.column.users'), align: 'right' },
                ...minutes.totals.map(({ label }) => ({ title: label[language], align: 'right' as const })),
              ],
              rows: minutes.places.map(({ place, registered, users, options }) => [
                placeNumber(partsOfPollingPlaceId(place).number),
                number(registered),
                number(users),
                ...minutes.totals.map(({ key }) => number(votesOf(options, key))),
              ]),
              totals: [
                [
                  '',
                  number(minutes.registered),
                  number(minutes.users),
                  ...minutes.totals.map(({ votes }) => number(votes)),
                ],
              ],
            },
          ],
        },
        {
          title: say(language, 'outcome.minutes.section.sum'),
          blocks: [
            {
              type: 'figures',
              rows: [
                [
                  say(language, 'outcome.minutes.coverage'),
                  say(language, 'outcome.minutes.coverage.value', minutes.coverage),
                ],
                [say(language, 'outcome.minutes.registered'), number(minutes.registered)],
                [say(language, 'outcome.minutes.users'), number(minutes.users)],
                ...minutes.totals.map(({ label, votes, basisPoints }): [string, string] => [
                  label[language],
                  basisPoints === null
                    ? number(votes)
                    : `${number(votes)} (${percentText(basisPoints, language)})`,
                ]),
              ],
            },
          ],
        },
        {
          title: say(language, 'outcome.minutes.section.outcome'),
          blocks: [
            { type: 'text', text: minutes.outcomeText[language] },
            { type: 'list', items: minutes.outcome.steps.map(({ sentence }) => sentence[language]) },
            ...(chosen === null
              ? []
              : [
                  {
                    type: 'text' as const,
                    text: say(language, 'outcome.minutes.chosen', {
                      candidate: chosen.candidate,
                      reason: chosen.reason,
                      number: chosen.minutesNumber,
                    }),
                  },
                ]),
          ],
        },
        basisSection(language, minutes.citations, paper.fingerprint),
      ],
      closing: say(language, 'outcome.minutes.closing'),
      signatures: [
        { role: say(language, 'outcome.minutes.sign.chair'), name: '', below: '' },
        ...Array.from({ length: MEMBER_LINES }, () => ({
          ...{ role: say(language, 'outcome.minutes.sign.member'), name: '', below: '' },
        })),
      ],
      qr: null,
    },
    paper.day,
  );
}

export interface DecreeDraft extends VillageOfPaper {
  readonly winner: string;
  /** The candidate's number. */
  readonly number: number;
  /** Of the village's minutes. */
  readonly fingerprint: string;
  readonly citations: readonly Citation[];
  readonly language?: Language;
}

/** The draft of the regent's decree, PDF/A-2b: number and date stay for the office that stamps it. */
export function renderDecreeDraft({ language = 'id', ...paper }: DecreeDraft): Uint8Array {
  const { village, title, winner, number } = paper;
  return renderOfficialPaper(
    {
      ...villageFrame(language, paper),
      title: say(language, 'outcome.decree.title'),
      subtitle: say(language, 'outcome.decree.subtitle'),
      opening: [say(language, 'outcome.decree.opening', { village })],
      notices: [],
      sections: [
        {
          title: say(language, 'outcome.decree.section'),
          blocks: [
            {
              type: 'list',
              items: [
                say(language, 'outcome.decree.first', { village, title }),
                say(language, 'outcome.decree.second', { village, winner, number }),
              ],
            },
          ],
        },
        basisSection(language, paper.citations, paper.fingerprint),
      ],
      closing: say(language, 'outcome.decree.closing'),
      signatures: [{ role: say(language, 'outcome.decree.sign'), name: '', below: '' }],
      qr: null,
    },
    paper.day,
  );
}

function basisSection(
  language: Language,
  citations: readonly Citation[],
  fingerprint: string,
): OfficialPaper['sections'][number] {
  return {
    title: say(language, 'outcome.minutes.section.basis'),
    blocks: [
      {
        type: 'list',
        items: citations.map(({ title, article }) =>
          [lawText(title, language), ...(article === undefined ? [] : [article])].join(', '),
        ),
      },
      {
        type: 'facts',
        rows: [{ label: say(language, 'outcome.minutes.fingerprint'), text: fingerprint, isCode: true }],
      },
    ],
  };
}
