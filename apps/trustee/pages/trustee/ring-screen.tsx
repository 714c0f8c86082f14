import type { Round } from '@bilik/transfer';
import { Button, ButtonRow } from '@bilik/ui/button';
import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import { TickField } from '@bilik/ui/field';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { useState } from 'preact/hooks';
import type { RingState } from '../../src/ring/ring-view.ts';
import { type Acting, ErrorNotice, useActing } from './act.tsx';
import { ActForm } from './act-form.tsx';
import { downloadText, fileNamePart } from './device-calls.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { phrase } from './phrases.ts';
import { ring } from './ring-calls.ts';
import { RingIntake } from './ring-intake.tsx';
import { RingMembers } from './ring-members.tsx';
import { RingPlaces } from './ring-places.tsx';
import { Spoken } from './spoken.tsx';

export type Sitting = NonNullable<RingState['sitting']>;
const ROUND_NUMBER: Readonly<Record<Round, number>> = { certificate: 1, polynomial: 2, share: 3 };

/** One sitting for all polling places of a plan. */
export function RingScreen({
  sitting,
  isExercise,
}: {
  readonly sitting: Sitting;
  readonly isExercise: boolean;
}) {
  const say = useSay(phrase);
  const acting = useActing();
  const { step, keys } = sitting;
  if (step === 'empty') return <Notice state="warn" happened={say('trustee.ring.begin.guide')} />;
  if (step === 'key') {
    return (
      <div class="stack">
        {keys !== null && (
          <section class="sheet stack">
            <Spoken label={say('trustee.ring.keys')} spoken={keys} />
            <p>{say('trustee.ring.keys.about')}</p>
          </section>
        )}
        <RingPlaces places={sitting.places} />
      </div>
    );
  }
  return (
    <div class="stack">
      <StepHeading>{say(`trustee.${step}.heading`)}</StepHeading>
      <ErrorNotice error={acting.error} />
      <section class="sheet stack">
        <p>{say('trustee.message.give')}</p>
        <ButtonRow>
          <Button
            onPress={async () => {
              const own = await acting.run(ring.own(step));
              const name = sitting.members.find(({ isOwn }) => isOwn)?.name ?? '';
              if (own !== undefined)
                downloadText(`pesan-${ROUND_NUMBER[step]}-${fileNamePart(name)}.json`, own.value.text);
            }}
          >
            {say('trustee.message.download')}
          </Button>
        </ButtonRow>
      </section>
      <RingIntake board={sitting.board} acting={acting} />
      <RingMembers round={step} members={sitting.members} acting={acting} />
      <NextStep round={step} sitting={sitting} isExercise={isExercise} acting={acting} />
      <LeaveButton ceremony={sitting.ceremony} acting={acting} />
    </div>
  );
}

/** What has to be in order before the main act, and the act. */
function NextStep(props: {
  readonly round: Round;
  readonly sitting: Sitting;
  readonly isExercise: boolean;
  readonly acting: Acting;
}) {
  const { round, sitting, acting } = props;
  const { members, isUnlocked } = sitting;
  const say = useSay(phrase);
  const [isCompared, setCompared] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const missing = members.filter(({ has }) => !has[round]).map(({ name }) => name);
  const because = () => {
    if (missing.length > 0) return say('trustee.messagesMissing', { names: missing.join(', ') });
    if (round === 'certificate' && !isCompared) return say('trustee.certificate.notTicked');
    return !isUnlocked && passphrase === '' ? say('trustee.refused.passphrase-needed.toDo') : undefined;
  };
  return (
    <section class="sheet">
      <ActForm
        word={say(`trustee.${round}.act`)}
        disabledBecause={because()}
        onAct={async () =>
          void (await acting.run(ring.advance({ round, ...(isUnlocked ? {} : { passphrase }) })))
        }
      >
        {round === 'certificate' && (
          <>
            <p>{say('trustee.ring.aloud')}</p>
            <TickField ticked={isCompared} onTick={setCompared}>
              {say('trustee.certificate.tick')}
            </TickField>
          </>
        )}
        {!isUnlocked && (
          <PassphraseField value={passphrase} onInput={setPassphrase} isExercise={props.isExercise} />
        )}
      </ActForm>
    </section>
  );
}

/** The way out of a sitting that cannot be finished. */
function LeaveButton({ ceremony, acting }: { readonly ceremony: string; readonly acting: Acting }) {
  const say = useSay(phrase);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <ButtonRow>
        <Button kind="quiet" onPress={() => setAsking(true)}>
          {say('trustee.abandon')}
        </Button>
      </ButtonRow>
      <ConfirmDialog
        open={isAsking}
        kind="bad"
        title={say('trustee.abandon.title', { ceremony })}
        confirmWord={say('trustee.abandon.confirm')}
        cancelWord={say('common.back')}
        onConfirm={async () => {
          await acting.run(ring.abandon(ceremony));
          setAsking(false);
        }}
        onCancel={() => setAsking(false)}
      >
        {say('trustee.abandon.text')}
      </ConfirmDialog>
    </>
  );
}
