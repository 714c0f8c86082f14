import { useSay } from '@bilik/ui/language';
import { ProgressBar } from '@bilik/ui/progress-bar';
import { type Step, Steps } from '@bilik/ui/steps';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ActForm } from './act-form.tsx';
import { GIVING_STEPS, type Giving, type GivingStep } from './giving.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { phrase } from './phrases.ts';

const STEP_WORDS = {
  check: 'trustee.opening.fetch',
  share: 'trustee.giving.share',
  send: 'trustee.giving.send',
} as const;

/** The steps of one press, with what is behind and what is under way. */
export function GivingSteps(props: {
  /** Steps before this one are done. */
  readonly first: GivingStep;
  readonly now?: GivingStep | undefined;
}) {
  const say = useSay(phrase);
  const done = GIVING_STEPS.indexOf(props.now ?? props.first);
  const steps = GIVING_STEPS.map((step, index): Step => {
    const state = index < done ? 'done' : step === props.now ? 'now' : 'next';
    return { key: step, label: say(STEP_WORDS[step]), state };
  });
  return <Steps label={say('trustee.giving')} steps={steps} />;
}

/** One press under way, brought into sight: the button that began it is gone. */
export function GivingProgress(props: {
  readonly now: GivingStep;
  /** How far the check of the record is. */
  readonly children?: ComponentChildren;
}) {
  const { now, children } = props;
  const say = useSay(phrase);
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <section class="sheet stack" ref={place}>
      <h3>{say('trustee.giving')}</h3>
      <GivingSteps first={now} now={now} />
      {children ?? <ProgressBar label={say(STEP_WORDS[now])} done={null} total={1} />}
    </section>
  );
}

/** The passphrase, and the one press that does all that is still to be done. */
export function GiveForm(props: {
  readonly giving: Giving;
  readonly first: 'check' | 'share';
  readonly last: 'share' | 'send';
  readonly passphrase: string;
  readonly onPassphrase: (value: string) => void;
  readonly isExercise: boolean;
  readonly disabledBecause: string | undefined;
}) {
  const { giving, first, last, passphrase } = props;
  const say = useSay(phrase);
  const needed = passphrase === '' ? say('trustee.refused.passphrase-needed.toDo') : undefined;
  return (
    <section class="sheet stack">
      {first === 'check' && (
        <>
          <h3>{say('trustee.giving')}</h3>
          <GivingSteps first={first} />
          <p>{say('trustee.giving.stops')}</p>
        </>
      )}
      <ActForm
        word={say(first === 'check' ? 'trustee.giving.act' : 'trustee.opening.act')}
        onAct={() => giving.walk({ first, last, passphrase })}
        disabledBecause={props.disabledBecause ?? needed}
      >
        <p>{say('trustee.opening.onlySum')}</p>
        <PassphraseField value={passphrase} onInput={props.onPassphrase} isExercise={props.isExercise} />
      </ActForm>
    </section>
  );
}
