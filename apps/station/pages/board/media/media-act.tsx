import { Button } from '@bilik/ui/button';
import { useState } from 'preact/hooks';
import { giveMediumAct, type MediumAct } from '../act/board-commands.ts';
import { ConfirmedAct } from '../act/confirmed-act.tsx';
import type { BoardAnswer, Person } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';

export interface MediaActProps {
  readonly act: MediumAct;
  readonly state: BoardAnswer;
  readonly onDone: () => void;
  /** Not the main act of its view. */
  readonly isSide?: boolean;
}

const BOARD: readonly Person['role'][] = ['chair', 'member'];
const PEOPLE = 2;
const WORDS = {
  'put-in-new-medium': 'board.media.putIn',
  'continue-on-one-medium': 'board.media.goOn',
} as const;

/** One act about the media, by two people. */
export function MediaAct({ act: name, state, onDone, isSide = false }: MediaActProps) {
  const say = useBoardWords();
  const [isAsking, setAsking] = useState(false);
  const words = WORDS[name];
  const needsChair = name === 'continue-on-one-medium';
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
        kind={needsChair ? 'bad' : 'primary'}
        yes={say(`${words}.yes`)}
        needed={PEOPLE}
        mayConfirm={state.people.filter(({ role }) => BOARD.includes(role))}
        mayLead={({ role }) => !needsChair || role === 'chair'}
        people={state.people}
        send={(confirmations) => giveMediumAct(name, confirmations)}
        onDone={onDone}
        onClose={() => setAsking(false)}
      >
        <p>{say(needsChair ? 'board.media.goOn.means' : 'board.media.putIn.wait')}</p>
      </ConfirmedAct>
    </section>
  );
}
