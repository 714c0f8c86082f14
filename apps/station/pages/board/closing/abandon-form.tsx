import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { Shape } from '@bilik/ui/shape';
import { useState } from 'preact/hooks';
import { abandonReleases } from '../act/board-commands.ts';
import { ConfirmedAct } from '../act/confirmed-act.tsx';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { readCount } from './count-text.ts';

/** What the chair was asked, with the figures as they stood then: an answer that was lost is asked for again, word for word. */
interface Asked {
  readonly abandonedBefore: number;
  readonly count: number;
}

/** Voters who were checked in and left without voting: the chair closes their releases, so that the sums hold. */
export function AbandonForm({ state, onDone }: { readonly state: BoardAnswer; readonly onDone: () => void }) {
  const say = useBoardWords();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const [asked, setAsked] = useState<Asked | null>(null);
  const open = state.onTheirWay;

  if (open === 0) {
    return (
      <div class="sheet stack stack--tight">
        <h3>{say('board.abandon')}</h3>
        <p class="calm tone--good">
          <Shape name="check" />
          <span>{say('board.abandon.none')}</span>
        </p>
        {state.poll.abandoned > 0 && (
          <p class="soft">{say('board.abandon.sofar', { count: state.poll.abandoned })}</p>
        )}
      </div>
    );
  }
  const ask = () => {
    const count = readCount(typed);
    if (count === null) return setError(say('form.notANumber'));
    if (count < 1 || count > open) {
      return setError(
        open === 1 ? say('form.onlyOne', { only: 1 }) : say('form.outOfRange', { least: 1, most: open }),
      );
    }
    setAsked({ abandonedBefore: state.poll.abandoned, count });
  };
  return (
    <div class="sheet stack stack--tight">
      <h3>{say('board.abandon')}</h3>
      <p>{say('board.abandon.open', { count: open })}</p>
      <p class="soft">{say('board.abandon.means')}</p>
      <Field
        label={say('board.abandon.howMany')}
        value={typed}
        inputMode="numeric"
        maxLength={4}
        onInput={(value) => {
          setTyped(value);
          setError(undefined);
        }}
        error={error}
      />
      <div>
        <Button size="large" onPress={ask}>
          {say('board.abandon.close')}
        </Button>
      </div>
      <ConfirmedAct
        title={asked === null ? null : say('board.abandon.ask', { count: asked.count })}
        kind="bad"
        yes={say('board.abandon.yes')}
        act="close_abandoned_release"
        people={state.people}
        send={(confirmations) => abandonReleases({ abandonedBefore: 0, count: 0, ...asked, confirmations })}
        onDone={onDone}
        onClose={(isDone) => {
          if (isDone) setTyped('');
          setAsked(null);
        }}
      >
        <p>{say('board.abandon.ask.means')}</p>
      </ConfirmedAct>
    </div>
  );
}
