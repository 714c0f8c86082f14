import { Button } from '@bilik/ui/button';
import type { ProvedPerson } from '@bilik/ui/pin-entry';
import { useState } from 'preact/hooks';
import type { ActResult } from '../act/board-commands.ts';
import { ConfirmedAct } from '../act/confirmed-act.tsx';
import type { Person } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';

/** What two people of the board do about a mobile group: the button, the question, their PINs. */
export function MobileAct({
  act,
  group,
  people,
  isRight,
  warning,
  onPress,
  send,
  onDone,
}: {
  readonly act: 'leaves' | 'returns';
  readonly group: number;
  readonly people: readonly Person[];
  /** All that was typed is in order. */
  readonly isRight: boolean;
  /** Said once more beside the question. */
  readonly warning?: preact.ComponentChildren;
  readonly onPress: () => void;
  readonly send: (confirmations: readonly ProvedPerson[]) => Promise<ActResult>;
  readonly onDone: () => void;
}) {
  const say = useBoardWords();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <div>
        <Button
          size="large"
          onPress={() => {
            onPress();
            setAsked(isRight);
          }}
        >
          {say(`board.mobile.${act}`)}
        </Button>
      </div>
      <ConfirmedAct
        title={isAsked ? say(`board.mobile.${act}.ask`, { number: group }) : null}
        yes={say('board.mobile.yes')}
        act="mobile_group"
        people={people}
        send={send}
        onDone={onDone}
        onClose={() => setAsked(false)}
      >
        <p>{say(`board.mobile.${act}.means`)}</p>
        {warning}
      </ConfirmedAct>
    </>
  );
}
