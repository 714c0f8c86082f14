import type { Round } from '@bilik/transfer';
import { Button } from '@bilik/ui/button';
import { useSay } from '@bilik/ui/language';
import { StateBadge } from '@bilik/ui/state-badge';
import type { Acting } from './act.tsx';
import { phrase } from './phrases.ts';
import { ring } from './ring-calls.ts';
import type { Sitting } from './ring-screen.tsx';
import { Spoken } from './spoken.tsx';

/** Everybody of the plan, with what to read aloud and whose message is still awaited. */
export function RingMembers(props: {
  readonly round: Round;
  readonly members: Sitting['members'];
  readonly acting: Acting;
}) {
  const { round, members, acting } = props;
  const say = useSay(phrase);
  return (
    <section class="stack stack--tight">
      <h3>{say('trustee.trustees')}</h3>
      <ul class="trustees">
        {members.map(({ name, interest, isOwn, has, certificates }) => (
          <li key={name} class="trustees__one">
            <span class="trustees__name">
              {isOwn ? say('trustee.trustees.own', { name }) : name} · {interest}
            </span>
            {certificates !== null && round === 'certificate' && (
              <Spoken
                label={isOwn ? say('trustee.ring.words.own', { name }) : say('trustee.ring.words', { name })}
                spoken={certificates}
              />
            )}
            <span class="trustees__state row">
              <StateBadge
                state={has[round] ? 'good' : 'waiting'}
                word={say(has[round] ? 'trustee.message.here' : 'trustee.message.waiting')}
              />
              {!isOwn && has[round] && (
                <Button kind="quiet" onPress={async () => void (await acting.run(ring.remove(round, name)))}>
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
