import type { ElectionDefinition, Voter } from '@bilik/election';
import { type Language, phrasesOf } from '@bilik/words';
import { attendanceWords } from './attendance-phrases.ts';
import { renderOfficialPaper } from './official-paper.ts';
import { documentWords } from './phrases.ts';
import { dayInWords, figure, paperFrame, signature } from './wording.ts';

export interface AttendanceList {
  readonly definition: ElectionDefinition;
  /** The list in its order; who may not vote stands in it and has no line to sign. */
  readonly voters: readonly Pick<Voter, 'number' | 'name' | 'sex' | 'hamlet' | 'ineligible'>[];
  /** List numbers of who was checked in; null on the blank list of before the day. */
  readonly present: ReadonlySet<number> | null;
  /** Of these, who were marked for a mobile group; left out where none was. `numbers` null: so few that no line carries the sign. */
  readonly mobile?: { readonly count: number; readonly numbers: ReadonlySet<number> | null };
  /** Default Indonesian. */
  readonly language?: Language;
}

const say = phrasesOf(documentWords, attendanceWords);
/** Room to sign on. */
const DOTS = '........................';

/**
 * The attendance list (daftar hadir), PDF/A-2b, in list order: blank for wet signatures, or with who was checked in. No time stands in it,
 * and no order but that of the list. Same content, same bytes.
 */
export function renderAttendanceList({
  definition,
  voters,
  present,
  mobile,
  language = 'id',
}: AttendanceList): Uint8Array {
  const { voting, area, pollingPlace, people } = definition;
  const eligible = voters.filter(({ ineligible }) => ineligible === null);
  const came = (sex: 'L' | 'P') =>
    eligible.filter((voter) => voter.sex === sex && present?.has(voter.number) === true).length;
  const listed = (sex: 'L' | 'P') => eligible.filter((voter) => voter.sex === sex).length;
  const lastCell = ({ number, ineligible }: AttendanceList['voters'][number]): string => {
    if (ineligible !== null) return say(language, 'attendance.ineligible');
    if (present === null) return `${number}. ${DOTS}`;
    if (!present.has(number)) return say(language, 'attendance.absent');
    return say(language, mobile?.numbers?.has(number) === true ? 'attendance.mobile' : 'attendance.came');
  };
  const count = (of: (sex: 'L' | 'P') => number, label: string): readonly [string, string] => [
    label,
    say(language, 'attendance.count', {
      all: figure(language, of('L') + of('P')),
      men: figure(language, of('L')),
      women: figure(language, of('P')),
    }),
  ];
  return renderOfficialPaper(
    {
      ...paperFrame(language, definition),
      title: say(language, 'attendance.title'),
      subtitle: say(language, present === null ? 'attendance.before' : 'attendance.after'),
      opening: [
        say(language, 'attendance.opening', {
          day: dayInWords(language, voting.date),
          address: `${pollingPlace.address}, ${say(language, 'card.village', { village: area.village.name })}`,
          title: definition.title[language],
        }),
      ],
      notices: [],
      sections: [
        {
          title: say(language, 'attendance.sums'),
          blocks: [
            {
              type: 'figures',
              rows: [
                count(listed, say(language, 'attendance.listed')),
                ...(present === null ? [] : [count(came, say(language, 'attendance.present'))]),
                ...(mobile === undefined
                  ? []
                  : [[say(language, 'attendance.byMobileGroup'), figure(language, mobile.count)] as const]),
              ],
            },
            ...(mobile === undefined
              ? []
              : [
                  {
                    type: 'text',
                    text: say(
                      language,
                      mobile.numbers === null ? 'attendance.mobile.few' : 'attendance.mobile.legend',
                    ),
                  } as const,
                ]),
          ],
        },
        {
          title: say(language, 'attendance.list'),
          blocks: [
            {
              type: 'table',
              isMain: false,
              columns: [
                { title: say(language, 'attendance.name'), align: 'left' },
                { title: say(language, 'attendance.number'), align: 'right' },
                { title: say(language, 'attendance.sex'), align: 'center' },
                { title: say(language, 'attendance.hamlet'), align: 'left' },
                {
                  title: say(language, present === null ? 'attendance.signature' : 'attendance.checkedIn'),
                  align: 'left',
                },
              ],
              rows: voters.map((voter) => [
                voter.name,
                String(voter.number),
                voter.sex,
                voter.hamlet,
                lastCell(voter),
              ]),
              totals: [],
            },
          ],
        },
      ],
      closing: say(language, present === null ? 'attendance.closing.before' : 'attendance.closing.after'),
      signatures: people.flatMap(({ role, name }) =>
        role === 'chair' || role === 'member' ? [signature(language, { role, name, represents: null })] : [],
      ),
      qr: null,
    },
    voting.date,
  );
}
