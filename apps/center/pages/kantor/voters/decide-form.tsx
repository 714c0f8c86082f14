import { Button, ButtonRow } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import type { Language } from '@bilik/words/language';
import { useState } from 'preact/hooks';
import { words } from './voters-wire.ts';

/** One way to decide. */
export interface Decision {
  readonly word: string;
  readonly isMain?: boolean;
  readonly decide: (why: string) => Promise<void>;
}

/** A decision that wants its reason in writing; the choices stand beside each other. */
export function DecideForm(props: { readonly language: Language; readonly decisions: readonly Decision[] }) {
  const { language, decisions } = props;
  const [why, setWhy] = useState('');
  return (
    <form class="office__narrow" onSubmit={(event) => event.preventDefault()}>
      <Field label={words(language, 'voters.decide.why')} value={why} onInput={setWhy} maxLength={200} />
      <ButtonRow>
        {decisions.map(({ word, isMain, decide }) => (
          <Button key={word} kind={isMain === true ? 'primary' : 'plain'} onPress={() => decide(why)}>
            {word}
          </Button>
        ))}
      </ButtonRow>
    </form>
  );
}
