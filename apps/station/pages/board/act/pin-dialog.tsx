import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import { PinEntry, type ProvedPerson } from '@bilik/ui/pin-entry';
import { useState } from 'preact/hooks';
import type { Person } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { useIsExercise } from '../exercise-context.ts';
import type { ActResult } from './board-commands.ts';
import { type Act, ActNotice } from './use-act.tsx';

export interface PinDialogProps {
  readonly open: boolean;
  /** What they stand behind. */
  readonly title: string;
  /** Who types, in this order. */
  readonly signers: readonly Person[];
  /** Of the polling place, for the names in a refusal. */
  readonly people: readonly Person[];
  readonly act: Act;
  readonly send: (confirmations: readonly ProvedPerson[]) => Promise<ActResult>;
  /** It was sent and is over, whether it was done or refused for another reason than a PIN. */
  readonly onSent: (isDone: boolean) => void;
  readonly onCancel: () => void;
}

/** Each person who stands behind an act types their PIN; a wrong one leaves everything as it was, and all begin again. */
export function PinDialog(props: PinDialogProps) {
  const { act } = props;
  const say = useBoardWords();
  const isExercise = useIsExercise();
  const [turns, setTurns] = useState(0);
  const [isRefused, setRefused] = useState(false);
  const sendProved = async (confirmations: readonly ProvedPerson[]): Promise<void> => {
    let isAboutPin = false;
    const isDone = await act.run(async () => {
      const result = await props.send(confirmations);
      isAboutPin = !result.ok && result.error.type === 'refused' && isPinRefusal(result.error.refusal.type);
      return result;
    });
    setTurns((count) => count + 1);
    setRefused(isAboutPin);
    if (!isAboutPin) props.onSent(isDone);
  };
  return (
    <ConfirmDialog
      open={props.open}
      title={props.title}
      cancelWord={say('common.back')}
      onCancel={() => {
        setRefused(false);
        props.onCancel();
      }}
    >
      {act.isRunning ? (
        <p role="status">{say('board.pin.working')}</p>
      ) : (
        <>
          {isRefused ? (
            <ActNotice problem={act.problem} people={props.people} />
          ) : (
            <p>{say('board.pin.means')}</p>
          )}
          <PinEntry key={turns} people={props.signers} onDone={sendProved} />
          {isExercise && <p class="soft">{say('board.pin.exercise')}</p>}
        </>
      )}
    </ConfirmDialog>
  );
}

function isPinRefusal(type: string): boolean {
  return type === 'pin-wrong' || type === 'pin-paused' || type === 'too-many-waiting';
}
