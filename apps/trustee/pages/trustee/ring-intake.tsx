import { Button } from '@bilik/ui/button';
import { Field, FileField } from '@bilik/ui/field';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import { type Acting, RefusalNotice } from './act.tsx';
import { phrase } from './phrases.ts';
import { type Exchanged, ring } from './ring-calls.ts';

/** Takes in others' messages: by the office's notice board, or as files. */
export function RingIntake({ board, acting }: { readonly board: string | null; readonly acting: Acting }) {
  const say = useSay(phrase);
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const [exchanged, setExchanged] = useState<Exchanged>();
  const [addedName, setAddedName] = useState<string>();
  const isTyped = address !== '' && code !== '';
  const exchange = async () => {
    const typed = isTyped ? { address, code: code.replace(/\s/g, '') } : {};
    setExchanged((await acting.run(ring.exchange(typed)))?.value);
  };
  const addFile = async (file: File) => {
    const text = await acting.read(file);
    if (text !== undefined) setAddedName((await acting.run(ring.add(text)))?.value.name);
  };
  return (
    <section class="sheet stack">
      <h3>{say('trustee.message.add')}</h3>
      <p>{say('trustee.ring.board.about')}</p>
      {board === null ? (
        <>
          <Field
            label={say('trustee.ring.board.address')}
            value={address}
            onInput={setAddress}
            maxLength={300}
          />
          <Field label={say('trustee.ring.board.code')} value={code} onInput={setCode} maxLength={40} />
        </>
      ) : (
        <p>
          {say('trustee.ring.board')}: {board}
        </p>
      )}
      <div>
        <Button
          onPress={exchange}
          disabledBecause={board === null && !isTyped ? say('trustee.refused.board-unknown.toDo') : undefined}
        >
          {say('trustee.ring.exchange')}
        </Button>
      </div>
      {exchanged !== undefined && (
        <Notice
          state="good"
          happened={say('trustee.ring.exchanged', {
            given: exchanged.given.length,
            taken: exchanged.taken.length,
          })}
        />
      )}
      {exchanged?.refused.map((refusal) => (
        <RefusalNotice key={JSON.stringify(refusal)} refusal={refusal} />
      ))}
      <FileField
        label={say('trustee.message.addFile')}
        accept=".json"
        onFile={(file) => void addFile(file)}
      />
      {addedName !== undefined && (
        <Notice state="good" happened={say('trustee.message.added', { name: addedName })} />
      )}
    </section>
  );
}
