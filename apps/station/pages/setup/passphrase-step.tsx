import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import type { Language } from '@bilik/words';
import { useState } from 'preact/hooks';
import { PackageFacts } from './choose-step.tsx';
import { RefusedNotice } from './refused-notice.tsx';
import { type ListedPackage, type SetupError, tellSetup } from './setup-answers.ts';
import { useSetupWords } from './setup-words.ts';

/** The letter's words, and the station's look at every byte of the package. They are shown as they are typed: nobody else is here yet. */
export function PassphraseStep(props: {
  readonly chosen: ListedPackage;
  readonly language: Language;
  readonly onBack: () => Promise<void>;
  readonly onOpened: (passphrase: string) => void;
}) {
  const { chosen, language, onBack, onOpened } = props;
  const say = useSetupWords();
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<SetupError>();
  const [isBusy, setBusy] = useState(false);
  const check = async () => {
    if (isBusy || passphrase.trim() === '') return;
    setBusy(true);
    setError(undefined);
    const answer = await tellSetup('try', chosen.fingerprint, passphrase);
    setBusy(false);
    if (answer.ok) onOpened(passphrase);
    else setError(answer.error);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <div class="package">
        <PackageFacts listed={chosen} language={language} />
      </div>
      <Field
        label={say('setup.passphrase.label')}
        hint={say('setup.passphrase.hint')}
        value={passphrase}
        onInput={setPassphrase}
        maxLength={200}
      />
      {error !== undefined && <RefusedNotice error={error} language={language} />}
      <div class="button-row">
        <Button kind="primary" size="large" submit busy={isBusy}>
          {say(isBusy ? 'setup.passphrase.checking' : 'setup.passphrase.check')}
        </Button>
        <Button kind="quiet" size="large" onPress={onBack}>
          {say('setup.back')}
        </Button>
      </div>
    </form>
  );
}
