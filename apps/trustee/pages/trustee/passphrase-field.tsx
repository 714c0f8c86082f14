import { Field } from '@bilik/ui/field';
import { useSay } from '@bilik/ui/language';
import { PASSPHRASE_LENGTH } from '../../src/api/passphrase-length.ts';
import { phrase } from './phrases.ts';

/** Asks for the passphrase that was chosen with the certificate; in an exercise says where prepared ones lie. */
export function PassphraseField(props: {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly isExercise: boolean;
}) {
  const say = useSay(phrase);
  return (
    <Field
      type="password"
      label={say('trustee.passphrase')}
      hint={say(props.isExercise ? 'trustee.passphrase.hint.exercise' : 'trustee.passphrase.hint')}
      value={props.value}
      onInput={props.onInput}
      maxLength={PASSPHRASE_LENGTH.most}
    />
  );
}
