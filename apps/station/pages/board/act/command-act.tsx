import { Button } from '@bilik/ui/button';
import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import { Field } from '@bilik/ui/field';
import { useLanguage } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { Shape } from '@bilik/ui/shape';
import { useState } from 'preact/hooks';
import { clockTime } from '../../common/clock-time.ts';
import type { Command, OfferedCommand, Person } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { giveCommand } from './board-commands.ts';
import { chosenOf, foregoneChoice, PeopleChoice } from './people-choice.tsx';
import { PinDialog } from './pin-dialog.tsx';
import { ActNotice, useAct } from './use-act.tsx';

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
  const { command, unmet, people: needed } = offered;
  const act = useAct(onDone);
  const [step, setStep] = useState<'ask' | 'pins' | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [error, setError] = useState<string | undefined>(undefined);
  const [reason, setReason] = useState('');
  const [reasonError, setReasonError] = useState<string | undefined>(undefined);
  // One person alone must be one who may lead the act.
  const mayConfirm = people.filter(({ id }) =>
    (needed === 1 ? offered.ledBy : offered.mayConfirm).includes(id),
  );
  const isFinal = FINAL.includes(command);
  const needsLeader = mayConfirm.some(({ id }) => !offered.ledBy.includes(id));

  const ask = () => {
    setChosen(foregoneChoice(mayConfirm, needed));
    setError(undefined);
    setReason('');
    setReasonError(undefined);
    setStep('ask');
    // the hour may have come since the station was last asked
    onDone();
  };
  const confirm = () => {
    if (chosen.length !== needed)
      return setError(
        needed === 1 ? say('board.people.one') : say('board.people.wrongCount', { count: needed }),
      );
    if (!chosen.some((id) => offered.ledBy.includes(id))) return setError(say('board.people.needsChair'));
    if (offered.early !== null && reason.trim() === '') return setReasonError(say('form.required'));
    act.forget();
    setStep('pins');
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
      {step === null && <ActNotice problem={act.problem} people={people} />}
      <ConfirmDialog
        open={step === 'ask'}
        title={say(`board.command.${command}.ask`)}
        kind={isFinal ? 'bad' : 'primary'}
        confirmWord={say(`board.command.${command}.yes`)}
        cancelWord={say('common.back')}
        onConfirm={confirm}
        onCancel={() => setStep(null)}
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
        <PeopleChoice
          label={say(
            needed === 1
              ? 'board.people.one'
              : needsLeader
                ? 'board.people.twoWithChair'
                : 'board.people.two',
          )}
          people={mayConfirm}
          chosen={chosen}
          onChoose={(next) => {
            setChosen(next);
            setError(undefined);
          }}
          error={error}
        />
      </ConfirmDialog>
      <PinDialog
        open={step === 'pins'}
        title={say(`board.command.${command}.ask`)}
        signers={chosenOf(people, chosen)}
        people={people}
        act={act}
        send={(confirmations) =>
          giveCommand(command, confirmations, reason.trim() === '' ? undefined : reason.trim())
        }
        onSent={() => setStep(null)}
        onCancel={() => setStep(null)}
      />
    </div>
  );
}
