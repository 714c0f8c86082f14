import { Button } from '@bilik/ui/button';
import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import { useState } from 'preact/hooks';
import { giveMediumAct, type MediumAct } from '../act/board-commands.ts';
import { chosenOf, PeopleChoice } from '../act/people-choice.tsx';
import { PinDialog } from '../act/pin-dialog.tsx';
import { ActNotice, useAct } from '../act/use-act.tsx';
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
  const act = useAct(onDone);
  const [isAsking, setAsking] = useState(false);
  const [isProving, setProving] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [error, setError] = useState<string | undefined>(undefined);
  const words = WORDS[name];
  const needsChair = name === 'continue-on-one-medium';
  const people = state.people.filter(({ role }) => BOARD.includes(role));
  const isChair = (id: string) => people.some((person) => person.id === id && person.role === 'chair');

  const confirm = () => {
    if (chosen.length !== PEOPLE) return setError(say('board.people.wrongCount', { count: PEOPLE }));
    if (needsChair && !chosen.some(isChair)) return setError(say('board.people.needsChair'));
    act.forget();
    setProving(true);
  };
  const leave = () => {
    setProving(false);
    setAsking(false);
  };
  return (
    <section class="sheet stack stack--tight">
      <h3>{say(words)}</h3>
      <p class="soft">{say(`${words}.means`)}</p>
      <div>
        <Button
          kind={isSide ? 'plain' : 'primary'}
          size="large"
          onPress={() => {
            setChosen([]);
            setError(undefined);
            setAsking(true);
          }}
        >
          {say(words)}
        </Button>
      </div>
      {!isProving && <ActNotice problem={act.problem} people={state.people} />}
      <ConfirmDialog
        open={isAsking && !isProving}
        title={say(`${words}.ask`)}
        kind={needsChair ? 'bad' : 'primary'}
        confirmWord={say(`${words}.yes`)}
        cancelWord={say('common.back')}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      >
        <p>{say(needsChair ? 'board.media.goOn.means' : 'board.media.putIn.wait')}</p>
        <PeopleChoice
          label={say(needsChair ? 'board.people.twoWithChair' : 'board.people.two')}
          people={people}
          chosen={chosen}
          onChoose={(next) => {
            setChosen(next);
            setError(undefined);
          }}
          error={error}
        />
      </ConfirmDialog>
      <PinDialog
        open={isProving}
        title={say(`${words}.ask`)}
        signers={chosenOf(people, chosen)}
        people={state.people}
        act={act}
        send={(confirmations) => giveMediumAct(name, confirmations)}
        onSent={leave}
        onCancel={leave}
      />
    </section>
  );
}
