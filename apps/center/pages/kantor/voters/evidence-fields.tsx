import { ChoiceField, Field, FileField } from '@bilik/ui/field';
import type { Language } from '@bilik/words/language';
import { useState } from 'preact/hooks';
import { shrinkPhoto } from '../../common/shrink-photo.ts';
import { type Uploaded, uploadFile } from '../upload-file.ts';
import { words } from './voters-wire.ts';

/** As the center takes it. */
const PDF_LIMIT_BYTES = 8 * 1024 * 1024;

/** What a proposal rests on, as it stands in a form. */
export interface EvidenceDraft {
  readonly origin: 'committee' | 'objection';
  /** Which letter, of whom. */
  readonly text: string;
  /** What goes to the center: a photo drawn anew, or the PDF as it is. */
  readonly file: Blob | null;
}

export const NO_EVIDENCE: EvidenceDraft = { origin: 'committee', text: '', file: null };

/** Sends the file of a proposal. @returns null: there is none */
export async function sendEvidence({ file }: EvidenceDraft): Promise<Uploaded | null> {
  if (file === null) return null;
  return uploadFile(file, file.type === 'application/pdf' ? 'bukti.pdf' : 'bukti.jpg');
}

/** From whom a proposal comes, its evidence in words, and a file of it. */
export function EvidenceFields(props: {
  readonly evidence: EvidenceDraft;
  readonly onEvidence: (evidence: EvidenceDraft) => void;
  readonly language: Language;
}) {
  const { evidence, onEvidence, language } = props;
  const [said, setSaid] = useState<{ readonly isWrong: boolean; readonly sentence: string }>();
  const take = async (chosen: File) => {
    const isPdf = chosen.type === 'application/pdf';
    const isTooLarge = isPdf && chosen.size > PDF_LIMIT_BYTES;
    const file = isTooLarge ? null : isPdf ? chosen : ((await shrinkPhoto(chosen)) ?? null);
    onEvidence({ ...evidence, file });
    const megabytes = PDF_LIMIT_BYTES / 1024 / 1024;
    setSaid({
      isWrong: file === null,
      sentence: isTooLarge
        ? words(language, 'voters.propose.file.large', { megabytes })
        : file === null
          ? words(language, 'voters.propose.file.unreadable')
          : words(language, 'voters.propose.file.ready', { name: chosen.name }),
    });
  };
  return (
    <>
      <ChoiceField
        label={words(language, 'voters.propose.origin')}
        value={evidence.origin}
        onChoose={(origin) => onEvidence({ ...evidence, origin })}
        choices={(['committee', 'objection'] as const).map((value) => ({
          value,
          label: words(language, `voters.propose.origin.${value}`),
        }))}
      />
      <Field
        label={words(language, 'voters.propose.evidence')}
        hint={words(language, 'voters.propose.evidence.hint')}
        value={evidence.text}
        onInput={(text) => onEvidence({ ...evidence, text })}
        maxLength={200}
      />
      <FileField
        label={words(language, 'voters.propose.file')}
        hint={words(language, 'voters.propose.file.hint')}
        accept="image/*,application/pdf"
        onFile={(file) => void take(file)}
        error={said?.isWrong === true ? said.sentence : undefined}
      />
      {said?.isWrong === false && <p role="status">{said.sentence}</p>}
    </>
  );
}
