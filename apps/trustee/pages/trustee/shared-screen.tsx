import { Button, ButtonRow } from '@bilik/ui/button';
import { CopyLine } from '@bilik/ui/copy-line';
import { Figure, Figures } from '@bilik/ui/figure';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import type { TrusteeState } from '../../src/api/state.ts';
import { type Acting, ErrorNotice, RefusalNotice } from './act.tsx';
import { CheckList } from './check-list.tsx';
import { CountRefusedNotice } from './count-refused-notice.tsx';
import { device, downloadText } from './device-calls.ts';
import { GivingProgress } from './give-share.tsx';
import type { Giving } from './giving.ts';
import { phrase } from './phrases.ts';

/** The one share is made: send it, or carry it as a file. */
export function SharedScreen(props: {
  readonly state: TrusteeState;
  readonly sharedFor: NonNullable<TrusteeState['sharedFor']>;
  readonly acting: Acting;
  readonly giving: Giving;
}) {
  const { state, sharedFor, acting, giving } = props;
  const { check, station } = state;
  const say = useSay(phrase);
  const download = async () => {
    const own = await acting.run(device.ownShare());
    if (own === undefined) return;
    const { owner, share } = own.value;
    downloadText(`bagian-${owner}.json`, JSON.stringify({ owner, share }));
  };
  const canSend = station !== null && !sharedFor.isSent && giving.now === undefined;
  return (
    <>
      <StepHeading>{say('trustee.way.open')}</StepHeading>
      <ErrorNotice error={acting.error} />
      {check.phase === 'refused' && <RefusalNotice refusal={check.refusal} />}
      {sharedFor.isSent ? (
        <Notice state="good" happened={say('trustee.shared.sent')} />
      ) : (
        <Notice state="info" happened={say('trustee.shared.made')} />
      )}
      {sharedFor.refusedLists > 0 && check.phase !== 'refused' && (
        <Notice
          state="warn"
          happened={say('trustee.shared.refusedLists', { count: sharedFor.refusedLists })}
        />
      )}
      <CountRefusedNotice countRefused={state.countRefused} />
      {giving.now !== undefined && <GivingProgress now={giving.now} />}
      <Figures>
        <Figure label={say('trustee.opening.ballots')} value={sharedFor.ballotCount} />
        <Figure label={say('trustee.key.number')} value={sharedFor.owner} />
      </Figures>
      <CopyLine label={say('trustee.opening.recordHash')} value={sharedFor.recordHash} groupSize={4} />
      <ButtonRow>
        {canSend && (
          <Button kind="primary" size="large" onPress={giving.send}>
            {say('trustee.shared.send')}
          </Button>
        )}
        <Button kind={station === null ? 'primary' : 'plain'} size="large" onPress={download}>
          {say('trustee.shared.download')}
        </Button>
      </ButtonRow>
      <p class="soft">{say('trustee.opening.onlySum')}</p>
      {check.phase === 'checked' && <CheckList rules={check.rules} />}
    </>
  );
}
