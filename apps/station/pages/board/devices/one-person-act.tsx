import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import type { ProvedPerson } from '@bilik/ui/pin-entry';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ActResult } from '../act/board-commands.ts';
import { chosenOf, foregoneChoice, PeopleChoice } from '../act/people-choice.tsx';
import { PinDialog } from '../act/pin-dialog.tsx';
import { ActNotice, useAct } from '../act/use-act.tsx';
import type { Person } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { useDevicesWords } from './devices-words.ts';

export interface OnePersonActProps {
  /** The question; `null` while nobody asks for the act. */
  readonly title: string | null;
  readonly who: string;
  readonly yes: string;
  readonly isBad?: boolean | undefined;
  readonly children: ComponentChildren;
  /** Who may do it; one of them does. */
  readonly people: readonly Person[];
  readonly send: (confirmations: readonly ProvedPerson[]) => Promise<ActResult>;
  /** It was done, or nobody wants it any more. */
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** An act that one person stands behind: who it is, then their PIN. What stood against it is said where the act was asked for. */
export function OnePersonAct(props: OnePersonActProps) {
  const { title, people } = props;
  const say = useBoardWords();
  const sayDevice = useDevicesWords();
  const act = useAct(props.onDone);
  const [isTyping, setTyping] = useState(false);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [error, setError] = useState<string | undefined>(undefined);
  const shown = chosen ?? foregoneChoice(people, 1);
  const close = (): void => {
    setTyping(false);
    setChosen(null);
    setError(undefined);
    props.onClose();
  };
  return (
    <>
      {title === null && <ActNotice problem={act.problem} people={people} />}
      <ConfirmDialog
        open={title !== null && !isTyping}
        title={title ?? ''}
        kind={props.isBad === true ? 'bad' : 'primary'}
        confirmWord={props.yes}
        cancelWord={sayDevice('pairing.remove.no')}
        onConfirm={() => {
          if (shown.length !== 1) return setError(say('board.people.one'));
          act.forget();
          setTyping(true);
        }}
        onCancel={close}
      >
        {props.children}
        <PeopleChoice
          label={props.who}
          people={people}
          chosen={shown}
          onChoose={(next) => {
            // one person does it: the last who was ticked
            setChosen(next.slice(-1));
            setError(undefined);
          }}
          error={error}
        />
      </ConfirmDialog>
      <PinDialog
        open={title !== null && isTyping}
        title={title ?? ''}
        signers={chosenOf(people, shown)}
        people={people}
        act={act}
        send={props.send}
        onSent={close}
        onCancel={close}
      />
    </>
  );
}
