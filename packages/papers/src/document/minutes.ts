import type { CivilTime, PollingPlaceMinutes } from '@bilik/election';
import type { Language } from '@bilik/words';
import { courseOfVoting, objections } from './minutes-events.ts';
import {
  attendance,
  cardsAndSlips,
  legalBasis,
  recordFacts,
  resultTables,
  sumChecks,
} from './minutes-figures.ts';
import { type OfficialPaper, type PaperNotice, renderOfficialPaper } from './official-paper.ts';
import {
  clock,
  dayInWords,
  exerciseClocks,
  type PrintedCopy,
  paperFrame,
  placeOf,
  say,
  signature,
} from './wording.ts';

export interface MinutesPaper {
  readonly minutes: PollingPlaceMinutes;
  /**
   * When they were prepared for signing, and the SHA-256 of what they say, in hex: the same stands on the board. Null for a draft, which
   * says that it is one.
   */
  readonly prepared: { readonly at: CivilTime; readonly fingerprint: string } | null;
  /** What the signed QR carries, at most 1,000 characters; null before there is one. */
  readonly qrText: string | null;
  /** Which of the counted copies this print is. */
  readonly copy?: PrintedCopy | undefined;
  /** Default Indonesian. */
  readonly language?: Language;
}

/**
 * The minutes (berita acara) of voting and counting in one polling place, as PDF/A-2b with its fonts inside. Same
 * minutes, same bytes. Minutes that are held or incomplete say so in a frame above everything else.
 * @throws Error only for content that the layout cannot hold, which is a bug
 */
export function renderMinutes(paper: MinutesPaper): Uint8Array {
  return renderOfficialPaper(minutesPaper(paper), paper.minutes.definition.voting.date);
}

function minutesPaper({ minutes, prepared, qrText, copy, language = 'id' }: MinutesPaper): OfficialPaper {
  const { definition } = minutes;
  const title = minutes.title[language];
  return {
    ...paperFrame(language, definition, copy),
    title: title.toUpperCase(),
    subtitle: definition.title[language],
    opening: opening(language, minutes),
    notices: notices(language, minutes, prepared === null),
    sections: [
      attendance(language, minutes),
      cardsAndSlips(language, minutes),
      resultTables(language, minutes),
      sumChecks(language, minutes),
      courseOfVoting(language, minutes),
      objections(language, minutes),
      recordFacts(language, minutes, prepared?.fingerprint),
      legalBasis(language, minutes),
    ],
    closing: [
      say(language, 'minutes.closing'),
      ...(prepared === null
        ? []
        : [
            say(language, 'minutes.closing.signatures', {
              at: clock(language, prepared.at),
              zone: definition.voting.zone,
            }),
          ]),
    ].join(' '),
    signatures: minutes.signatures.map((signer) => signature(language, signer)),
    qr: qrText === null ? null : { text: qrText, caption: say(language, 'document.qr') },
  };
}

function opening(language: Language, minutes: PollingPlaceMinutes): string[] {
  const { definition, record } = minutes;
  const { voting } = definition;
  const missing = say(language, 'document.notFilled');
  return [
    say(language, 'minutes.opening', {
      day: dayInWords(language, voting.date),
      address: placeOf(language, definition),
      title: definition.title[language],
    }),
    say(language, 'minutes.hours', {
      opened: record.openedAt === null ? missing : clock(language, record.openedAt),
      closed: record.closedAt === null ? missing : clock(language, record.closedAt),
      zone: voting.zone,
    }),
    ...exerciseClocks(language, definition),
    source(language, minutes),
  ];
}

function source(language: Language, { resultSourceText, record, definition }: PollingPlaceMinutes): string {
  const { members } = definition.trustees;
  const names = (record.trusteesPresent ?? []).map(
    (id) => members.find((member) => member.id === id)?.name ?? id,
  );
  const text = resultSourceText[language];
  return names.length === 0
    ? text
    : say(language, 'minutes.trustees', { source: text, names: names.join('; ') });
}

function notices(language: Language, minutes: PollingPlaceMinutes, isDraft: boolean): PaperNotice[] {
  const found: PaperNotice[] = [];
  if (minutes.held) {
    const failing = minutes.sums.filter((sum) => sum.severity === 'electronic' && sum.verdict === 'fails');
    const reasons = failing.map((sum) => sum.sentence[language]);
    found.push({
      title: say(language, 'minutes.held'),
      lines: [say(language, 'minutes.held.meaning'), ...reasons],
    });
  }
  if (minutes.missing.length > 0) {
    const lines = minutes.missing.map((field) => field.sentence[language]);
    found.push({ title: say(language, 'minutes.incomplete'), lines });
  } else if (isDraft) {
    found.push({ title: say(language, 'minutes.draft'), lines: [say(language, 'minutes.draft.meaning')] });
  }
  return found;
}
