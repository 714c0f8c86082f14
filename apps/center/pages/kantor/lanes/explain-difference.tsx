import { DIFFERENCE_REASONS, type DifferenceReason } from '@bilik/tabulation';
import { Button } from '@bilik/ui/button';
import { ChoiceField, Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import type { Language } from '@bilik/words/language';
import { useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { nothing } from '../me.ts';
import { useOfficeNames } from '../office-names.tsx';
import { type Comparison, refusalPhrase, words } from './lanes-wire.ts';

type Difference = Comparison['differences'][number];

/** Why the lanes of one place differ: one of a list, and a line where it helps. */
export function ExplainDifference(props: {
  readonly election: string;
  readonly difference: Difference;
  readonly language: Language;
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { election, difference, language, onDone, onClose } = props;
  const { place, contest } = difference;
  const { placeText } = useOfficeNames();
  const [reason, setReason] = useState<DifferenceReason | null>(difference.given?.reason ?? null);
  const [note, setNote] = useState('');
  const [refused, setRefused] = useState<ReturnType<typeof refusalPhrase>>();
  const [isMissing, setIsMissing] = useState(false);
  const send = async () => {
    setIsMissing(reason === null);
    if (reason === null) return;
    const input = { election, place, contest, reason, note: note.trim() === '' ? null : note.trim() };
    const answer = await callAct('lanes.explain', input, nothing);
    setRefused(answer.ok ? undefined : refusalPhrase(answer.error));
    if (answer.ok) await onDone();
  };
  return (
    <form
      class="sheet stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <StepHeading>{words(language, 'lanes.explain.title', { place: placeText(place) })}</StepHeading>
      <ChoiceField
        label={words(language, 'lanes.explain.reason')}
        value={reason}
        onChoose={setReason}
        choices={DIFFERENCE_REASONS.map((value) => ({
          value,
          label: words(language, `lanes.reason.${value}`),
        }))}
        error={isMissing ? words(language, 'lanes.explain.missing') : undefined}
      />
      <Field
        label={words(language, 'lanes.explain.note')}
        hint={words(language, 'lanes.explain.note.hint')}
        value={note}
        onInput={setNote}
        maxLength={500}
        optional
      />
      {refused !== undefined && <Notice state="warn" happened={words(language, refused)} />}
      <Button kind="primary" submit>
        {words(language, 'lanes.explain.save')}
      </Button>
      <Button kind="quiet" onPress={onClose}>
        {words(language, 'lanes.back')}
      </Button>
    </form>
  );
}
