import { type Language, phrasesOf } from '@bilik/words';
import { candidateWords } from './candidate-phrases.ts';
import { renderOfficialPaper } from './official-paper.ts';
import { type VillageOfPaper, villageFrame } from './village-frame.ts';

export interface DrawMinutes extends VillageOfPaper {
  /** In the order of arrival. */
  readonly arrivals: readonly {
    readonly name: string;
    readonly drawnBy: string;
    readonly number: number;
    readonly commitment: string;
    readonly words: string;
    readonly salt: string;
  }[];
  readonly dice: readonly number[];
  /** How often the draw was begun, and why the last time. */
  readonly attempts: number;
  readonly reason: string | null;
  readonly language?: Language;
}

const say = phrasesOf(candidateWords);

/** Berita acara undian, PDF/A-2b: all that is needed to compute the draw again; same content, same bytes. */
export function renderDrawMinutes({ language = 'id', ...paper }: DrawMinutes): Uint8Array {
  const repeated =
    paper.attempts > 1
      ? [
          say(language, 'candidates.draw.attempts', {
            attempts: paper.attempts,
            reason: paper.reason ?? '–',
          }),
        ]
      : [];
  return renderOfficialPaper(
    {
      ...villageFrame(language, paper),
      title: say(language, 'candidates.draw.title'),
      subtitle: say(language, 'candidates.draw.subtitle', { title: paper.title }),
      opening: [say(language, 'candidates.draw.opening'), ...repeated],
      notices: [],
      sections: [
        {
          title: say(language, 'candidates.draw.section.result'),
          blocks: [
            {
              type: 'table',
              isMain: true,
              columns: [
                { title: say(language, 'candidates.draw.column.candidate'), align: 'left' },
                { title: say(language, 'candidates.draw.column.drawnBy'), align: 'left' },
                { title: say(language, 'candidates.draw.column.arrival'), align: 'right' },
                { title: say(language, 'candidates.column.number'), align: 'right' },
              ],
              rows: paper.arrivals.map(({ name, drawnBy, number }, index) => [
                name,
                drawnBy,
                String(index + 1),
                String(number),
              ]),
              totals: [],
            },
          ],
        },
        {
          title: say(language, 'candidates.draw.section.record'),
          blocks: [
            { type: 'text', text: say(language, 'candidates.draw.how') },
            {
              type: 'facts',
              rows: [
                {
                  label: say(language, 'candidates.draw.dice'),
                  text: paper.dice.join(' – '),
                  isCode: false,
                },
                ...paper.arrivals.flatMap(({ commitment, words, salt }, index) => [
                  {
                    label: say(language, 'candidates.draw.words', { order: index + 1 }),
                    text: words,
                    isCode: false,
                  },
                  {
                    label: say(language, 'candidates.draw.salt', { order: index + 1 }),
                    text: salt,
                    isCode: true,
                  },
                  {
                    label: say(language, 'candidates.draw.commitment', { order: index + 1 }),
                    text: commitment,
                    isCode: true,
                  },
                ]),
              ],
            },
          ],
        },
      ],
      closing: say(language, 'candidates.draw.closing'),
      signatures: [
        { role: say(language, 'candidates.sign.chair'), name: '', below: '' },
        ...paper.arrivals.map(({ name, drawnBy }) => ({
          role: say(language, 'candidates.sign.candidate'),
          name: drawnBy,
          below: drawnBy === name ? '' : name,
        })),
      ],
      qr: null,
    },
    paper.day,
  );
}
