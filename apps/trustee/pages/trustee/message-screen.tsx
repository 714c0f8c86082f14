import type { Round } from '@bilik/transfer';
import { Button, ButtonRow } from '@bilik/ui/button';
import { Field, TickField } from '@bilik/ui/field';
import { useSay } from '@bilik/ui/language';
import { StepHeading } from '@bilik/ui/page';
import { useState } from 'preact/hooks';
import type { TrusteeState } from '../../src/api/state.ts';
import { AbandonButton } from './abandon-button.tsx';
import { type Acting, ErrorNotice, useActing } from './act.tsx';
import { ActForm } from './act-form.tsx';
import { device, downloadText, fileNamePart } from './device-calls.ts';
import { MessageIntake } from './message-intake.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { phrase } from './phrases.ts';
import { TrusteeList } from './trustee-list.tsx';

type CeremonyView = NonNullable<TrusteeState['ceremony']>;

const ROUND_NUMBER: Readonly<Record<Round, number>> = { certificate: 1, polynomial: 2, share: 3 };

/** One of the three rounds of messages: give mine, take in theirs, go on. */
export function MessageScreen(props: {
  readonly round: Round;
  readonly ceremony: CeremonyView;
  readonly isUnlocked: boolean;
  readonly isExercise: boolean;
}) {
  const { round, ceremony } = props;
  const say = useSay(phrase);
  const acting = useActing();
  const isCarried = ceremony.trustees.length < 2 && round !== 'certificate';
  const download = async () => {
    const own = await acting.run(device.ownMessage(round));
    if (own === undefined) return;
    const fileName = `pesan-${ROUND_NUMBER[round]}-${fileNamePart(ceremony.name)}.json`;
    downloadText(fileName, own.value.text);
  };
  return (
    <>
      <StepHeading>{say(`trustee.${round}.heading`)}</StepHeading>
      <ErrorNotice error={acting.error} />
      <section class="sheet stack">
        <p>{say('trustee.message.give')}</p>
        <ButtonRow>
          <Button onPress={download}>{say('trustee.message.download')}</Button>
        </ButtonRow>
      </section>
      {isCarried ? (
        <p class="sheet">{say('trustee.carried')}</p>
      ) : (
        <>
          <MessageIntake acting={acting} />
          <TrusteeList round={round} trustees={ceremony.trustees} acting={acting} />
          <NextStep {...props} acting={acting} />
        </>
      )}
      <AbandonButton ceremony={ceremony.ceremony} acting={acting} />
    </>
  );
}

/** What has to be in order before the main act, and the act. */
function NextStep(props: {
  readonly round: Round;
  readonly ceremony: CeremonyView;
  readonly isUnlocked: boolean;
  readonly isExercise: boolean;
  readonly acting: Acting;
}) {
  const { round, ceremony, isUnlocked, isExercise, acting } = props;
  const { trustees } = ceremony;
  const say = useSay(phrase);
  const [isCompared, setCompared] = useState(false);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [passphrase, setPassphrase] = useState('');
  const count = trustees.length;
  const threshold = typed ?? String(Math.floor(count / 2) + 1);
  const missing = trustees.filter(({ has }) => !has[round]).map(({ name }) => name);

  const unlocking = isUnlocked ? {} : { passphrase };
  const go = async () => {
    if (round === 'certificate') {
      await acting.run(device.deal({ threshold: Number(threshold), ...unlocking }));
    } else {
      await acting.run(round === 'polynomial' ? device.receive(unlocking) : device.finish(unlocking));
    }
  };
  const isThresholdWrong =
    !/^[0-9]{1,2}$/.test(threshold) || Number(threshold) < 2 || Number(threshold) > count;
  const disabledBecause = (): string | undefined => {
    if (count < 2) return say('trustee.certificate.alone');
    if (missing.length > 0) return say('trustee.messagesMissing', { names: missing.join(', ') });
    if (round === 'certificate' && !isCompared) return say('trustee.certificate.notTicked');
    if (!isUnlocked && passphrase === '') return say('trustee.refused.passphrase-needed.toDo');
    return undefined;
  };
  return (
    <section class="sheet">
      <ActForm word={say(`trustee.${round}.act`)} onAct={go} disabledBecause={disabledBecause()}>
        {round === 'certificate' && count > 1 && (
          <>
            <p>{say('trustee.certificate.readAloud')}</p>
            <TickField ticked={isCompared} onTick={setCompared}>
              {say('trustee.certificate.tick')}
            </TickField>
            <Field
              type="number"
              label={say('trustee.certificate.threshold')}
              hint={say('trustee.certificate.threshold.hint', { count })}
              value={threshold}
              onInput={setTyped}
              error={isThresholdWrong ? say('form.outOfRange', { least: 2, most: count }) : undefined}
            />
          </>
        )}
        {!isUnlocked && (
          <PassphraseField value={passphrase} onInput={setPassphrase} isExercise={isExercise} />
        )}
      </ActForm>
    </section>
  );
}
