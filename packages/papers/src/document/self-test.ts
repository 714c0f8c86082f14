import type { CivilTime, ElectionDefinition, SelfTestCheck, SelfTestResult } from '@bilik/election';
import { type Language, phrasesOf } from '@bilik/words';
import { selfTestFindings } from '@bilik/words/catalogue/self-test/findings';
import { selfTestInWords } from '@bilik/words/self-test';
import { renderOfficialPaper } from './official-paper.ts';
import {
  boardSignatures,
  clock,
  dayInWords,
  exerciseClocks,
  fingerprintSection,
  paperFrame,
  placeOf,
  say as sayOfPapers,
  withoutFullStop,
} from './wording.ts';

export interface SelfTestPaper {
  readonly definition: ElectionDefinition;
  readonly result: SelfTestResult;
  /** Hex SHA-256 of what this paper says. */
  readonly fingerprint: string;
  /** Text of the signed code that names this paper. */
  readonly qrText: string;
  /** Default Indonesian. */
  readonly language?: Language;
}

const say = phrasesOf(selfTestFindings);

/** The self-test report (laporan uji diri), PDF/A-2b; same content, same bytes. */
export function renderSelfTest({ language = 'id', ...paper }: SelfTestPaper): Uint8Array {
  const { definition, result } = paper;
  const left = (key: 'of' | 'check' | 'verdict' | 'finding') => ({
    title: say(language, `selfTest.paper.column.${key}`),
    align: 'left' as const,
  });
  return renderOfficialPaper(
    {
      ...paperFrame(language, definition),
      title: say(language, 'selfTest.paper.title'),
      subtitle: say(language, 'selfTest.paper.subtitle'),
      opening: [
        say(language, 'selfTest.paper.opening', {
          day: dayInWords(language, definition.voting.date),
          at: clock(language, result.at),
          zone: definition.voting.zone,
          address: placeOf(language, definition),
          title: definition.title[language],
        }),
        ...exerciseClocks(language, definition),
      ],
      notices: [
        {
          title: `${say(language, 'selfTest.paper.verdict')}: ${say(language, `selfTest.verdict.${result.verdict}`)}`,
          lines: noGoLines(language, result.checks),
        },
      ],
      sections: [
        {
          title: say(language, 'selfTest.paper.checks'),
          blocks: [
            {
              type: 'table',
              isMain: false,
              columns: [left('of'), left('check'), left('verdict'), left('finding')],
              rows: result.checks.map((check) => {
                const words = selfTestInWords(language, check);
                return [
                  words.of,
                  words.check,
                  say(language, `selfTest.verdict.${check.verdict}`),
                  words.finding,
                ];
              }),
              totals: [],
            },
          ],
        },
        fingerprintSection(language, paper.fingerprint),
      ],
      closing: say(language, 'selfTest.paper.closing'),
      signatures: boardSignatures(language, definition),
      qr: { text: paper.qrText, caption: sayOfPapers(language, 'paper.qr') },
    },
    definition.voting.date,
  );
}

/** What zero report and minutes say of the self-test: the verdict and each check that was no go, or that nobody ran one. */
export function selfTestFact(
  language: Language,
  result: SelfTestResult | null,
  openedAt: CivilTime | null,
): { readonly label: string; readonly text: string; readonly isCode: false } {
  const lines =
    result === null
      ? [say(language, 'selfTest.paper.notDone')]
      : [
          say(language, 'selfTest.paper.line', {
            verdict: say(language, `selfTest.verdict.${result.verdict}`),
            at: clock(language, result.at),
          }),
          ...noGoLines(language, result.checks),
          ...(result.verdict === 'no-go' && openedAt !== null
            ? [say(language, 'selfTest.paper.openedAnyway')]
            : []),
        ];
  return { label: say(language, 'selfTest.paper.label'), text: lines.join('\n'), isCode: false };
}

function noGoLines(language: Language, checks: readonly SelfTestCheck[]): string[] {
  return checks
    .filter(({ verdict }) => verdict === 'no-go')
    .map((check) => {
      const { of, check: name, finding } = selfTestInWords(language, check);
      return say(language, 'selfTest.paper.noGo', {
        of,
        check: name,
        finding: `${withoutFullStop(finding)}.`,
      });
    });
}
