import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { useLanguage } from '@bilik/ui/language';
import { useState } from 'preact/hooks';
import { clockTime } from '../../common/clock-time.ts';
import { admitQueue } from '../act/board-commands.ts';
import { ConfirmedAct } from '../act/confirmed-act.tsx';
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
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const [asked, setAsked] = useState<number | null>(null);

  const ask = () => {
    const count = readCount(typed);
    if (count === null || count < 1) return setError(say('form.notANumber'));
    setAsked(count);
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
            <Button kind="primary" size="large" onPress={ask}>
              {say('board.closingQueue.admit')}
            </Button>
          </div>
          <ConfirmedAct
            title={asked === null ? null : say('board.closingQueue.ask', { count: asked })}
            yes={say('board.closingQueue.yes')}
            act="admit_queue"
            people={people}
            send={(confirmations) =>
              admitQueue({ admittedBefore: queue.admitted, count: asked ?? 0, confirmations })
            }
            onDone={onDone}
            onClose={(isDone) => {
              if (isDone) setTyped('');
              setAsked(null);
            }}
          >
            <p>{say('board.closingQueue.ask.means')}</p>
          </ConfirmedAct>
        </>
      )}
    </section>
  );
}
