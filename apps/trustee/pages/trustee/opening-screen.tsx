import { Button, ButtonRow } from '@bilik/ui/button';
import { CopyLine } from '@bilik/ui/copy-line';
import { TickField } from '@bilik/ui/field';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { ProgressBar } from '@bilik/ui/progress-bar';
import { useState } from 'preact/hooks';
import type { TrusteeState } from '../../src/api/state.ts';
import { type Acting, ErrorNotice, RefusalNotice } from './act.tsx';
import { CheckList, RecordFault } from './check-list.tsx';
import { CountRefusedNotice } from './count-refused-notice.tsx';
import { device } from './device-calls.ts';
import { GiveForm, GivingProgress } from './give-share.tsx';
import type { Giving } from './giving.ts';
import { isAboutRecord } from './guide.ts';
import { phrase } from './phrases.ts';
import { RecordFiles } from './record-files.tsx';

type ElectionView = NonNullable<TrusteeState['election']>;
type CheckedView = Extract<TrusteeState['check'], { phase: 'checked' }>;
type CheckUnderWayView = Extract<TrusteeState['check'], { phase: 'fetching' | 'checking' }>;

interface OpeningProps {
  readonly state: TrusteeState;
  readonly acting: Acting;
  readonly giving: Giving;
}

/** From the bound election to the one share: bring the record and check everything, compare it with the hall, give. */
export function OpeningScreen(props: OpeningProps & { readonly election: ElectionView }) {
  const { state, election, acting, giving } = props;
  const say = useSay(phrase);
  const [isElectionCompared, setElectionCompared] = useState(false);
  const { check } = state;
  // A refusal of the check is shown as the state of the check; everything else as the outcome of the act.
  const isShownByCheck = check.phase === 'refused' && acting.error?.type === 'refused';
  return (
    <>
      <StepHeading>{say(check.phase === 'checked' ? 'trustee.way.open' : 'trustee.way.check')}</StepHeading>
      {check.phase !== 'checked' && (
        <section class="sheet stack">
          <CopyLine label={say('trustee.opening.fingerprint')} value={election.fingerprint} groupSize={4} />
          <TickField ticked={isElectionCompared} onTick={setElectionCompared}>
            {say('trustee.opening.tick')}
          </TickField>
        </section>
      )}
      {!isShownByCheck && <ErrorNotice error={acting.error} />}
      {giving.now !== undefined && <GivingProgress now={giving.now} />}
      <CheckState {...props} isElectionCompared={isElectionCompared} />
    </>
  );
}

function CheckState(props: OpeningProps & { readonly isElectionCompared: boolean }) {
  const { check } = props.state;
  switch (check.phase) {
    case 'fetching':
    case 'checking':
      return <CheckUnderWay {...props} check={check} />;
    case 'checked':
      return <GiveShare {...props} check={check} />;
    case 'refused':
      // it was paired since
      if (check.refusal.type === 'station-not-paired') return <BringRecord {...props} isRepeated={false} />;
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

/** How far it is, and the way out of it. */
function CheckUnderWay(props: { readonly check: CheckUnderWayView; readonly acting: Acting }) {
  const { check, acting } = props;
  const say = useSay(phrase);
  const stop = async () => {
    const stopped = await device.stopCheck();
    // That it was stopped is the answer to the act that began it.
    if (!stopped.ok) await acting.run(Promise.resolve(stopped));
  };
  return (
    <>
      <CheckProgress check={check} />
      <ButtonRow>
        <Button kind="quiet" onPress={stop}>
          {say('trustee.opening.stop')}
        </Button>
      </ButtonRow>
      <p class="soft">{say('trustee.opening.stop.hint')}</p>
    </>
  );
}

function CheckProgress({ check }: { readonly check: CheckUnderWayView }) {
  const say = useSay(phrase);
  if (check.phase === 'fetching')
    return <ProgressBar label={say('trustee.opening.fetching')} done={null} total={1} />;
  return check.donePercent === null ? (
    <ProgressBar label={say('trustee.opening.progress.reading')} done={null} total={1} />
  ) : (
    <ProgressBar label={say('trustee.opening.progress')} done={check.donePercent} total={100} />
  );
}

/** The record comes from the station, or as files. */
function BringRecord(props: {
  readonly state: TrusteeState;
  readonly acting: Acting;
  readonly isElectionCompared: boolean;
  /** A record was refused before: going on is then no longer the main act. */
  readonly isRepeated: boolean;
}) {
  const { state, acting, isElectionCompared, isRepeated } = props;
  const say = useSay(phrase);
  const notYet = isElectionCompared ? undefined : say('trustee.opening.notTicked');
  if (state.station === null) {
    return <RecordFiles state={state} acting={acting} disabledBecause={notYet} isMain={!isRepeated} />;
  }
  const fetchAndCheck = async () => {
    acting.forget();
    await acting.run(device.fetchAndCheck());
  };
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

function GiveShare(props: OpeningProps & { readonly check: CheckedView }) {
  const { state, check, acting, giving } = props;
  const say = useSay(phrase);
  const isJustRefused =
    acting.error?.type === 'refused' && acting.error.refusal.type === 'ballot-count-differs';
  return (
    <>
      {!isJustRefused && (
        <>
          <Notice state="good" happened={say('trustee.opening.checked')} />
          <CountRefusedNotice countRefused={state.countRefused} />
        </>
      )}
      {/* hidden while it works and not taken away: what was typed is there again after a wrong passphrase */}
      <div hidden={giving.now !== undefined}>
        <GiveForm
          key={check.recordHash}
          giving={giving}
          last={state.station === null ? 'share' : 'send'}
          recordHash={check.recordHash}
          isExercise={state.isExercise}
        />
      </div>
      <CheckList rules={check.rules} />
      <p class="soft">{say('trustee.opening.voids', { count: check.voidCount })}</p>
    </>
  );
}
