import {
  ballotOptions,
  type ElectionDefinition,
  type LogicTestRun,
  type LogicTestStanding,
  logicTestDifferences,
  logicTestMatched,
  type OptionKey,
  optionLabel,
} from '@bilik/election';
import { type Language, phrasesOf } from '@bilik/words';
import { logicTestFindings } from '@bilik/words/catalogue/logic-test/findings';
import { logicTestPhrases } from './logic-test-phrases.ts';
import { type PaperBlock, renderOfficialPaper } from './official-paper.ts';
import {
  boardSignatures,
  clock,
  dayInWords,
  exerciseClocks,
  figure,
  fingerprintSection,
  namesOf,
  paperFrame,
  placeOf,
  representedBy,
  say as sayOfPapers,
  signature,
  withoutFullStop,
} from './wording.ts';

export interface LogicTestPaper {
  readonly definition: ElectionDefinition;
  /** The test that this paper is about. */
  readonly run: LogicTestRun;
  /** How many tests were carried to their end here, this one with them. */
  readonly runs: number;
  /** Hex SHA-256 of what this paper says. */
  readonly fingerprint: string;
  /** Text of the signed code that names this paper. */
  readonly qrText: string;
  /** Default Indonesian. */
  readonly language?: Language;
}

const say = phrasesOf(logicTestPhrases, logicTestFindings);

/** The logic and accuracy report (laporan uji hitung), PDF/A-2b; same content, same bytes. */
export function renderLogicTest({ language = 'id', ...paper }: LogicTestPaper): Uint8Array {
  const { definition, run } = paper;
  const { voting, people } = definition;
  const isMatch = logicTestMatched(run);
  return renderOfficialPaper(
    {
      ...paperFrame(language, definition),
      title: say(language, 'logicTest.paper.title'),
      subtitle: say(language, 'logicTest.paper.subtitle'),
      opening: [
        say(language, 'logicTest.paper.opening', {
          day: dayInWords(language, voting.date),
          begunAt: clock(language, run.begunAt),
          at: clock(language, run.endedAt),
          zone: voting.zone,
          address: placeOf(language, definition),
          title: definition.title[language],
          casts: run.casts,
        }),
        ...exerciseClocks(language, definition),
      ],
      notices: [
        {
          title: `${say(language, 'logicTest.paper.verdict')}: ${say(language, isMatch ? 'logicTest.paper.matched' : 'logicTest.paper.differed')}`,
          lines: isMatch
            ? [say(language, 'logicTest.paper.matched.line')]
            : logicTestFaults(language, definition, run),
        },
      ],
      sections: [
        {
          title: say(language, 'logicTest.paper.booths'),
          blocks: run.booths.flatMap((booth) => boothTables(language, definition, booth)),
        },
        {
          title: say(language, 'logicTest.paper.facts'),
          blocks: [
            {
              type: 'facts',
              rows: (
                [
                  ['spoiled', figure(language, run.spoiled)],
                  ['runs', figure(language, paper.runs)],
                  ['confirmedBy', namesOf(definition, run.confirmedBy).join(', ')],
                  ['keys', say(language, 'logicTest.paper.keys.text')],
                ] as const
              ).map(([key, text]) => ({
                label: say(language, `logicTest.paper.${key}`),
                text,
                isCode: false,
              })),
            },
          ],
        },
        fingerprintSection(language, paper.fingerprint),
      ],
      closing: say(language, 'logicTest.paper.closing'),
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
      qr: { text: paper.qrText, caption: sayOfPapers(language, 'paper.qr') },
    },
    voting.date,
  );
}

/** Each difference in a sentence that names booth and option; empty when there is none. */
export function logicTestFaults(
  language: Language,
  definition: Pick<ElectionDefinition, 'contests'>,
  run: Pick<LogicTestRun, 'booths' | 'total'>,
): string[] {
  const named = (contest: string, option: OptionKey) => ({
    contest: contestTitle(language, definition, contest),
    option: labelOf(language, definition, contest, option),
  });
  const booths = logicTestDifferences(run).map(({ booth, contest, key, expected, counted, slips, fault }) =>
    say(language, `logicTest.fault.${fault}`, {
      booth,
      ...named(contest, key),
      expected,
      counted: counted ?? say(language, 'logicTest.unopened'),
      slips,
    }),
  );
  if (run.total === null) return [...booths, say(language, 'logicTest.paper.total.unopened')];
  return [
    ...booths,
    ...run.total.map(({ contest, option, expected, found }) =>
      say(language, 'logicTest.paper.total.line', { ...named(contest, option), expected, found }),
    ),
  ];
}

/** What zero report and minutes say of the test: done and matched, done and differed, or not done and why. */
export function logicTestFact(
  language: Language,
  definition: ElectionDefinition,
  { runs, skipped }: LogicTestStanding,
): { readonly label: string; readonly text: string; readonly isCode: false } {
  const last = runs.at(-1);
  const isMatch = last !== undefined && logicTestMatched(last);
  const done =
    last === undefined
      ? [say(language, 'logicTest.fact.notDone')]
      : isMatch
        ? [
            say(language, 'logicTest.fact.matched', {
              at: clock(language, last.endedAt),
              casts: last.casts,
            }),
          ]
        : [
            say(language, 'logicTest.fact.differed', { at: clock(language, last.endedAt) }),
            ...logicTestFaults(language, definition, last),
          ];
  const why =
    skipped !== null
      ? [
          say(language, 'logicTest.fact.reason', {
            at: clock(language, skipped.at),
            names: namesOf(definition, skipped.confirmedBy).join(', '),
            reason: withoutFullStop(skipped.reason),
          }),
        ]
      : isMatch
        ? []
        : [say(language, 'logicTest.fact.noReason')];
  return {
    label: say(language, 'logicTest.fact.label'),
    text: [...done, ...why].join('\n'),
    isCode: false,
  };
}

function boothTables(
  language: Language,
  definition: ElectionDefinition,
  { booth, contests }: LogicTestRun['booths'][number],
): PaperBlock[] {
  const right = (key: 'expected' | 'counted' | 'slips') => ({
    title: say(language, `logicTest.paper.column.${key}`),
    align: 'right' as const,
  });
  return contests.map(({ contest, options }) => ({
    type: 'table',
    isMain: false,
    columns: [
      {
        title: say(language, 'logicTest.paper.column.option', {
          contest: contestTitle(language, definition, contest),
          booth,
        }),
        align: 'left',
      },
      right('expected'),
      right('counted'),
      right('slips'),
    ],
    rows: options.map(({ key, expected, counted, slips }) => [
      labelOf(language, definition, contest, key),
      figure(language, expected),
      counted === null ? say(language, 'logicTest.unopened') : figure(language, counted),
      figure(language, slips),
    ]),
    totals: [],
  }));
}

function contestTitle(
  language: Language,
  { contests }: Pick<ElectionDefinition, 'contests'>,
  contest: string,
): string {
  return contests.find(({ id }) => id === contest)?.title[language] ?? contest;
}

function labelOf(
  language: Language,
  { contests }: Pick<ElectionDefinition, 'contests'>,
  contest: string,
  key: OptionKey,
): string {
  const found = contests.find(({ id }) => id === contest);
  const option = found && ballotOptions(found).find((one) => one.key === key);
  return option === undefined ? key : optionLabel(option)[language];
}
