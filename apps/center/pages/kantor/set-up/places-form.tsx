import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { callAct } from '../call-act.ts';
import { type Refused, RefusedNotice } from './refused.tsx';
import { words } from './set-up-words.ts';

const enteredSchema = z.object({
  ...{ villages: z.number(), places: z.number() },
  ...{ all: z.number(), closed: z.number() },
});
const MOST_CHARACTERS = 400_000;

/** Polling places of an election that others conduct, pasted from the table of who holds it. */
export function PlacesForm({
  election,
  language,
}: {
  readonly election: string;
  readonly language: 'id' | 'en';
}) {
  const [table, setTable] = useState('');
  const [entered, setEntered] = useState<z.output<typeof enteredSchema>>();
  const [refused, setRefused] = useState<Refused>();
  const enter = async () => {
    const answer = await callAct('set-up.enter-places', { election, table }, enteredSchema);
    setRefused(answer.ok ? undefined : answer.error);
    setEntered(answer.ok ? answer.value : undefined);
    if (answer.ok) setTable('');
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <h2>{words(language, 'setUp.places')}</h2>
      {entered !== undefined && (
        <Notice
          state="good"
          happened={words(
            language,
            entered.closed === 0 ? 'setUp.places.entered' : 'setUp.places.entered.closed',
            entered,
          )}
        />
      )}
      <RefusedNotice error={refused} language={language} />
      <Field
        label={words(language, 'setUp.places.table')}
        hint={words(language, 'setUp.places.hint')}
        lines={8}
        value={table}
        onInput={setTable}
        maxLength={MOST_CHARACTERS}
      />
      <Button submit>{words(language, 'setUp.places.enter')}</Button>
    </form>
  );
}
