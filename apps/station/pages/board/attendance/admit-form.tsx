import { Button } from '@bilik/ui/button';
import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import { Field } from '@bilik/ui/field';
import { useLanguage } from '@bilik/ui/language';
import { useState } from 'preact/hooks';
import { clockTime } from '../../common/clock-time.ts';
import { admitQueue } from '../act/board-commands.ts';
import { chosenOf, foregoneChoice, PeopleChoice } from '../act/people-choice.tsx';
import { PinDialog } from '../act/pin-dialog.tsx';
import { ActNotice, useAct } from '../act/use-act.tsx';
import type { Person } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { readCount } from '../closing/count-text.ts';
import type { Attendance } from './attendance-answers.ts';

export interface AdmitFormProps {
  readonly attendance: Attendance;
  readonly people: readonly Person[];
  readonly onDone: () => void;
}

/** At the closing hour the chair counts the queue: as many are still checked in. */
export function AdmitForm({ attendance, people, onDone }: AdmitFormProps) {
  const say = useBoardWords();
  const language = useLanguage();
  const { isLate, queue } = attendance.closing;
  const closes = clockTime(language, attendance.closing.closes);
  const chairs = people.filter(({ role }) => role === 'chair');
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const [asked, setAsked] = useState<number | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [peopleError, setPeopleError] = useState<string | undefined>(undefined);
  const [isProving, setProving] = useState(false);
  const act = useAct(onDone);

  const ask = () => {
    const count = readCount(typed);
    if (count === null || count < 1) return setError(say('form.notANumber'));
    setChosen(foregoneChoice(chairs, 1));
    setPeopleError(undefined);
    setAsked(count);
  };
  const confirm = () => {
    if (chosen.length !== 1) return setPeopleError(say('board.people.one'));
    act.forget();
    setProving(true);
  };
  const leave = () => {
    setProving(false);
    setAsked(null);
  };

  return (
    <section class="sheet stack stack--tight">
      <h2>{say('board.closingQueue')}</h2>
      {!attendance.mayAdmit && <p>{say('board.closingQueue.sentHome', { closes })}</p>}
      {attendance.mayAdmit && !isLate && <p>{say('board.closingQueue.before', { closes })}</p>}
      {attendance.mayAdmit && isLate && (
        <>
          <p>{say('board.closingQueue.now', { closes, admitted: queue.admitted, served: queue.served })}</p>
          <Field
            label={say('board.closingQueue.howMany')}
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
              {say('board.closingQueue.admit')}
            </Button>
          </div>
          {!isProving && <ActNotice problem={act.problem} people={people} />}
          <ConfirmDialog
            open={asked !== null && !isProving}
            title={say('board.closingQueue.ask', { count: asked ?? 0 })}
            confirmWord={say('board.closingQueue.yes')}
            cancelWord={say('common.back')}
            onCancel={() => setAsked(null)}
            onConfirm={confirm}
          >
            <p>{say('board.closingQueue.ask.means')}</p>
            <PeopleChoice
              label={say('board.people.one')}
              people={chairs}
              chosen={chosen}
              onChoose={(next) => {
                setChosen(next);
                setPeopleError(undefined);
              }}
              error={peopleError}
            />
          </ConfirmDialog>
          <PinDialog
            open={isProving}
            title={say('board.closingQueue.ask', { count: asked ?? 0 })}
            signers={chosenOf(chairs, chosen)}
            people={people}
            act={act}
            send={(confirmations) =>
              admitQueue({ admittedBefore: queue.admitted, count: asked ?? 0, confirmations })
            }
            onSent={(isDone) => {
              if (isDone) setTyped('');
              leave();
            }}
            onCancel={leave}
          />
        </>
      )}
    </section>
  );
}
