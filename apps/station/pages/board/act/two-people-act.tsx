import { Button } from '@bilik/ui/button';
import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import type { ProvedPerson } from '@bilik/ui/pin-entry';
import { useState } from 'preact/hooks';
import type { Person } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import type { ActResult } from './board-commands.ts';
import { chosenOf, PeopleChoice } from './people-choice.tsx';
import { PinDialog } from './pin-dialog.tsx';
import { ActNotice, useAct } from './use-act.tsx';

export interface TwoPeopleActProps {
  /** On the button. */
  readonly word: string;
  /** The question, in one sentence. */
  readonly ask: string;
  /** What will happen. */
  readonly means: string;
  readonly yes: string;
  /** Of the polling place. */
  readonly people: readonly Person[];
  readonly send: (confirmations: readonly ProvedPerson[]) => Promise<ActResult>;
  readonly onDone: () => void;
  /** Not the main act of its view. */
  readonly isSide?: boolean;
  /** The chair is one of the two; what is done cannot be taken back. */
  readonly needsChair?: boolean;
  /** Looks at what was typed before anybody is asked; false: it is not ready, and says so itself. */
  readonly isReady?: () => boolean;
}

const BOARD: readonly Person['role'][] = ['chair', 'member'];
const PEOPLE = 2;

/** One button, two different people of the board, their PINs. */
export function TwoPeopleAct(props: TwoPeopleActProps) {
  const { needsChair = false, isSide = false, isReady = () => true } = props;
  const say = useBoardWords();
  const act = useAct(props.onDone);
  const [isAsking, setAsking] = useState(false);
  const [isProving, setProving] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [error, setError] = useState<string | undefined>(undefined);
  const people = props.people.filter(({ role }) => BOARD.includes(role));
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
    <>
      <div>
        <Button
          kind={isSide ? 'plain' : 'primary'}
          size="large"
          onPress={() => {
            if (!isReady()) return;
            setChosen([]);
            setError(undefined);
            setAsking(true);
          }}
        >
          {props.word}
        </Button>
      </div>
      {!isProving && <ActNotice problem={act.problem} people={props.people} />}
      <ConfirmDialog
        open={isAsking && !isProving}
        title={props.ask}
        kind={needsChair ? 'bad' : 'primary'}
        confirmWord={props.yes}
        cancelWord={say('common.back')}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      >
        <p>{props.means}</p>
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
        title={props.ask}
        signers={chosenOf(people, chosen)}
        people={props.people}
        act={act}
        send={props.send}
        onSent={leave}
        onCancel={leave}
      />
    </>
  );
}
