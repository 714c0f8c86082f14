import type { ElectionDefinition, FigureRow, RestartEntry } from '@bilik/election';
import type { Language } from '@bilik/words';
import { type OfficialPaper, renderOfficialPaper } from './official-paper.ts';
import {
  boardSignatures,
  clock,
  dayInWords,
  exerciseClocks,
  figure,
  paperFrame,
  placeOf,
  restartCause,
  say,
} from './wording.ts';

/** What the station found when it started in the middle of the day. */
export interface RestartReport {
  readonly definition: ElectionDefinition;
  readonly restart: RestartEntry;
  /** Which restart of the day, from 1. */
  readonly number: number;
  /** Number of the epoch in which it happened. */
  readonly epoch: number;
  /** What the station counted again after the start. */
  readonly counters: readonly FigureRow[];
  readonly software: { readonly version: string; readonly fingerprint: string };
  /** Default Indonesian. */
  readonly language?: Language;
}

/** The restart report (laporan mulai ulang), PDF/A-2b; same content, same bytes. Its first sentence is to be read aloud. */
export function renderRestartReport(report: RestartReport): Uint8Array {
  return renderOfficialPaper(restartPaper(report), report.definition.voting.date);
}

/** One sentence for the people in the yard. */
function crowdSentence(language: Language, { restart, definition }: RestartReport): string {
  const { castsBefore, castsAfter } = restart;
  const is = castsBefore === castsAfter ? 'same' : 'differs';
  return say(language, `restart.crowd.${is}`, {
    at: clock(language, restart.at),
    zone: definition.voting.zone,
    before: figure(language, castsBefore),
    after: figure(language, castsAfter),
  });
}

function restartPaper({ language = 'id', ...report }: RestartReport): OfficialPaper {
  const { definition, restart } = report;
  const { voting } = definition;
  const row = (label: string, value: number): readonly [string, string] => [label, figure(language, value)];
  return {
    ...paperFrame(language, definition),
    title: say(language, 'restart.title'),
    subtitle: say(language, 'restart.subtitle', { number: report.number }),
    opening: [
      say(language, 'restart.opening', {
        day: dayInWords(language, voting.date),
        at: clock(language, restart.at),
        zone: voting.zone,
        address: placeOf(language, definition),
      }),
      ...exerciseClocks(language, definition),
    ],
    notices: [
      {
        title: say(language, 'restart.crowd'),
        lines: [crowdSentence(language, report)],
      },
    ],
    sections: [
      {
        title: say(language, 'restart.section.cause'),
        blocks: [
          { type: 'text', text: say(language, 'restart.cause', { cause: restartCause(language, restart) }) },
          { type: 'text', text: say(language, `restart.cause.means.${restart.cause ?? 'unknown'}`) },
        ],
      },
      {
        title: say(language, 'restart.section.casts'),
        blocks: [
          {
            type: 'figures',
            rows: [
              row(say(language, 'restart.before'), restart.castsBefore),
              row(say(language, 'restart.after'), restart.castsAfter),
            ],
          },
          { type: 'text', text: say(language, 'restart.casts.means') },
        ],
      },
      {
        title: say(language, 'restart.section.found'),
        blocks: [
          {
            type: 'figures',
            rows: report.counters.map(({ label, value }) => row(label[language], value)),
          },
          { type: 'text', text: say(language, 'restart.found.means') },
        ],
      },
      {
        title: say(language, 'zero.section.device'),
        blocks: [
          {
            type: 'facts',
            rows: [
              { label: say(language, 'restart.epoch'), text: String(report.epoch), isCode: false },
              { label: say(language, 'document.software'), text: report.software.version, isCode: false },
              {
                label: say(language, 'document.software.fingerprint'),
                text: report.software.fingerprint,
                isCode: true,
              },
            ],
          },
        ],
      },
    ],
    closing: say(language, 'restart.closing'),
    signatures: boardSignatures(language, definition),
    qr: null,
  };
}
