import { Button } from '@bilik/ui/button';
import { useState } from 'preact/hooks';
import { giveMediumAct, type MediumAct } from '../act/board-commands.ts';
import { ConfirmedAct } from '../act/confirmed-act.tsx';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';

export interface MediaActProps {
  readonly act: MediumAct;
  readonly state: BoardAnswer;
  readonly onDone: () => void;
  /** Not the main act of its view. */
  readonly isSide?: boolean;
}

const ROWS = {
  'put-in-new-medium': 'new_medium',
  'continue-on-one-medium': 'continue_on_one_medium',
} as const;
const WORDS = {
  'put-in-new-medium': 'board.media.putIn',
  'continue-on-one-medium': 'board.media.goOn',
} as const;

/** One act about the media, by two people. */
export function MediaAct({ act: name, state, onDone, isSide = false }: MediaActProps) {
  const say = useBoardWords();
  const [isAsking, setAsking] = useState(false);
  const words = WORDS[name];
  const isLastResort = name === 'continue-on-one-medium';
  return (
    <section class="sheet stack stack--tight">
      <h3>{say(words)}</h3>
      <p class="soft">{say(`${words}.means`)}</p>
      <div>
        <Button kind={isSide ? 'plain' : 'primary'} size="large" onPress={() => setAsking(true)}>
          {say(words)}
        </Button>
      </div>
      <ConfirmedAct
        title={isAsking ? say(`${words}.ask`) : null}
        kind={isLastResort ? 'bad' : 'primary'}
        yes={say(`${words}.yes`)}
        act={ROWS[name]}
        people={state.people}
        send={(confirmations) => giveMediumAct(name, confirmations)}
        onDone={onDone}
        onClose={() => setAsking(false)}
      >
        <p>{say(isLastResort ? 'board.media.goOn.means' : 'board.media.putIn.wait')}</p>
      </ConfirmedAct>
    </section>
  );
}
