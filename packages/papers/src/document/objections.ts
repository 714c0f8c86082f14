import type { ElectionDefinition, ObjectionEntry } from '@bilik/election';
import type { Language } from '@bilik/words';
import { type OfficialPaper, type PaperSection, renderOfficialPaper } from './official-paper.ts';
import { boardSignatures, dayInWords, fingerprintSection, paperFrame, placeOf, say } from './wording.ts';

export interface ObjectionsPaper {
  readonly definition: ElectionDefinition;
  /** As they stand in the minutes; null while nobody has declared that there were none. */
  readonly objections: readonly ObjectionEntry[] | null;
  /** Hex SHA-256 of what this paper says. */
  readonly fingerprint: string;
  /** Text of the signed code that names this paper. */
  readonly qrText: string;
  /** Default Indonesian. */
  readonly language?: Language;
}

/** The record of objections (catatan keberatan), PDF/A-2b; same content, same bytes. */
export function renderObjections({ language = 'id', ...paper }: ObjectionsPaper): Uint8Array {
  const { definition, objections } = paper;
  return renderOfficialPaper(
    {
      ...paperFrame(language, definition),
      title: say(language, 'objection.title'),
      subtitle: say(language, 'objection.subtitle'),
      opening: [
        say(language, 'objection.opening', {
          day: dayInWords(language, definition.voting.date),
          address: placeOf(language, definition),
          title: definition.title[language],
        }),
        ...(objections === null ? [say(language, 'objection.notDeclared')] : []),
        ...(objections?.length === 0 ? [say(language, 'objection.none')] : []),
      ],
      notices: [],
      sections: [
        ...(objections ?? []).map((entry, index) => objectionSection(language, entry, index + 1)),
        fingerprintSection(language, paper.fingerprint),
      ],
      closing: say(language, 'objection.closing'),
      signatures: [
        ...boardSignatures(language, definition),
        ...(objections ?? []).map(({ by }) => ({
          role: say(language, 'objection.by'),
          name: by,
          below: '',
        })),
      ],
      qr: { text: paper.qrText, caption: say(language, 'paper.qr') },
    },
    definition.voting.date,
  );
}

function objectionSection(language: Language, entry: ObjectionEntry, number: number): PaperSection {
  const row = (label: string, text: string) => ({ label, text, isCode: false });
  return {
    title: say(language, 'objection.section', { number }),
    blocks: [
      {
        type: 'facts',
        rows: [
          row(say(language, 'objection.by'), entry.by),
          row(say(language, 'objection.what'), entry.what),
          row(say(language, 'objection.answer'), entry.answer),
        ],
      },
    ],
  };
}

/** The empty form on which a witness objects by hand: it lies on the table from opening on. PDF/A-2b. */
export function renderObjectionForm({
  definition,
  language = 'id',
}: {
  readonly definition: ElectionDefinition;
  readonly language?: Language;
}): Uint8Array {
  const paper: OfficialPaper = {
    ...paperFrame(language, definition),
    title: say(language, 'objection.form.title'),
    subtitle: say(language, 'objection.subtitle'),
    opening: [
      say(language, 'objection.form.opening', {
        address: placeOf(language, definition),
        title: definition.title[language],
      }),
    ],
    notices: [],
    sections: [
      {
        title: say(language, 'objection.form.section'),
        blocks: [
          {
            type: 'blanks',
            rows: [
              { label: say(language, 'objection.by'), lines: 1 },
              { label: say(language, 'objection.form.represents'), lines: 1 },
              { label: say(language, 'objection.form.at'), lines: 1 },
              { label: say(language, 'objection.what'), lines: 7 },
              { label: say(language, 'objection.answer'), lines: 6 },
            ],
          },
        ],
      },
    ],
    closing: say(language, 'objection.form.closing'),
    signatures: [
      { role: say(language, 'objection.form.signer'), name: '', below: '' },
      ...boardSignatures(language, definition).slice(0, 1),
    ],
    qr: null,
  };
  return renderOfficialPaper(paper, definition.voting.date);
}
