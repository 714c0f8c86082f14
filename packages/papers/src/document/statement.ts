import type { PollingPlaceMinutes } from '@bilik/election';
import type { Language } from '@bilik/words';
import { resultTables } from './minutes-figures.ts';
import { type OfficialPaper, renderOfficialPaper } from './official-paper.ts';
import { dayInWords, figure, type PrintedCopy, paperFrame, placeOf, say, signature } from './wording.ts';

export interface StatementPaper {
  readonly minutes: PollingPlaceMinutes;
  /** Hex SHA-256 of the minutes from which every figure here is taken. */
  readonly minutesFingerprint: string;
  /** Text of the signed code of the result. */
  readonly qrText: string;
  readonly copy?: PrintedCopy | undefined;
  /** Default Indonesian. */
  readonly language?: Language;
}

/** The statement of results (sertifikat hasil): the minutes' figures on one sheet for wall and witnesses. PDF/A-2b; same content, same bytes. */
export function renderStatement(paper: StatementPaper): Uint8Array {
  return renderOfficialPaper(statementPaper(paper), paper.minutes.definition.voting.date);
}

function statementPaper(paper: StatementPaper): OfficialPaper {
  const { minutes, minutesFingerprint, qrText, copy, language = 'id' } = paper;
  const { definition, record } = minutes;
  const users = minutes.attendance.filter(({ key }) => ['registered', 'users', 'casts'].includes(key));
  return {
    ...paperFrame(language, definition, copy),
    title: say(language, 'statement.title'),
    subtitle: definition.title[language],
    opening: [
      say(language, 'statement.opening', {
        day: dayInWords(language, definition.voting.date),
        address: placeOf(language, definition),
        title: definition.title[language],
      }),
      minutes.resultSourceText[language],
    ],
    notices: minutes.held
      ? [{ title: say(language, 'minutes.held'), lines: [say(language, 'minutes.held.meaning')] }]
      : [],
    sections: [
      { ...resultTables(language, minutes), title: say(language, 'statement.section.votes') },
      {
        title: say(language, 'statement.section.users'),
        blocks: [
          {
            type: 'figures',
            rows: users.map(({ label, total }) => [label[language], figure(language, total)]),
          },
        ],
      },
      {
        title: say(language, 'statement.section.belongs'),
        blocks: [
          {
            type: 'facts',
            rows: [
              { label: say(language, 'statement.minutes'), text: minutesFingerprint, isCode: true },
              {
                label: say(language, 'document.record.last'),
                text: record.record?.lastEventHash ?? say(language, 'document.notFilled'),
                isCode: record.record !== null,
              },
            ],
          },
        ],
      },
    ],
    closing: say(language, 'statement.closing'),
    signatures: minutes.signatures.map((signer) => signature(language, signer)),
    qr: { text: qrText, caption: say(language, 'document.qr') },
  };
}
