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
import { type Acting, ErrorNotice, RefusalNotice } from './act.tsx';
import { CheckList, RecordFault } from './check-list.tsx';
import { device } from './device-calls.ts';
import { GiveForm, GivingProgress } from './give-share.tsx';
import type { Giving } from './giving.ts';
import { isAboutRecord } from './guide.ts';
import { phrase } from './phrases.ts';
import { RecordFiles } from './record-files.tsx';

type ElectionView = NonNullable<TrusteeState['election']>;
type CheckedView = Extract<TrusteeState['check'], { phase: 'checked' }>;
type CheckUnderWay = Extract<TrusteeState['check'], { phase: 'fetching' | 'checking' }>;

interface OpeningProps {
  readonly state: TrusteeState;
  readonly acting: Acting;
  readonly giving: Giving;
}

/** What the person has done so far on this screen. */
interface Entered {
  readonly isCompared: boolean;
  readonly passphrase: string;
  readonly onPassphrase: (value: string) => void;
}

/** From the bound election to the one share: compare, check everything, give. */
export function OpeningScreen(props: OpeningProps & { readonly election: ElectionView }) {
  const { state, election, acting } = props;
  const say = useSay(phrase);
  const [isCompared, setCompared] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  // A refusal of the check is shown as the state of the check; everything else as the outcome of the act.
  const isShownByCheck = state.check.phase === 'refused' && acting.error?.type === 'refused';
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
      {props.giving.now !== undefined && (
        <GivingProgress now={props.giving.now}>
          {isUnderWay(state.check) ? <CheckProgress check={state.check} /> : undefined}
        </GivingProgress>
      )}
      <CheckState {...props} isCompared={isCompared} passphrase={passphrase} onPassphrase={setPassphrase} />
    </>
  );
}

function CheckState(props: OpeningProps & Entered) {
  const { check } = props.state;
  switch (check.phase) {
    case 'fetching':
    case 'checking':
      // what one press has begun is shown among its steps
      return props.giving.now === undefined ? <CheckProgress check={check} /> : null;
    case 'checked':
      return <GiveShare {...props} check={check} />;
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

function isUnderWay(check: TrusteeState['check']): check is CheckUnderWay {
  return check.phase === 'fetching' || check.phase === 'checking';
}

function CheckProgress({ check }: { readonly check: CheckUnderWay }) {
  const say = useSay(phrase);
  if (check.phase === 'fetching')
    return <ProgressBar label={say('trustee.opening.fetching')} done={null} total={1} />;
  return check.total === 0 ? (
    <ProgressBar label={say('trustee.opening.progress.reading')} done={null} total={1} />
  ) : (
    <ProgressBar label={say('trustee.opening.progress')} done={check.done} total={check.total} />
  );
}

/** The record comes from the station, or as files. */
function BringRecord(
  props: OpeningProps &
    Entered & {
      /** A record was refused before: going on is then no longer the main act, and no share is promised. */
      readonly isRepeated: boolean;
    },
) {
  const { state, acting, giving, isCompared, isRepeated } = props;
  const say = useSay(phrase);
  const notYet = isCompared ? undefined : say('trustee.opening.notTicked');
  if (giving.now !== undefined) return null;
  if (state.station === null) {
    return <RecordFiles state={state} acting={acting} disabledBecause={notYet} isMain={!isRepeated} />;
  }
  const checkAgain = async () => {
    acting.forget();
    await acting.run(device.fetchAndCheck());
  };
  return (
    <>
      {isRepeated ? (
        <Button size="large" onPress={checkAgain} disabledBecause={notYet}>
          {say('trustee.opening.again')}
        </Button>
      ) : (
        <GiveForm
          {...props}
          first="check"
          last="send"
          isExercise={state.isExercise}
          disabledBecause={notYet}
        />
      )}
      <details class="sheet">
        <summary>{say('trustee.opening.byFiles')}</summary>
        <RecordFiles state={state} acting={acting} disabledBecause={notYet} isMain={false} />
      </details>
    </>
  );
}

function GiveShare(props: OpeningProps & Entered & { readonly check: CheckedView }) {
  const { state, check, giving, isCompared } = props;
  const say = useSay(phrase);
  return (
    <>
      <Notice state="good" happened={say('trustee.opening.checked')} />
      <Figures>
        <Figure label={say('trustee.opening.ballots')} value={check.ballotCount} />
        <Figure label={say('trustee.opening.voids')} value={check.voidCount} />
      </Figures>
      {giving.now === undefined && (
        <GiveForm
          {...props}
          first="share"
          last={state.station === null ? 'share' : 'send'}
          isExercise={state.isExercise}
          disabledBecause={isCompared ? undefined : say('trustee.opening.notTicked')}
        />
      )}
      <CheckList rules={check.rules} />
      <CopyLine label={say('trustee.opening.recordHash')} value={check.recordHash} groupSize={4} />
    </>
  );
}
