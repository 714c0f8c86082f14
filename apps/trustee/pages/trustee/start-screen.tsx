import { Field } from '@bilik/ui/field';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import { PASSPHRASE_LENGTH } from '../../src/api/passphrase-length.ts';
import { ErrorNotice, useActing } from './act.tsx';
import { ActForm } from './act-form.tsx';
import { device } from './device-calls.ts';
import { phrase } from './phrases.ts';
import { RestoreSection } from './restore-section.tsx';

const NAME_LENGTH = 100;

/** Begins a ceremony: its name, the trustee's name, a passphrase. */
export function StartScreen({ isExercise }: { readonly isExercise: boolean }) {
  const say = useSay(phrase);
  const acting = useActing();
  const [ceremony, setCeremony] = useState('');
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setTried] = useState(false);

  const nameError = (value: string) =>
    value === '' ? say('form.required') : value.trim() === value ? undefined : say('trustee.name.wrong');
  const { least } = PASSPHRASE_LENGTH;
  const errors = {
    ceremony: nameError(ceremony),
    name: nameError(name),
    passphrase: passphrase.length < least ? say('form.tooShort', { least }) : undefined,
    again: again === passphrase ? undefined : say('form.passphrase.differs'),
  };
  const shown: Partial<typeof errors> = isTried ? errors : {};
  const wrongCount = Object.values(shown).filter((error) => error !== undefined).length;
  const start = async () => {
    setTried(true);
    if (Object.values(errors).some((error) => error !== undefined)) return;
    await acting.run(device.start({ ceremony, name, passphrase }));
  };
  return (
    <section class="sheet stack">
      <h2>{say('trustee.start.heading')}</h2>
      <ErrorNotice error={acting.error} />
      {wrongCount > 0 && <Notice state="bad" happened={say('form.problems', { count: wrongCount })} />}
      <ActForm word={say('trustee.start.act')} onAct={start}>
        <Field
          label={say('trustee.start.ceremony')}
          hint={say('trustee.start.ceremony.hint')}
          value={ceremony}
          onInput={setCeremony}
          error={shown.ceremony}
          maxLength={NAME_LENGTH}
        />
        <Field
          label={say('trustee.start.name')}
          value={name}
          onInput={setName}
          error={shown.name}
          maxLength={NAME_LENGTH}
        />
        <Field
          type="password"
          label={say('trustee.start.passphrase')}
          hint={say('trustee.start.passphrase.hint', { least })}
          value={passphrase}
          onInput={setPassphrase}
          error={shown.passphrase}
          maxLength={PASSPHRASE_LENGTH.most}
        />
        <Field
          type="password"
          label={say('trustee.start.passphraseAgain')}
          value={again}
          onInput={setAgain}
          error={shown.again}
          maxLength={PASSPHRASE_LENGTH.most}
        />
      </ActForm>
      <RestoreSection isExercise={isExercise} />
    </section>
  );
}
