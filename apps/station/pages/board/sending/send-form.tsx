import { Button } from '@bilik/ui/button';
import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import { Field } from '@bilik/ui/field';
import { useState } from 'preact/hooks';
import { sendResult, writeOutbox } from '../act/board-commands.ts';
import { chosenOf, PeopleChoice } from '../act/people-choice.tsx';
import { PinDialog } from '../act/pin-dialog.tsx';
import { ActNotice, useAct } from '../act/use-act.tsx';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { SavedLine } from '../closing/saved-line.tsx';
import type { SendStanding } from './send-standing.ts';

type Way = 'network' | 'stick';

/** Two people, the chair among them, copy the result out: by network or for a stick. */
export function SendForm(props: {
  readonly state: BoardAnswer;
  readonly standing: SendStanding;
  readonly onDone: () => void;
}) {
  const { state, standing, onDone } = props;
  const say = useBoardWords();
  const act = useAct(onDone);
  const [address, setAddress] = useState('address' in standing ? standing.address : '');
  const [addressError, setAddressError] = useState<string>();
  const [way, setWay] = useState<Way>('network');
  const [step, setStep] = useState<'ask' | 'pins' | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [error, setError] = useState<string>();
  const [isOnStick, setOnStick] = useState(false);
  const people = state.people.filter(({ role }) => role === 'chair' || role === 'member');
  const isReceived = standing.state === 'received';

  const ask = (next: Way) => {
    if (next === 'network' && address.trim() === '') return setAddressError(say('form.required'));
    setWay(next);
    setChosen([]);
    setError(undefined);
    setStep('ask');
  };
  const confirm = () => {
    if (chosen.length !== 2) return setError(say('board.people.wrongCount', { count: 2 }));
    const isLed = people.some(({ id, role }) => role === 'chair' && chosen.includes(id));
    if (!isLed) return setError(say('board.people.needsChair'));
    act.forget();
    setStep('pins');
  };
  return (
    <div class="stack stack--tight">
      {!isReceived && (
        <>
          <Field
            label={say('board.send.address')}
            hint={say('board.send.address.hint')}
            value={address}
            maxLength={300}
            onInput={(typed) => {
              setAddress(typed);
              setAddressError(undefined);
            }}
            error={addressError}
          />
          <Button kind="primary" size="large" onPress={() => ask('network')}>
            {say(standing.state === 'kept-here' ? 'board.send.send' : 'board.send.again')}
          </Button>
        </>
      )}
      <div class="row">
        <Button size="large" onPress={() => ask('stick')}>
          {say('board.send.stick')}
        </Button>
        {isOnStick && <SavedLine />}
      </div>
      {isOnStick && <p>{say('board.send.stick.done')}</p>}
      {step !== 'pins' && <ActNotice problem={act.problem} people={state.people} />}
      <ConfirmDialog
        open={step === 'ask'}
        title={say('board.send.ask')}
        confirmWord={say('board.send.yes')}
        cancelWord={say('common.back')}
        onConfirm={confirm}
        onCancel={() => setStep(null)}
      >
        <PeopleChoice
          label={say('board.people.twoWithChair')}
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
        open={step === 'pins'}
        title={say('board.send.ask')}
        signers={chosenOf(people, chosen)}
        people={state.people}
        act={act}
        send={(confirmations) =>
          way === 'network'
            ? sendResult({ address: address.trim(), confirmations })
            : writeOutbox(confirmations)
        }
        onSent={(isDone) => {
          setStep(null);
          if (isDone && way === 'stick') setOnStick(true);
        }}
        onCancel={() => setStep(null)}
      />
    </div>
  );
}
