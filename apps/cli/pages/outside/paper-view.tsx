import { Button } from '@bilik/ui/button';
import { Figure, Figures } from '@bilik/ui/figure';
import { useSay } from '@bilik/ui/language';
import { useState } from 'preact/hooks';
import type { OutsideView } from './wire.ts';
import { words } from './words.ts';

/** Box, envelope and what voters took home. The box is opened only after the polls are closed, and its slips lie in no order. */
export function PaperView({ outside }: { readonly outside: OutsideView }) {
  const say = useSay(words);
  const [isOpen, setOpen] = useState(false);
  const { slips, box, boxMayBeOpened } = outside;
  return (
    <section>
      <Figures>
        <Figure label={say('exercise.paper.box')} value={slips.box} />
        <Figure label={say('exercise.paper.spoiled')} value={slips.spoiled} />
        <Figure label={say('exercise.paper.trackers')} value={slips.trackers} />
      </Figures>
      <Button
        kind="primary"
        size="large"
        disabledBecause={boxMayBeOpened ? undefined : say('exercise.paper.closed')}
        onPress={() => setOpen(true)}
      >
        {say('exercise.paper.open')}
      </Button>
      {isOpen && boxMayBeOpened && (
        <ul class="slips">
          {box.map((file, index) => (
            <li key={file}>
              <img
                src={`/paper/slip-box/${file}`}
                alt={say('exercise.paper.slip', { number: index + 1 })}
                loading="lazy"
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
