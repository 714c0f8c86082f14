import { type HandCountedRow, lawText, type PollingPlaceMinutes, percentText } from '@bilik/election';
import { type Language, terbilang } from '@bilik/words';
import type { PaperBlock, PaperSection, PaperTable } from './official-paper.ts';
import { figure, say } from './wording.ts';

const figureRows = (language: Language, rows: readonly HandCountedRow[]): PaperBlock => ({
  type: 'figures',
  rows: rows.map(({ label, value }) => [
    label[language],
    value === null ? say(language, 'minutes.notCounted') : figure(language, value),
  ]),
});

/** People by sex where it is known so. */
export function attendance(language: Language, minutes: PollingPlaceMinutes): PaperSection {
  const number = (count: number | null): string => (count === null ? '–' : figure(language, count));
  const right = (key: 'male' | 'female' | 'total') => ({
    title: say(language, `minutes.column.${key}`),
    align: 'right' as const,
  });
  const turnout = percentText(minutes.turnoutBasisPoints, language);
  return {
    title: say(language, 'minutes.section.attendance'),
    blocks: [
      {
        type: 'table',
        isMain: false,
        columns: [
          { title: say(language, 'minutes.column.people'), align: 'left' },
          right('male'),
          right('female'),
          right('total'),
        ],
        rows: minutes.attendance.map(({ label, men, women, total }) => [
          label[language],
          number(men),
          number(women),
          number(total),
        ]),
        totals: [],
      },
      { type: 'facts', rows: [{ label: say(language, 'minutes.turnout'), text: turnout, isCode: false }] },
    ],
  };
}

export function cardsAndSlips(language: Language, minutes: PollingPlaceMinutes): PaperSection {
  return {
    title: say(language, 'minutes.section.papers'),
    blocks: [minutes.tokens, minutes.slips, minutes.mobileBallots]
      .filter((rows) => rows.length > 0)
      .map((rows) => figureRows(language, rows)),
  };
}

/** One table a contest, options in ballot order, votes beside the hand count of the slips. */
export function resultTables(language: Language, minutes: PollingPlaceMinutes): PaperSection {
  const blocks = minutes.contests.flatMap((contest): PaperBlock[] => {
    const title: PaperBlock[] =
      minutes.contests.length > 1 ? [{ type: 'text', text: contest.title[language] }] : [];
    return [...title, resultTable(language, contest)];
  });
  const fact = (label: string, text: string) => ({ label, text, isCode: false });
  blocks.push({
    type: 'facts',
    rows: [
      fact(say(language, 'minutes.slipVerdict'), minutes.slipVerdict.sentence[language]),
      ...(minutes.secrecyWarnings.length === 0
        ? []
        : [fact(say(language, 'minutes.secrecy'), secrecyText(language, minutes))]),
    ],
  });
  return { title: say(language, 'minutes.section.result'), blocks };
}

/** The sentences that the board shows, and that no ballot was opened; where there are several contests, with the one that is meant. */
function secrecyText(language: Language, { secrecyWarnings, contests }: PollingPlaceMinutes): string {
  const lines = secrecyWarnings.map(({ contest, sentence }) => {
    const meant = contests.length > 1 ? contests.find((rows) => rows.contest === contest) : undefined;
    return meant === undefined ? sentence[language] : `${meant.title[language]}: ${sentence[language]}`;
  });
  return [...lines, say(language, 'minutes.secrecy.notOpened')].join('\n');
}

type Contest = PollingPlaceMinutes['contests'][number];

function resultTable(language: Language, contest: Contest): PaperTable {
  const hasSlips = contest.options.some((option) => option.slips !== null);
  const hasPaper = contest.options.some((option) => option.paper !== null);
  const hasWords = language === 'id';
  const line = (cells: {
    label: string;
    votes: number;
    share: string;
    paper: number | null;
    slips: number | null;
    difference: string;
  }): string[] => [
    cells.label,
    figure(language, cells.votes),
    ...(hasWords ? [terbilang(cells.votes)] : []),
    cells.share,
    ...(hasPaper ? [cells.paper === null ? '' : figure(language, cells.paper)] : []),
    ...(hasSlips ? [cells.slips === null ? '' : figure(language, cells.slips), cells.difference] : []),
  ];
  return {
    type: 'table',
    isMain: true,
    columns: [
      { title: say(language, 'minutes.column.option'), align: 'left' },
      { title: say(language, 'minutes.column.votes'), align: 'right' },
      ...(hasWords ? [{ title: say(language, 'minutes.column.words'), align: 'left' as const }] : []),
      { title: say(language, 'minutes.column.share'), align: 'right' },
      ...(hasPaper ? [{ title: say(language, 'minutes.column.paper'), align: 'right' as const }] : []),
      ...(hasSlips
        ? [
            { title: say(language, 'minutes.column.slips'), align: 'right' as const },
            { title: say(language, 'minutes.column.difference'), align: 'right' as const },
          ]
        : []),
    ],
    rows: contest.options.map(({ label, votes, basisPoints, paper, slips }) =>
      line({
        label: label[language],
        votes,
        share: percentText(basisPoints, language),
        paper,
        slips,
        // slips are of electronic votes only
        difference: slips === null ? '' : figure(language, slips - (votes - (paper ?? 0))),
      }),
    ),
    totals: contest.totals.map(({ label, value }) =>
      line({ label: label[language], votes: value, share: '', paper: null, slips: null, difference: '' }),
    ),
  };
}

const RELATION_SIGN = { equal: ['=', '≠'], 'at-most': ['≤', '>'] } as const;

/** Every sum with its two sides and whether it holds. */
export function sumChecks(language: Language, minutes: PollingPlaceMinutes): PaperSection {
  const rows = minutes.sums.map((sum) => {
    const [holds, fails] = RELATION_SIGN[sum.relation];
    const sign = sum.verdict === 'fails' ? fails : holds;
    const sides = `${figure(language, sum.left)} ${sign} ${figure(language, sum.right)}`;
    return {
      sentence: sum.sentence[language],
      figures: sum.verdict === 'unknown' ? '' : sides,
      verdict: sum.verdict,
      word: say(language, `minutes.verdict.${sum.verdict}`),
    };
  });
  return { title: say(language, 'minutes.section.sums'), blocks: [{ type: 'checks', rows }] };
}

/** @param fingerprint of these minutes; undefined for a draft, which has none */
export function recordFacts(
  language: Language,
  { record }: PollingPlaceMinutes,
  fingerprint: string | undefined,
): PaperSection {
  const notFilled = say(language, 'document.notFilled');
  const code = (
    label: string,
    text: string | undefined,
  ): { label: string; text: string; isCode: boolean } => ({
    label,
    text: text ?? notFilled,
    isCode: text !== undefined,
  });
  return {
    title: say(language, 'minutes.section.record'),
    blocks: [
      {
        type: 'facts',
        rows: [
          {
            label: say(language, 'document.software'),
            text: record.software?.version ?? notFilled,
            isCode: false,
          },
          code(say(language, 'document.software.fingerprint'), record.software?.fingerprint),
          code(say(language, 'minutes.zeroReport'), record.zeroReport?.fingerprint),
          code(say(language, 'document.record.election'), record.record?.electionHash),
          code(say(language, 'document.record.sealed'), record.sealedRecordHash),
          code(say(language, 'document.record.last'), record.record?.lastEventHash),
          code(say(language, 'document.record.file'), record.recordFileHash),
          ...(fingerprint === undefined ? [] : [code(say(language, 'minutes.fingerprint'), fingerprint)]),
        ],
      },
    ],
  };
}

/** What nobody has read in the law itself is marked, so that the regency looks it up before it is signed. */
export function legalBasis(language: Language, { citations }: PollingPlaceMinutes): PaperSection {
  const items = citations.map(({ title, article, certainty }) => {
    const unsure = certainty === 'S' ? '' : ` (${say(language, 'minutes.law.toBeChecked')})`;
    return `${[lawText(title, language), ...(article === undefined ? [] : [article])].join(', ')}${unsure}`;
  });
  return {
    title: say(language, 'minutes.section.law'),
    blocks: [{ type: 'list', items: [...new Set(items)] }],
  };
}
