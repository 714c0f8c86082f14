import { formatDate, isCivilDate, type Language, phrasesOf } from '@bilik/words';
import { candidateWords } from './candidate-phrases.ts';
import { renderOfficialPaper } from './official-paper.ts';
import { type VillageOfPaper, villageFrame } from './village-frame.ts';

export interface CandidatesAnnouncement extends VillageOfPaper {
  readonly votingDate: string;
  /** By number; before the draw in the order given. */
  readonly candidates: readonly { readonly name: string; readonly number: number | null }[];
  readonly language?: Language;
}

const say = phrasesOf(candidateWords);

/** Pengumuman calon, PDF/A-2b; same content, same bytes. */
export function renderCandidatesAnnouncement({
  language = 'id',
  ...paper
}: CandidatesAnnouncement): Uint8Array {
  const date = isCivilDate(paper.votingDate) ? formatDate(language, paper.votingDate) : paper.votingDate;
  return renderOfficialPaper(
    {
      ...villageFrame(language, paper),
      title: say(language, 'candidates.announcement.title'),
      subtitle: say(language, 'candidates.announcement.subtitle', { title: paper.title }),
      opening: [say(language, 'candidates.announcement.opening', { date })],
      notices: [],
      sections: [
        {
          title: say(language, 'candidates.announcement.section'),
          blocks: [
            {
              type: 'table',
              isMain: true,
              columns: [
                { title: say(language, 'candidates.column.name'), align: 'left' },
                { title: say(language, 'candidates.column.number'), align: 'right' },
              ],
              rows: [...paper.candidates]
                .sort((left, right) => (left.number ?? 0) - (right.number ?? 0))
                .map(({ name, number }) => [
                  name,
                  number === null ? say(language, 'candidates.column.notDrawn') : String(number),
                ]),
              totals: [],
            },
          ],
        },
      ],
      closing: say(language, 'candidates.announcement.closing'),
      signatures: [{ role: say(language, 'candidates.sign.chair'), name: '', below: '' }],
      qr: null,
    },
    paper.day,
  );
}
