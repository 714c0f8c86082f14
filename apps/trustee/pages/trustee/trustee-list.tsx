import type { Round } from '@bilik/transfer';
import { Button } from '@bilik/ui/button';
import { useSay } from '@bilik/ui/language';
import { StateBadge } from '@bilik/ui/state-badge';
import { inGroups } from '@bilik/words/format';
import type { TrusteeState } from '../../src/api/state.ts';
import type { Acting } from './act.tsx';
import { device } from './device-calls.ts';
import { phrase } from './phrases.ts';

/** Hex digits that are read aloud: 80 bits, more than anybody can search for a certificate that has them. */
const SPOKEN_DIGITS = 20;

/** Everybody whose certificate is here, with what to read aloud and whose message is still awaited. */
export function TrusteeList(props: {
  readonly round: Round;
  readonly trustees: NonNullable<TrusteeState['ceremony']>['trustees'];
  readonly acting: Acting;
}) {
  const { round, trustees, acting } = props;
  const say = useSay(phrase);
  return (
    <section class="stack stack--tight">
      <h3>{say('trustee.trustees')}</h3>
      <ul class="trustees">
        {trustees.map(({ name, certificateId, isOwn, has }) => (
          <li key={certificateId} class="trustees__one">
            <span class="trustees__name">{isOwn ? say('trustee.trustees.own', { name }) : name}</span>
            <code class="trustees__id" title={certificateId}>
              {inGroups(certificateId.slice(0, SPOKEN_DIGITS), 4).join(' ')}
            </code>
            <span class="trustees__state row">
              <StateBadge
                state={has[round] ? 'good' : 'waiting'}
                word={say(has[round] ? 'trustee.message.here' : 'trustee.message.waiting')}
              />
              {!isOwn && has[round] && (
                <Button
                  kind="quiet"
                  onPress={async () => void (await acting.run(device.remove(round, certificateId)))}
                >
                  {say('trustee.message.remove')}
                  <span class="unseen">: {name}</span>
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
