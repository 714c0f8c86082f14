import { Button } from '@bilik/ui/button';
import { CopyLine } from '@bilik/ui/copy-line';
import { TickField } from '@bilik/ui/field';
import { Figure, Figures } from '@bilik/ui/figure';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { ProgressBar } from '@bilik/ui/progress-bar';
import { useState } from 'preact/hooks';
import type { TrusteeState } from '../../src/api/state.ts';
import { type Acting, ErrorNotice, RefusalNotice, useActing } from './act.tsx';
import { ActForm } from './act-form.tsx';
import { CheckList, RecordFault } from './check-list.tsx';
import { device } from './device-calls.ts';
import { isAboutRecord } from './guide.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { phrase } from './phrases.ts';
import { RecordFiles } from './record-files.tsx';

type ElectionView = NonNullable<TrusteeState['election']>;
type CheckedView = Extract<TrusteeState['check'], { phase: 'checked' }>;

/** From the bound election to the one share: compare, check everything, give. */
export function OpeningScreen(props: { readonly state: TrusteeState; readonly election: ElectionView }) {
  const { state, election } = props;
  const { check } = state;
  const say = useSay(phrase);
  const acting = useActing();
  const [isCompared, setCompared] = useState(false);
  // A refusal of the check is shown as the state of the check; everything else as the outcome of the act.
  const isShownByCheck = check.phase === 'refused' && acting.error?.type === 'refused';
  return (
    <>
      <StepHeading>{say('trustee.way.check')}</StepHeading>
      <section class="sheet stack">
        <CopyLine label={say('trustee.opening.fingerprint')} value={election.fingerprint} groupSize={4} />
        <TickField ticked={isCompared} onTick={setCompared}>
          {say('trustee.opening.tick')}
        </TickField>
      </section>
      {!isShownByCheck && <ErrorNotice error={acting.error} />}
      <CheckState state={state} acting={acting} isCompared={isCompared} />
    </>
  );
}

function CheckState(props: {
  readonly state: TrusteeState;
  readonly acting: Acting;
  readonly isCompared: boolean;
}) {
  const { check } = props.state;
  const say = useSay(phrase);
  switch (check.phase) {
    case 'fetching':
      return <ProgressBar label={say('trustee.opening.fetching')} done={null} total={1} />;
    case 'checking':
      return check.total === 0 ? (
        <ProgressBar label={say('trustee.opening.progress.reading')} done={null} total={1} />
      ) : (
        <ProgressBar label={say('trustee.opening.progress')} done={check.done} total={check.total} />
      );
    case 'checked':
      return <GiveShare check={check} acting={props.acting} isCompared={props.isCompared} />;
    case 'refused':
      return (
        <>
          <RefusalNotice refusal={check.refusal} />
          {check.refusal.type === 'record-wrong' && <RecordFault refusal={check.refusal} />}
          {check.rules.length > 0 && <CheckList rules={check.rules} />}
          <BringRecord {...props} isRepeated={isAboutRecord(check.refusal.type)} />
        </>
      );
    case 'idle':
      return <BringRecord {...props} isRepeated={false} />;
  }
}

/** The record comes from the station, or as files. */
function BringRecord(props: {
  readonly state: TrusteeState;
  readonly acting: Acting;
  readonly isCompared: boolean;
  /** A record was refused before: going on is then no longer the main act. */
  readonly isRepeated: boolean;
}) {
  const { state, acting, isCompared, isRepeated } = props;
  const say = useSay(phrase);
  const notYet = isCompared ? undefined : say('trustee.opening.notTicked');
  const fetchAndCheck = async () => {
    acting.forget();
    await acting.run(device.fetchAndCheck());
  };
  if (state.station === null) {
    return <RecordFiles state={state} acting={acting} disabledBecause={notYet} isMain={!isRepeated} />;
  }
  return (
    <>
      <Button
        kind={isRepeated ? 'plain' : 'primary'}
        size="large"
        onPress={fetchAndCheck}
        disabledBecause={notYet}
      >
        {say(isRepeated ? 'trustee.opening.again' : 'trustee.opening.fetch')}
      </Button>
      <details class="sheet">
        <summary>{say('trustee.opening.byFiles')}</summary>
        <RecordFiles state={state} acting={acting} disabledBecause={notYet} isMain={false} />
      </details>
    </>
  );
}

function GiveShare(props: {
  readonly check: CheckedView;
  readonly acting: Acting;
  readonly isCompared: boolean;
}) {
  const { check, acting, isCompared } = props;
  const say = useSay(phrase);
  const [passphrase, setPassphrase] = useState('');
  const share = async () => {
    await acting.run(device.share(passphrase));
  };
  const disabledBecause = !isCompared
    ? say('trustee.opening.notTicked')
    : passphrase === ''
      ? say('trustee.refused.passphrase-needed.toDo')
      : undefined;
  return (
    <>
      <Notice state="good" happened={say('trustee.opening.checked')} />
      <Figures>
        <Figure label={say('trustee.opening.ballots')} value={check.ballotCount} />
        <Figure label={say('trustee.opening.voids')} value={check.voidCount} />
      </Figures>
      <section class="sheet">
        <ActForm word={say('trustee.opening.act')} onAct={share} disabledBecause={disabledBecause}>
          <p>{say('trustee.opening.onlySum')}</p>
          <PassphraseField value={passphrase} onInput={setPassphrase} />
        </ActForm>
      </section>
      <CheckList rules={check.rules} />
      <CopyLine label={say('trustee.opening.recordHash')} value={check.recordHash} groupSize={4} />
    </>
  );
}
