import type { ElectionDefinition } from '@bilik/election';
import { formatDateWithoutWeekday, isCivilDate, type Language, phrasesOf } from '@bilik/words';
import { announcementWords } from './announcement-phrases.ts';
import { renderOfficialPaper } from './official-paper.ts';
import { boardSignatures, paperFrame, placeOf } from './wording.ts';

export interface Announcement {
  readonly definition: ElectionDefinition;
  readonly version: number;
  /** Civil day. */
  readonly madeOn: string;
  /** The package's fingerprint: as eight words, and whole in hex. */
  readonly words: readonly string[];
  readonly fingerprint: string;
  readonly electionUuid: string;
  readonly electionFingerprint: string;
  readonly listFingerprint: string;
  /** Ed25519, base64. */
  readonly keys: { readonly issuer: string; readonly station: string; readonly receiver: string };
  /** In the order of their numbers; hex SHA-256 of each one's public key in decimal digits. */
  readonly trustees: readonly { readonly name: string; readonly keyFingerprint: string }[];
  /** Default Indonesian. */
  readonly language?: Language;
}

const say = phrasesOf(announcementWords);

/** Two by two columns of four words: the paper is one page, which hangs on a door. */
const WORD_ROWS = 4;
const WORD_COLUMNS = [
  { title: '', align: 'left' },
  { title: '', align: 'left' },
] as const;

/** The paper for the door (pengumuman), PDF/A-2b: what people hold against the machines of the day; same content, same bytes. */
export function renderAnnouncement({ language = 'id', ...paper }: Announcement): Uint8Array {
  const { definition, keys } = paper;
  const wordCells = (index: number): readonly string[] => [
    say(language, 'announcement.word', { number: index + 1 }),
    (paper.words[index] ?? '').toUpperCase(),
  ];
  const code = (label: string, text: string) => ({ label, text, isCode: true });
  const madeOn = isCivilDate(paper.madeOn) ? formatDateWithoutWeekday(language, paper.madeOn) : paper.madeOn;
  return renderOfficialPaper(
    {
      ...paperFrame(language, definition),
      title: say(language, 'announcement.title'),
      subtitle: say(language, 'announcement.subtitle'),
      opening: [
        say(language, 'announcement.opening', {
          title: definition.title[language],
          address: placeOf(language, definition),
        }),
      ],
      notices: [],
      sections: [
        {
          title: say(language, 'announcement.words'),
          blocks: [
            {
              type: 'table',
              isMain: true,
              columns: [...WORD_COLUMNS, ...WORD_COLUMNS],
              rows: paper.words
                .slice(0, WORD_ROWS)
                .map((_, row) => [...wordCells(row), ...wordCells(row + WORD_ROWS)]),
              totals: [],
            },
            {
              type: 'facts',
              rows: [
                {
                  label: say(language, 'announcement.version'),
                  text: say(language, 'announcement.version.made', { version: paper.version, madeOn }),
                  isCode: false,
                },
                code(say(language, 'announcement.hex'), paper.fingerprint),
              ],
            },
          ],
        },
        {
          title: say(language, 'announcement.section.election'),
          blocks: [
            {
              type: 'facts',
              rows: [
                code(say(language, 'announcement.electionUuid'), paper.electionUuid),
                code(say(language, 'announcement.electionFingerprint'), paper.electionFingerprint),
                code(say(language, 'announcement.listFingerprint'), paper.listFingerprint),
              ],
            },
          ],
        },
        {
          title: say(language, 'announcement.section.keys'),
          blocks: [
            {
              type: 'facts',
              rows: [
                code(say(language, 'announcement.key.issuer'), keys.issuer),
                code(say(language, 'announcement.key.station'), keys.station),
                code(say(language, 'announcement.key.receiver'), keys.receiver),
              ],
            },
          ],
        },
        {
          title: say(language, 'announcement.section.trustees'),
          blocks: [
            {
              type: 'text',
              text: say(language, 'announcement.trustees.enough', {
                threshold: definition.trustees.threshold,
                count: paper.trustees.length,
              }),
            },
            {
              type: 'facts',
              rows: paper.trustees.map(({ name, keyFingerprint }, index) =>
                code(`${index + 1}. ${name}`, keyFingerprint),
              ),
            },
          ],
        },
      ],
      closing: say(language, 'announcement.closing'),
      signatures: boardSignatures(language, definition).slice(0, 1),
      qr: null,
    },
    definition.voting.date,
  );
}
