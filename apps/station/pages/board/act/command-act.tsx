import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { useLanguage } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { Shape } from '@bilik/ui/shape';
import { useState } from 'preact/hooks';
import { clockTime } from '../../common/clock-time.ts';
import type { Command, OfferedCommand, Person } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { giveCommand } from './board-commands.ts';
import { ConfirmedAct } from './confirmed-act.tsx';

export interface CommandActProps {
  readonly offered: OfferedCommand;
  readonly people: readonly Person[];
  readonly zone: string;
  readonly onDone: () => void;
  /** Not the main act of its view. */
  readonly isSide?: boolean | undefined;
}

/** What cannot be taken back by another command. */
const FINAL: readonly Command[] = ['close', 'count', 'count_slips', 'seal'];

const LONGEST_REASON = 300;

/** One command of the phase table: what is still missing for it, and the different people who give it together. */
export function CommandAct({ offered, people, zone, onDone, isSide = false }: CommandActProps) {
  const say = useBoardWords();
  const language = useLanguage();
  const { command, unmet } = offered;
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [reasonError, setReasonError] = useState<string | undefined>(undefined);
  const isFinal = FINAL.includes(command);

  const ask = () => {
    setReason('');
    setReasonError(undefined);
    setAsking(true);
    // the hour may have come since the station was last asked
    onDone();
  };
  const isInOrder = () => {
    const isMissing = offered.early !== null && reason.trim() === '';
    setReasonError(isMissing ? say('form.required') : undefined);
    return !isMissing;
  };

  return (
    <div class="stack stack--tight">
      {unmet.length > 0 && (
        <div class="unmet">
          <p>{say('board.unmet')}</p>
          <ul class="plain-list">
            {unmet.map(({ id, sentence }) => (
              <li key={id} class="unmet__line">
                <Shape name="waiting" />
                <span>{sentence[language]}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <Button
          kind={isSide ? 'plain' : 'primary'}
          size="large"
          onPress={ask}
          disabledBecause={unmet.length === 0 ? undefined : say('board.unmet.first')}
        >
          {say(`board.command.${command}`)}
        </Button>
      </div>
      <ConfirmedAct
        title={isAsking ? say(`board.command.${command}.ask`) : null}
        kind={isFinal ? 'bad' : 'primary'}
        yes={say(`board.command.${command}.yes`)}
        act={offered}
        people={people}
        isInOrder={isInOrder}
        send={(confirmations) =>
          giveCommand(command, confirmations, reason.trim() === '' ? undefined : reason.trim())
        }
        onDone={onDone}
        onClose={() => setAsking(false)}
      >
        {offered.early !== null && (command === 'open' || command === 'close') && (
          <Notice
            state="bad"
            happened={say(`board.early.${command}`, {
              announced: `${clockTime(language, offered.early.announced)} ${zone}`,
              now: clockTime(language, offered.early.now),
            })}
            notHappened={say(`board.early.${command}.means`)}
          />
        )}
        <p>{say(`board.command.${command}.means`)}</p>
        {offered.early !== null && (
          <Field
            label={say('board.early.reason')}
            hint={say('board.early.reason.hint')}
            value={reason}
            maxLength={LONGEST_REASON}
            onInput={(text) => {
              setReason(text);
              setReasonError(undefined);
            }}
            error={reasonError}
          />
        )}
      </ConfirmedAct>
    </div>
  );
}
