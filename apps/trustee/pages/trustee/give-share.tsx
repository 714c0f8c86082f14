import { CopyLine } from '@bilik/ui/copy-line';
import { Field, TickField } from '@bilik/ui/field';
import { useSay } from '@bilik/ui/language';
import { ProgressBar } from '@bilik/ui/progress-bar';
import { type Step, Steps } from '@bilik/ui/steps';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ActForm } from './act-form.tsx';
import { readBallotCount } from './ballot-count.ts';
import { GIVING_STEPS, type Giving, type GivingStep } from './giving.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { phrase } from './phrases.ts';

const STEP_WORDS = { share: 'trustee.giving.share', send: 'trustee.giving.send' } as const;

/** One press under way, brought into sight: the button that began it is gone. */
export function GivingProgress({ now }: { readonly now: GivingStep }) {
  const say = useSay(phrase);
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), []);
  const done = GIVING_STEPS.indexOf(now);
  const steps = GIVING_STEPS.map((step, index): Step => {
    const state = index < done ? 'done' : step === now ? 'now' : 'next';
    return { key: step, label: say(STEP_WORDS[step]), state };
  });
  return (
    <section class="sheet stack" ref={place}>
      <h3>{say('trustee.giving')}</h3>
      <Steps label={say('trustee.giving')} steps={steps} />
      <ProgressBar label={say(STEP_WORDS[now])} done={null} total={1} />
    </section>
  );
}

/**
 * The comparison with the hall, the passphrase, and the one press. The number of ballots is not shown here, so that it is heard in the
 * hall and not copied from this screen. Key it by the record: another record is compared anew.
 */
export function GiveForm(props: {
  readonly giving: Giving;
  readonly last: GivingStep;
  /** Hex SHA-256 of the record's last event. */
  readonly recordHash: string;
  readonly isExercise: boolean;
}) {
  const { giving, last, recordHash } = props;
  const say = useSay(phrase);
  const [typedCount, setTypedCount] = useState('');
  const [isCompared, setCompared] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const ballotCount = readBallotCount(typedCount);
  const isMistyped = typedCount.trim() !== '' && ballotCount === null;
  return (
    <section class="sheet stack">
      <ActForm
        word={say('trustee.opening.act')}
        onAct={async () => {
          if (ballotCount !== null) await giving.give({ passphrase, ballotCount }, last);
        }}
        disabledBecause={
          ballotCount === null
            ? say('trustee.compare.notTyped')
            : !isCompared
              ? say('trustee.compare.notTicked')
              : passphrase === ''
                ? say('trustee.refused.passphrase-needed.toDo')
                : undefined
        }
      >
        <h3>{say('trustee.compare')}</h3>
        <Field
          label={say('trustee.compare.count')}
          hint={say('trustee.compare.count.hint')}
          value={typedCount}
          onInput={setTypedCount}
          inputMode="numeric"
          maxLength={9}
          error={isMistyped ? say('form.notANumber') : undefined}
        />
        <CopyLine label={say('trustee.opening.recordHash')} value={recordHash} groupSize={4} />
        <TickField ticked={isCompared} onTick={setCompared}>
          {say('trustee.compare.tick')}
        </TickField>
        <PassphraseField value={passphrase} onInput={setPassphrase} isExercise={props.isExercise} />
        <p>{say('trustee.opening.onlySum')}</p>
      </ActForm>
    </section>
  );
}
