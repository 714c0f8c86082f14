import { Notice } from '@bilik/ui/notice';
import type { Language } from '@bilik/words/language';
import { useId, useState } from 'preact/hooks';
import { useOfficeNames } from '../office-names.tsx';
import { words } from './intake-wire.ts';
import { type SendOutcome, sendDelivery } from './send-delivery.ts';

/** Takes a stick's outbox: the person chooses its four files. */
export function StickForm(props: { readonly language: Language; readonly onDone: () => Promise<void> }) {
  const { language, onDone } = props;
  const [outcome, setOutcome] = useState<SendOutcome>();
  const [sending, setSending] = useState<string>();
  const id = useId();
  const take = async (files: readonly File[]) => {
    setOutcome(undefined);
    setOutcome(await sendDelivery(files, setSending));
    setSending(undefined);
    await onDone();
  };
  return (
    <section class="office__narrow">
      <h2>{words(language, 'intake.stick')}</h2>
      {outcome !== undefined && <SendNotice language={language} outcome={outcome} />}
      {sending !== undefined && (
        <p role="status">{words(language, 'intake.stick.sending', { file: sending })}</p>
      )}
      <label class="field__label" for={id}>
        {words(language, 'intake.stick.hint')}
      </label>
      <input
        id={id}
        class="field__entry field__entry--file"
        type="file"
        multiple
        onChange={(event) => void take([...(event.currentTarget.files ?? [])])}
      />
    </section>
  );
}

function SendNotice({ language, outcome }: { readonly language: Language; readonly outcome: SendOutcome }) {
  const { placeText } = useOfficeNames();
  switch (outcome.type) {
    case 'done':
      return (
        <Notice
          state="good"
          happened={words(language, 'intake.stick.done', { place: placeText(outcome.place) })}
        />
      );
    case 'no-manifest':
      return <Notice state="warn" happened={words(language, 'intake.stick.no-manifest')} />;
    case 'incomplete':
      return (
        <Notice state="warn" happened={words(language, 'intake.stick.incomplete', { file: outcome.file })} />
      );
    case 'refused':
      return <Notice state="bad" happened={words(language, 'intake.stick.refused', { why: outcome.why })} />;
    case 'unreachable':
      return <Notice state="warn" happened={words(language, 'intake.unreachable')} />;
  }
}
