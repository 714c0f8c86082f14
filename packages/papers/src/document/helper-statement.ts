import type { ElectionDefinition } from '@bilik/election';
import { type Language, phrasesOf } from '@bilik/words';
import { helperWords } from './helper-phrases.ts';
import { renderOfficialPaper } from './official-paper.ts';
import { documentWords } from './phrases.ts';
import { dayInWords, paperFrame } from './wording.ts';

const say = phrasesOf(documentWords, helperWords);
/** Room to write on. */
const DOTS = '................................................................';

/**
 * The blank statement that a voter's helper signs before going into the booth, PDF/A-2b. Filled in by hand and kept by the board: the
 * machine knows how many were helped and not who.
 */
export function renderHelperStatement(definition: ElectionDefinition, language: Language = 'id'): Uint8Array {
  const { voting, area, pollingPlace, people } = definition;
  const chair = people.find(({ role }) => role === 'chair');
  const blank = (label: string) => ({ label, text: DOTS, isCode: false });
  return renderOfficialPaper(
    {
      ...paperFrame(language, definition),
      title: say(language, 'helper.title'),
      subtitle: say(language, 'helper.subtitle'),
      opening: [
        say(language, 'helper.opening', {
          day: dayInWords(language, voting.date),
          address: `${pollingPlace.address}, ${say(language, 'card.village', { village: area.village.name })}`,
        }),
      ],
      notices: [],
      sections: [
        {
          title: say(language, 'helper.who'),
          blocks: [
            {
              type: 'facts',
              rows: [
                blank(say(language, 'helper.name')),
                blank(say(language, 'helper.address')),
                blank(say(language, 'helper.voter')),
                blank(say(language, 'helper.reason')),
              ],
            },
          ],
        },
        {
          title: say(language, 'helper.promises'),
          blocks: [
            {
              type: 'list',
              items: [
                say(language, 'helper.chosen'),
                say(language, 'helper.follows'),
                say(language, 'helper.silent'),
              ],
            },
          ],
        },
      ],
      closing: say(language, 'helper.closing'),
      signatures: [
        { role: say(language, 'helper.signature'), name: '', below: '' },
        { role: say(language, 'document.signature.chair'), name: chair?.name ?? '', below: '' },
      ],
      qr: null,
    },
    voting.date,
  );
}
