import {
  ballotOptions,
  type CivilTime,
  type ElectionDefinition,
  type FigureRow,
  type LogicTestStanding,
  optionLabel,
  type SelfTestResult,
} from '@bilik/election';
import type { Language } from '@bilik/words';
import { logicTestFact } from './logic-test.ts';
import { type OfficialPaper, renderOfficialPaper } from './official-paper.ts';
import { selfTestFact } from './self-test.ts';
import {
  boardSignatures,
  clock,
  dayInWords,
  exerciseClocks,
  figure,
  paperFrame,
  placeOf,
  representedBy,
  say,
  signature,
} from './wording.ts';

export interface ZeroReport {
  readonly definition: ElectionDefinition;
  /** When it was proven, on the wall clock of the polling place. */
  readonly at: CivilTime;
  /** Check-ins, releases, ballots stored, open cases, slips printed …: all zero. */
  readonly counters: readonly FigureRow[];
  /** The last self-test before this paper was prepared; null when nobody ran one. */
  readonly selfTest: SelfTestResult | null;
  /** The logic and accuracy test before this paper was prepared, or why there was none. */
  readonly logicTest: LogicTestStanding;
  readonly software: { readonly version: string; readonly fingerprint: string };
  /** Hash of the record's election object. */
  readonly electionHash: string;
  /** SHA-256 of all else that this paper says, in hex: the same stands on the board and in the minutes. */
  readonly fingerprint: string;
  /** Text of the signed code that holds the posted key; null leaves it out. */
  readonly qrText: string | null;
  /** Default Indonesian. */
  readonly language?: Language;
}

/**
 * The zero report (laporan nol), PDF/A-2b; same content, same bytes.
 * @throws RangeError when a counter is not zero: then there is nothing to report but a fault
 */
export function renderZeroReport(report: ZeroReport): Uint8Array {
  const notZero = report.counters.filter((counter) => counter.value !== 0);
  if (notZero.length > 0) {
    throw new RangeError(
      `not zero: ${notZero.map((counter) => `${counter.key} = ${counter.value}`).join(', ')}`,
    );
  }
  return renderOfficialPaper(zeroPaper(report), report.definition.voting.date);
}

function zeroPaper({ language = 'id', ...report }: ZeroReport): OfficialPaper {
  const { definition } = report;
  const { voting, people } = definition;
  return {
    ...paperFrame(language, definition),
    title: say(language, 'zero.title'),
    subtitle: say(language, 'zero.subtitle'),
    opening: [
      say(language, 'zero.opening', {
        day: dayInWords(language, voting.date),
        at: clock(language, report.at),
        zone: voting.zone,
        address: placeOf(language, definition),
        title: definition.title[language],
      }),
      ...exerciseClocks(language, definition),
    ],
    notices: [],
    sections: [
      {
        title: say(language, 'zero.section.counters'),
        blocks: [
          {
            type: 'figures',
            rows: report.counters.map(({ label, value }) => [label[language], figure(language, value)]),
          },
        ],
      },
      {
        title: say(language, 'zero.section.options'),
        blocks: definition.contests.map((contest) => ({
          type: 'table',
          isMain: true,
          columns: [
            { title: contest.title[language], align: 'left' },
            { title: say(language, 'minutes.column.votes'), align: 'right' },
          ],
          rows: ballotOptions(contest).map((option) => [optionLabel(option)[language], figure(language, 0)]),
          totals: [],
        })),
      },
      {
        title: say(language, 'zero.section.device'),
        blocks: [
          {
            type: 'facts',
            rows: [
              selfTestFact(language, report.selfTest, null),
              logicTestFact(language, definition, report.logicTest),
              { label: say(language, 'document.software'), text: report.software.version, isCode: false },
              {
                label: say(language, 'document.software.fingerprint'),
                text: report.software.fingerprint,
                isCode: true,
              },
              { label: say(language, 'document.record.election'), text: report.electionHash, isCode: true },
              { label: say(language, 'zero.fingerprint'), text: report.fingerprint, isCode: true },
            ],
          },
        ],
      },
    ],
    closing: say(language, 'zero.closing'),
    signatures: [
      ...boardSignatures(language, definition),
      ...people
        .filter(({ role }) => role === 'witness')
        .map((person) =>
          signature(language, {
            role: 'witness',
            name: person.name,
            represents: representedBy(definition, person),
          }),
        ),
    ],
    qr: report.qrText === null ? null : { text: report.qrText, caption: say(language, 'paper.key.qr') },
  };
}
