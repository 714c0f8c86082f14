import { Field } from '@bilik/ui/field';
import { useSay } from '@bilik/ui/language';
import { officeWords } from '../office-words.ts';

/** The center refuses a shorter one (`src/accounts/password.ts`); the screens say it before anything is sent. */
const SHORTEST_PASSWORD = 12;

/** A password that is chosen now, as it is typed twice. */
export interface TypedPassword {
  readonly password: string;
  readonly again: string;
}
export const UNTYPED_PASSWORD: TypedPassword = { password: '', again: '' };

/** Why a chosen password is not sent. */
export type PasswordFault = 'tooShort' | 'notAlike';

export function passwordFault({ password, again }: TypedPassword): PasswordFault | undefined {
  if (password.length < SHORTEST_PASSWORD) return 'tooShort';
  return password === again ? undefined : 'notAlike';
}

/** A password that is chosen now, twice, with how long it has to be. @param at what was not done because of the fault: beginning, or changing one's own */
export function NewPasswordFields(props: {
  readonly typed: TypedPassword;
  readonly onType: (typed: TypedPassword) => void;
  readonly fault: PasswordFault | undefined;
  readonly at: 'begin' | 'own';
}) {
  const { typed, onType, fault, at } = props;
  const say = useSay(officeWords);
  const errorOf = (its: PasswordFault) => (fault === its ? say(`office.${at}.${its}`) : undefined);
  return (
    <>
      <Field
        label={say('office.password.new')}
        hint={say('office.password.new.hint')}
        type="password"
        value={typed.password}
        onInput={(password) => onType({ ...typed, password })}
        maxLength={200}
        error={errorOf('tooShort')}
      />
      <Field
        label={say('office.own.again')}
        type="password"
        value={typed.again}
        onInput={(again) => onType({ ...typed, again })}
        maxLength={200}
        error={errorOf('notAlike')}
      />
    </>
  );
}

/** The six digits of the moment. */
export function CodeField({
  value,
  onInput,
}: {
  readonly value: string;
  readonly onInput: (value: string) => void;
}) {
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
