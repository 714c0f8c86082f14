import type { ElectionDefinition, MandateEntry } from '@bilik/election';
import type { Language } from '@bilik/words';
import { renderOfficialPaper } from './official-paper.ts';
import {
  boardSignatures,
  clock,
  dayInWords,
  fingerprintSection,
  paperFrame,
  placeOf,
  representedBy,
  say,
  signature,
} from './wording.ts';

export interface MandatesPaper {
  readonly definition: ElectionDefinition;
  readonly mandates: readonly MandateEntry[];
  /** Hex SHA-256 of what this paper says. */
  readonly fingerprint: string;
  /** Text of the signed code that names this paper. */
  readonly qrText: string;
  /** Default Indonesian. */
  readonly language?: Language;
}

/** The list of the witnesses' letters of mandate (surat mandat), PDF/A-2b; same content, same bytes. */
export function renderMandates({ language = 'id', ...paper }: MandatesPaper): Uint8Array {
  const { definition, mandates } = paper;
  const witnesses = definition.people.filter(({ role }) => role === 'witness');
  const column = (key: 'witness' | 'represents' | 'letter' | 'at') => ({
    title: say(language, `mandate.column.${key}`),
    align: 'left' as const,
  });
  return renderOfficialPaper(
    {
      ...paperFrame(language, definition),
      title: say(language, 'mandate.title'),
      subtitle: say(language, 'mandate.subtitle'),
      opening: [
        say(language, 'mandate.opening', {
          day: dayInWords(language, definition.voting.date),
          address: placeOf(language, definition),
          title: definition.title[language],
        }),
      ],
      notices: [],
      sections: [
        {
          title: say(language, 'mandate.section'),
          blocks: [
            {
              type: 'table',
              isMain: false,
              columns: [
                column('represents'),
                column('witness'),
                column('letter'),
                { ...column('at'), align: 'right' },
              ],
              rows: witnesses.map((witness) => {
                const entry = mandates.find(({ person }) => person === witness.id);
                return [
                  representedBy(definition, witness) ?? '',
                  witness.name,
                  entry === undefined
                    ? say(language, 'mandate.notAsked')
                    : (entry.letter ?? say(language, 'mandate.none')),
                  entry === undefined ? '' : clock(language, entry.checkedAt),
                ];
              }),
              totals: [],
            },
          ],
        },
        fingerprintSection(language, paper.fingerprint),
      ],
      closing: say(language, 'mandate.closing'),
      signatures: [
        ...boardSignatures(language, definition),
        ...witnesses.map((witness) =>
          signature(language, {
            role: 'witness',
            name: witness.name,
            represents: representedBy(definition, witness),
          }),
        ),
      ],
      qr: { text: paper.qrText, caption: say(language, 'paper.qr') },
    },
    definition.voting.date,
  );
}
