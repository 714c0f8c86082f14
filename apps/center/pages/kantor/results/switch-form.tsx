import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import type { Language } from '@bilik/words/language';
import { useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { nothing } from '../me.ts';
import { words } from './results-wire.ts';

const REFUSALS = ['no-machine-here', 'result-is-here'] as const;

/** Notes that a polling place went on with paper: from then on its result is record and sheet together. */
export function SwitchForm(props: {
  readonly language: Language;
  readonly election: string;
  readonly place: string;
  readonly onDone: () => Promise<void>;
}) {
  const { language, election, place, onDone } = props;
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<(typeof REFUSALS)[number] | 'other'>();
  const note = async () => {
    const answer = await callAct(
      'tabulation.switch-to-paper',
      { election, place, reason: reason.trim() },
      nothing,
    );
    const type = answer.ok || answer.error.type !== 'refused' ? undefined : answer.error.refusal.type;
    setRefused(answer.ok ? undefined : (REFUSALS.find((known) => known === type) ?? 'other'));
    await onDone();
  };
  return (
    <details class="results__decision">
      <summary>{words(language, 'results.switch')}</summary>
      {refused !== undefined && (
        <Notice state="warn" happened={words(language, `results.refused.${refused}`)} />
      )}
      <form
        class="office__narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void note();
        }}
      >
        <p>{words(language, 'results.switch.explained')}</p>
        <Field
          label={words(language, 'results.reason')}
          hint={words(language, 'results.switch.hint')}
          value={reason}
          onInput={setReason}
          maxLength={400}
        />
        <Button kind="bad" submit>
          {words(language, 'results.switch')}
        </Button>
      </form>
    </details>
  );
}
