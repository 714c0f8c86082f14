import { Page } from '@bilik/ui/page';
import type { Language } from '@bilik/words';
import { useEffect, useState } from 'preact/hooks';
import { CallNotice } from '../common/call-notice.tsx';
import type { WireError } from '../common/wire-words.ts';
import { ChooseStep } from './choose-step.tsx';
import { CompareStep, DiffersStep, DoneStep } from './compare-step.tsx';
import { PassphraseStep } from './passphrase-step.tsx';
import { askPackages, type FoundPackages, type ListedPackage } from './setup-answers.ts';
import { type SetupSay, setupPhrase } from './setup-words.ts';

type Step =
  | { readonly name: 'choose' }
  | { readonly name: 'passphrase'; readonly chosen: ListedPackage }
  | { readonly name: 'compare'; readonly chosen: ListedPackage; readonly passphrase: string }
  | { readonly name: 'differs'; readonly chosen: ListedPackage }
  | { readonly name: 'done' };

/** An empty station's only screen: package, passphrase, words, and on to the board. */
export function SetupPage() {
  const [language, setLanguage] = useState<Language>('id');
  const [step, setStep] = useState<Step>({ name: 'choose' });
  const [found, setFound] = useState<FoundPackages>();
  const [lost, setLost] = useState<WireError>();
  const say: SetupSay = (key, ...values) => setupPhrase(language, key, ...values);

  const look = async () => {
    const answer = await askPackages();
    if (answer.ok) {
      setFound(answer.value);
      setLost(undefined);
    } else if (answer.error.type !== 'refused') setLost(answer.error);
  };
  useEffect(() => void look(), []);
  const start = async () => {
    setStep({ name: 'choose' });
    await look();
  };

  const guides = {
    choose: say('setup.choose.guide'),
    passphrase: say('setup.passphrase.guide'),
    compare: say('setup.compare.guide'),
    differs: undefined,
    done: undefined,
  };
  return (
    <Page
      title={say('setup.title')}
      language={language}
      onLanguage={setLanguage}
      exercise={found?.kind === 'exercise'}
      guide={guides[step.name]}
    >
      {lost !== undefined && <CallNotice error={lost} onRetry={look} />}
      {step.name === 'choose' && found === undefined && lost === undefined && (
        <p class="soft">{say('common.loading')}</p>
      )}
      {step.name === 'choose' && found !== undefined && (
        <ChooseStep
          found={found}
          language={language}
          onLook={look}
          onChoose={(chosen) => setStep({ name: 'passphrase', chosen })}
        />
      )}
      {step.name === 'passphrase' && (
        <PassphraseStep
          chosen={step.chosen}
          language={language}
          onBack={start}
          onOpened={(passphrase) => setStep({ name: 'compare', chosen: step.chosen, passphrase })}
        />
      )}
      {step.name === 'compare' && (
        <CompareStep
          chosen={step.chosen}
          passphrase={step.passphrase}
          language={language}
          onBack={start}
          onDiffers={() => setStep({ name: 'differs', chosen: step.chosen })}
          onLoaded={() => setStep({ name: 'done' })}
        />
      )}
      {step.name === 'differs' && <DiffersStep chosen={step.chosen} onBack={start} />}
      {step.name === 'done' && <DoneStep />}
    </Page>
  );
}
