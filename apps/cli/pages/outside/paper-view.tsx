import { Button } from '@bilik/ui/button';
import { callApi } from '@bilik/ui/call';
import { Figure, Figures } from '@bilik/ui/figure';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import { TrackersInHand } from './trackers-in-hand.tsx';
import { OpenedBox, type OutsideView, Refusal } from './wire.ts';
import { words } from './words.ts';

const AFTER_CLOSING: readonly string[] = ['closed', 'counted', 'sealed'];

/** All paper of the day. The box is opened only after the polls are closed, and tipped out: its slips lie in no order. */
export function PaperView({ outside }: { readonly outside: OutsideView }) {
  const say = useSay(words);
  const [opened, setOpened] = useState<readonly string[] | null>(null);
  const [isRefused, setRefused] = useState(false);
  const { slips, day } = outside;
  const isShut = day === null || !AFTER_CLOSING.includes(day.phase);

  const open = async (): Promise<void> => {
    const answer = await callApi('/api/open-box', {}, { value: OpenedBox, refusal: Refusal });
    setRefused(!answer.ok);
    if (answer.ok) setOpened(answer.value.slips);
  };

  return (
    <section class="stack">
      <p>{say('exercise.paper.explained')}</p>
      <TrackersInHand outside={outside} />
      <Figures>
        <Figure label={say('exercise.paper.box')} value={slips.box} />
        <Figure label={say('exercise.paper.spoiled')} value={slips.spoiled} />
        <Figure label={say('exercise.paper.trackers')} value={slips.trackers} />
        {slips.scraps > 0 && <Figure label={say('exercise.paper.scraps')} value={slips.scraps} />}
      </Figures>
      <Button
        kind={opened === null ? 'primary' : 'plain'}
        size="large"
        disabledBecause={isShut ? say('exercise.paper.closed') : undefined}
        onPress={open}
      >
        {say('exercise.paper.open')}
      </Button>
      {isRefused && <Notice state="warn" happened={say('exercise.paper.closed')} />}
      {opened !== null && !isShut && (
        <>
          <p>{say('exercise.paper.shuffled')}</p>
          <ul class="slips">
            {opened.map((file, index) => (
              <li key={file}>
                <img
                  src={`/paper/slip-box/${file}`}
                  alt={say('exercise.paper.slip', { number: index + 1 })}
                  loading="lazy"
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
