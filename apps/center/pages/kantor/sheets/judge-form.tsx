import { Button, ButtonRow } from '@bilik/ui/button';
import { Field, FileField } from '@bilik/ui/field';
import type { Language } from '@bilik/words/language';
import { useState } from 'preact/hooks';
import type { ActName } from '../../../src/accounts/acts.ts';
import { shrinkPhoto } from '../../common/shrink-photo.ts';
import { callAct } from '../call-act.ts';
import type { Me } from '../me.ts';
import { uploadFile } from '../upload-file.ts';
import { Refused } from './refused.tsx';
import { type SheetView, standingSchema, words } from './sheets-wire.ts';

/** Acts with a reason that may follow from each step, for a checker and for the regency's supervisor. */
const JUDGEMENTS = {
  awaited: [],
  first_entry: ['discard'],
  differs: ['discard', 'quarantine'],
  faulty: ['look-again', 'discard', 'quarantine', 'correct'],
  quarantined: ['clear', 'discard', 'look-again', 'correct'],
  warned: ['look-again', 'discard', 'quarantine'],
  definitive: ['correct', 'withdraw'],
  withdrawn: ['correct'],
} as const;
type Judgement = (typeof JUDGEMENTS)[keyof typeof JUDGEMENTS][number];

/** What only the regency does. */
const OF_SUPERVISOR: readonly Judgement[] = ['clear', 'correct', 'withdraw'];

/** What may be decided on a sheet now, with its reason; a correction with the photo of the corrected sheet. */
export function JudgeForm(props: {
  readonly sheet: SheetView;
  readonly me: Me;
  readonly language: Language;
  readonly onDone: () => Promise<void>;
}) {
  const { sheet, me, language, onDone } = props;
  const [reason, setReason] = useState('');
  const [photo, setPhoto] = useState<File>();
  const [error, setError] = useState<unknown>();
  const part = (judgement: Judgement) => (OF_SUPERVISOR.includes(judgement) ? 'supervisor' : 'checker');
  const possible = JUDGEMENTS[sheet.step].filter(
    (judgement) =>
      (me.role === 'regency' || (me.role === 'sub-district' && !OF_SUPERVISOR.includes(judgement))) &&
      // a correction begins a version with people of its own
      (judgement === 'correct' || sheet.part === null || sheet.part === part(judgement)),
  );
  if (possible.length === 0) return null;
  const { election, place } = sheet;
  const judge = async (judgement: Judgement) => {
    const act: ActName = `sheets.${judgement}`;
    const input =
      judgement === 'look-again' ? { election, place } : { election, place, reason: reason.trim() };
    if (judgement === 'correct') {
      const small = photo === undefined ? undefined : await shrinkPhoto(photo);
      const evidence = small === undefined ? undefined : await uploadFile(small, 'lembar.jpg');
      if (evidence === undefined) {
        setError({ type: 'refused', refusal: { type: 'photo-unknown' } });
        return;
      }
      Object.assign(input, { evidence });
    }
    const answer = await callAct(act, input, standingSchema);
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) await onDone();
  };
  return (
    <section class="sheet stack">
      <h2>{words(language, 'sheets.judge')}</h2>
      <Field
        label={words(language, 'sheets.reason')}
        hint={words(language, 'sheets.reason.hint')}
        value={reason}
        onInput={setReason}
        maxLength={500}
      />
      {possible.includes('correct') && (
        <FileField label={words(language, 'sheets.correct.photo')} accept="image/*" onFile={setPhoto} />
      )}
      <Refused error={error} language={language} />
      <ButtonRow>
        {possible.map((judgement) => (
          <Button
            key={judgement}
            kind={judgement === 'withdraw' || judgement === 'discard' ? 'bad' : 'plain'}
            onPress={() => judge(judgement)}
          >
            {words(language, `sheets.act.${judgement}`)}
          </Button>
        ))}
      </ButtonRow>
    </section>
  );
}
