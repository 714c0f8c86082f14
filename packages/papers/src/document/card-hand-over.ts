import type { Bilingual } from '@bilik/election';
import { formatDateWithoutWeekday, formatNumber, isCivilDate, type Language, phrasesOf } from '@bilik/words';
import { handOverWords } from './hand-over-phrases.ts';
import { renderOfficialPaper } from './official-paper.ts';
import { documentWords } from './phrases.ts';

export interface CardHandOver {
  readonly kind: 'exercise' | 'real';
  /** Of the election. */
  readonly title: Bilingual;
  readonly village: string;
  /** As `TPS 01 Melati`. */
  readonly placeName: string;
  /** Civil day. */
  readonly day: string;
  /** Of the package that the cards belong to. */
  readonly version: number;
  readonly words: readonly string[];
  readonly cards: number;
  readonly packs: readonly { readonly number: number; readonly cards: number; readonly seal: string }[];
  readonly from: string;
  readonly to: string;
  /** Default Indonesian. */
  readonly language?: Language;
}

const say = phrasesOf(documentWords, handOverWords);

/** Berita acara of the hand-over of sealed packs, PDF/A-2b. Names no card: only packs, counts and seals. Same content, same bytes. */
export function renderCardHandOver({ language = 'id', ...paper }: CardHandOver): Uint8Array {
  const isExercise = paper.kind === 'exercise';
  const exercise = isExercise ? say(language, 'document.exercise') : '';
  const count = (value: number) => formatNumber(language, value);
  return renderOfficialPaper(
    {
      language,
      watermark: isExercise ? exercise : null,
      letterhead: {
        small: '',
        large: say(language, 'handOver.letterhead'),
        below: `${paper.placeName} · ${paper.village}`,
      },
      title: say(language, 'handOver.title'),
      subtitle: say(language, 'handOver.subtitle'),
      numberLabel: say(language, 'document.number'),
      opening: [
        say(language, 'handOver.opening', {
          day: isCivilDate(paper.day) ? formatDateWithoutWeekday(language, paper.day) : paper.day,
          title: paper.title[language],
          place: paper.placeName,
          village: paper.village,
          version: String(paper.version),
          cards: count(paper.cards),
          packs: count(paper.packs.length),
        }),
      ],
      notices: [],
      sections: [
        {
          title: say(language, 'handOver.packs'),
          blocks: [
            {
              type: 'table',
              isMain: true,
              columns: [
                { title: say(language, 'handOver.pack'), align: 'left' },
                { title: say(language, 'handOver.count'), align: 'right' },
                { title: say(language, 'handOver.seal'), align: 'left' },
              ],
              rows: paper.packs.map(({ number, cards, seal }) => [String(number), count(cards), seal]),
              totals: [[say(language, 'handOver.total'), count(paper.cards), '']],
            },
            {
              type: 'facts',
              rows: [
                { label: say(language, 'handOver.words'), text: paper.words.join(' · '), isCode: false },
              ],
            },
          ],
        },
        {
          title: say(language, 'handOver.received'),
          blocks: [
            {
              type: 'blanks',
              rows: [
                { label: say(language, 'handOver.received.seals'), lines: 1 },
                { label: say(language, 'handOver.received.opened'), lines: 2 },
              ],
            },
          ],
        },
      ],
      closing: say(language, 'handOver.closing'),
      signaturesTitle: say(language, 'document.signatures'),
      signatures: [
        { role: say(language, 'handOver.from'), name: paper.from, below: '' },
        { role: say(language, 'handOver.to'), name: paper.to, below: '' },
      ],
      qr: null,
      footer: [exercise, paper.placeName, paper.village].filter((part) => part !== '').join(' · '),
      copyLine: '',
      pageOf: say(language, 'document.pageOf', { page: '{page}', pages: '{pages}' }),
    },
    paper.day,
  );
}
