import { Button } from '@bilik/ui/button';
import { Page } from '@bilik/ui/page';
import type { Language } from '@bilik/words';
import { useEffect, useState } from 'preact/hooks';
import { CallNotice } from '../common/call-notice.tsx';
import type { WireError } from '../common/wire-words.ts';
import { ChooseStep } from './choose-step.tsx';
import { CompareStep, DiffersStep, DoneStep } from './compare-step.tsx';
import { PassphraseStep } from './passphrase-step.tsx';
import { RefusedNotice } from './refused-notice.tsx';
import { askPackages, type FoundPackages, type ListedPackage } from './setup-answers.ts';
import { type SetupSay, setupPhrase } from './setup-words.ts';
import { TakeOverStep } from './take-over-step.tsx';

type Step =
  | { readonly name: 'choose' }
  | { readonly name: 'passphrase'; readonly chosen: ListedPackage }
  | { readonly name: 'compare'; readonly chosen: ListedPackage; readonly passphrase: string }
  | { readonly name: 'differs'; readonly chosen: ListedPackage }
  | { readonly name: 'taken-over' }
  | { readonly name: 'done' };

function mustTakeOver({ takeOver }: FoundPackages): boolean {
  return takeOver.offer !== null || takeOver.refusal !== null;
}

/** An empty station's only screen: package, passphrase, words, and on to the board. */
export function SetupPage() {
  const [language, setLanguage] = useState<Language>('id');
  const [step, setStep] = useState<Step>({ name: 'choose' });
  const [found, setFound] = useState<FoundPackages>();
  const [lost, setLost] = useState<WireError>();
  const say: SetupSay = (key, ...values) => setupPhrase(language, key, ...values);

  const ask = async () => {
    const answer = await askPackages();
    if (!answer.ok) {
      if (answer.error.type !== 'refused') setLost(answer.error);
      return undefined;
    }
    setFound(answer.value);
    setLost(undefined);
    return answer.value;
  };
  const look = async () => void (await ask());
  useEffect(() => void look(), []);
  const start = async () => {
    setStep({ name: 'choose' });
    await look();
  };
  /** A spare whose stick holds the day goes on by a takeover, any other station to its board. */
  const afterLoading = async () => {
    const now = await ask();
    if (now !== undefined && !mustTakeOver(now)) setStep({ name: 'done' });
  };

  const guides = {
    choose: say('setup.choose.guide'),
    passphrase: say('setup.passphrase.guide'),
    compare: say('setup.compare.guide'),
    differs: undefined,
    done: undefined,
    'taken-over': undefined,
  };
  const isBeforeTakeOver = found !== undefined && mustTakeOver(found) && step.name !== 'taken-over';
  return (
    <Page
      title={say('setup.title')}
      language={language}
      onLanguage={setLanguage}
      exercise={found?.kind === 'exercise'}
      guide={isBeforeTakeOver ? say('setup.takeOver.guide') : guides[step.name]}
    >
      {lost !== undefined && <CallNotice error={lost} onRetry={look} />}
      {step.name === 'choose' && found === undefined && lost === undefined && (
        <p class="soft">{say('common.loading')}</p>
      )}
      {isBeforeTakeOver && found.takeOver.offer !== null && (
        <TakeOverStep
          offer={found.takeOver.offer}
          language={language}
          onTakenOver={() => setStep({ name: 'taken-over' })}
        />
      )}
      {isBeforeTakeOver && found.takeOver.refusal !== null && (
        <>
          <RefusedNotice error={{ type: 'refused', refusal: found.takeOver.refusal }} language={language} />
          <div class="button-row">
            <Button kind="primary" size="large" onPress={start}>
              {say('setup.choose.again')}
            </Button>
          </div>
        </>
      )}
      {step.name === 'choose' && found !== undefined && !isBeforeTakeOver && (
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
      {step.name === 'compare' && !isBeforeTakeOver && (
        <CompareStep
          chosen={step.chosen}
          passphrase={step.passphrase}
          language={language}
          onBack={start}
          onDiffers={() => setStep({ name: 'differs', chosen: step.chosen })}
          onLoaded={() => void afterLoading()}
        />
      )}
      {step.name === 'differs' && <DiffersStep chosen={step.chosen} onBack={start} />}
      {step.name === 'done' && <DoneStep hasTakenOver={false} />}
      {step.name === 'taken-over' && <DoneStep hasTakenOver />}
    </Page>
  );
}
