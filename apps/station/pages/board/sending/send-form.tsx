import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { useState } from 'preact/hooks';
import { sendResult, writeOutbox } from '../act/board-commands.ts';
import { ConfirmedAct } from '../act/confirmed-act.tsx';
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
  const [address, setAddress] = useState('address' in standing ? standing.address : '');
  const [addressError, setAddressError] = useState<string>();
  const [way, setWay] = useState<Way | null>(null);
  const [outbox, setOutbox] = useState<string | null>(null);
  const isReceived = standing.state === 'received';

  const ask = (next: Way) => {
    if (next === 'network' && address.trim() === '') return setAddressError(say('form.required'));
    setWay(next);
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
        {outbox !== null && <SavedLine />}
      </div>
      {outbox !== null && (
        <>
          <p>{say('board.send.stick.done', { folder: outbox })}</p>
          <p class="soft">{say('board.send.stick.there')}</p>
        </>
      )}
      <ConfirmedAct
        title={way === null ? null : say('board.send.ask')}
        yes={say('board.send.yes')}
        act="export_record"
        people={state.people}
        send={async (confirmations) => {
          if (way === 'network') return sendResult({ address: address.trim(), confirmations });
          const written = await writeOutbox(confirmations);
          if (written.ok) setOutbox(written.value.outbox);
          return written;
        }}
        onDone={onDone}
        onClose={() => setWay(null)}
      />
    </div>
  );
}
