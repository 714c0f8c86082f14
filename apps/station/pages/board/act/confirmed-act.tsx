import type { BoardActName } from '@bilik/election';
import { peopleOfAct } from '@bilik/election/people-of-act';
import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import type { ProvedPerson } from '@bilik/ui/pin-entry';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { OfferedCommand, Person } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import type { ActResult } from './board-commands.ts';
import { chosenOf, foregoneChoice, PeopleChoice } from './people-choice.tsx';
import { peopleOfCommand } from './people-of-command.ts';
import { PinDialog } from './pin-dialog.tsx';
import { ActNotice, useAct } from './use-act.tsx';

export interface ConfirmedActProps {
  /** The question; `null` while nobody asks for the act. */
  readonly title: string | null;
  /** Bad: what cannot be taken back. */
  readonly kind?: 'primary' | 'bad';
  readonly yes: string;
  readonly no?: string;
  /** What is said before people are chosen. */
  readonly children?: ComponentChildren;
  /** Who is asked for, above their names; left out: one, two, or two with the chair. */
  readonly who?: string;
  /** Its row in one of the two published tables: who is offered follows from there alone. */
  readonly act: BoardActName | OfferedCommand;
  /** Of the polling place: whom the table allows is offered, and a refusal may name anybody. */
  readonly people: readonly Person[];
  /** Whether what was typed beside the names is in order; says on the screen what is not. */
  readonly isInOrder?: () => boolean;
  readonly send: (confirmations: readonly ProvedPerson[]) => Promise<ActResult>;
  /** The station was asked, and did it or refused it. */
  readonly onDone: () => void;
  /** Nobody asks for it any more: it was done (true), refused, or let be. */
  readonly onClose: (isDone: boolean) => void;
}

/** How those are called of whom one must be among the two. */
function leadersInWords(leaders: readonly Person[]): 'twoWithChair' | 'twoWithBoard' {
  return leaders.every(({ role }) => role === 'chair') ? 'twoWithChair' : 'twoWithBoard';
}

/** An act that people of the place stand behind: what it means, who they are, then each one's PIN, and what stood against it. */
export function ConfirmedAct(props: ConfirmedActProps) {
  const { title } = props;
  const { needed, mayConfirm, mayLead } =
    typeof props.act === 'string'
      ? peopleOfAct(props.act, props.people)
      : peopleOfCommand(props.act, props.people);
  const say = useBoardWords();
  const act = useAct(props.onDone);
  const [isProving, setProving] = useState(false);
  const [ticked, setTicked] = useState<readonly string[] | null>(null);
  const [error, setError] = useState<string | undefined>(undefined);
  const chosen = chosenOf(mayConfirm, ticked ?? foregoneChoice(mayConfirm, needed));
  const led = leadersInWords(mayConfirm.filter(mayLead));
  const needsLeader = mayConfirm.some((person) => !mayLead(person));

  const close = (isDone: boolean): void => {
    setProving(false);
    setTicked(null);
    setError(undefined);
    props.onClose(isDone);
  };
  const confirm = () => {
    if (chosen.length !== needed) {
      const wrongCount =
        needed === 1 ? say('board.people.one') : say('board.people.wrongCount', { count: needed });
      return setError(wrongCount);
    }
    if (!chosen.some(mayLead)) return setError(say(`board.people.${led}.missing`));
    if (props.isInOrder?.() === false) return;
    act.forget();
    setProving(true);
  };
  const asked = needed === 1 ? 'one' : needsLeader ? led : 'two';
  return (
    <>
      {!isProving && <ActNotice problem={act.problem} people={props.people} />}
      <ConfirmDialog
        open={title !== null && !isProving}
        title={title ?? ''}
        kind={props.kind ?? 'primary'}
        confirmWord={props.yes}
        cancelWord={props.no ?? say('common.back')}
        onConfirm={confirm}
        onCancel={() => close(false)}
      >
        {props.children}
        <PeopleChoice
          label={props.who ?? say(`board.people.${asked}`)}
          people={mayConfirm}
          chosen={chosen.map(({ id }) => id)}
          onChoose={(next) => {
            // where one does it, it is the last who was ticked
            setTicked(needed === 1 ? next.slice(-1) : next);
            setError(undefined);
          }}
          error={error}
        />
      </ConfirmDialog>
      <PinDialog
        open={title !== null && isProving}
        title={title ?? ''}
        signers={chosen}
        people={props.people}
        act={act}
        send={props.send}
        onSent={close}
        onCancel={() => close(false)}
      />
    </>
  );
}
