import { Button } from '@bilik/ui/button';
import { useState } from 'preact/hooks';
import { giveLogicTestAct, type LogicTestAct } from '../act/board-commands.ts';
import { ConfirmedAct } from '../act/confirmed-act.tsx';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';

const WORDS = { begin: 'begin', 'go-on': 'goOn', erase: 'erase', end: 'end', skip: 'skip' } as const;

export interface TestActProps {
  readonly act: LogicTestAct;
  /** On the button; left out: what the act is called. */
  readonly word?: string;
  readonly state: BoardAnswer;
  readonly onDone: () => void;
  /** Not the main act of its view. */
  readonly isSide?: boolean;
  /** Looks at what was typed before anybody is asked, and says on the screen what is missing. */
  readonly isReady?: () => boolean;
  /** Said beside the question, before what the act means. */
  readonly warning?: preact.ComponentChildren;
}

/** One act of the logic and accuracy test, by two people. */
export function TestAct(props: TestActProps) {
  const { act, word, state, onDone, isSide = false, isReady = () => true } = props;
  const say = useBoardWords();
  const [isAsking, setAsking] = useState(false);
  const words = `logicTest.${WORDS[act.act]}` as const;
  return (
    <>
      <div>
        <Button
          kind={isSide ? 'plain' : 'primary'}
          size="large"
          onPress={() => {
            if (isReady()) setAsking(true);
          }}
        >
          {word ?? say(words)}
        </Button>
      </div>
      <ConfirmedAct
        title={isAsking ? say(`${words}.ask`) : null}
        yes={say(`${words}.yes`)}
        act={act.act === 'skip' ? 'skip_logic_test' : 'run_logic_test'}
        people={state.people}
        send={(confirmations) => giveLogicTestAct(act, confirmations)}
        onDone={onDone}
        onClose={() => setAsking(false)}
      >
        {props.warning}
        <p>{say(`${words}.means`)}</p>
      </ConfirmedAct>
    </>
  );
}
