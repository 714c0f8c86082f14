import { Field } from '@bilik/ui/field';
import { useSay } from '@bilik/ui/language';
import { officeWords } from '../office-words.ts';

interface SecretFieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** A password that is chosen now, with how long it has to be. */
export function NewPasswordField(props: SecretFieldProps & { readonly error?: string | undefined }) {
  const say = useSay(officeWords);
  return (
    <Field
      {...props}
      label={say('office.password.new')}
      hint={say('office.password.new.hint')}
      type="password"
      maxLength={200}
    />
  );
}

/** The six digits of the moment. */
export function CodeField({ value, onInput }: SecretFieldProps) {
  const say = useSay(officeWords);
  return (
    <Field
      label={say('office.code')}
      hint={say('office.code.hint')}
      value={value}
      onInput={(text) => onInput(text.replace(/\D/g, ''))}
      inputMode="numeric"
      maxLength={6}
    />
  );
}
