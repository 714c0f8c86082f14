import { useSay } from '@bilik/ui/language';
import { useLive } from '@bilik/ui/live';
import { Notice } from '@bilik/ui/notice';
import { OwnPairing } from '@bilik/ui/own-pairing';
import { Page } from '@bilik/ui/page';
import { isLanguage, type Language } from '@bilik/words';
import { useContext, useState } from 'preact/hooks';
import type { TrusteeState } from '../../src/api/state.ts';
import { type Acting, RefreshContext, useActing } from './act.tsx';
import { askState, PLACE } from './device-calls.ts';
import { type Giving, useGiving } from './giving.ts';
import { guideOf } from './guide.ts';
import { KeyScreen } from './key-screen.tsx';
import { MessageScreen } from './message-screen.tsx';
import { OpeningScreen } from './opening-screen.tsx';
import { phrase } from './phrases.ts';
import { RingStart } from './ring-start.tsx';
import { SharedScreen } from './shared-screen.tsx';
import { StartScreen } from './start-screen.tsx';
import { Way } from './way.tsx';

const LANGUAGE_KEY = 'bilik-language';

/** The language that was chosen on this device. */
export function chosenLanguage(): Language {
  const stored = localStorage.getItem(LANGUAGE_KEY) ?? '';
  return isLanguage(stored) ? stored : 'id';
}

export function keepLanguage(chosen: Language): Language {
  localStorage.setItem(LANGUAGE_KEY, chosen);
  return chosen;
}

/** The whole page of one key. @param props.mayBeginRing nothing is on this device yet: it may become one of several keys */
export function TrusteePage({ mayBeginRing }: { readonly mayBeginRing: boolean }) {
  const refreshDevice = useContext(RefreshContext);
  const [language, setLanguage] = useState<Language>(chosenLanguage);
  const live = useLive('/api/events', askState);
  const state = live.value;
  const isOffline = live.state === 'offline';
  const chooseLanguage = (chosen: Language) => {
    setLanguage(keepLanguage(chosen));
  };
  return (
    <Page
      title={phrase(language, 'trustee.title')}
      place={state?.name ?? undefined}
      area={state?.election?.name ?? state?.ceremony?.ceremony}
      language={language}
      onLanguage={chooseLanguage}
      exercise={state?.isExercise ?? false}
      guide={state === undefined || isOffline ? undefined : phrase(language, guideOf(state))}
      connected={null}
      foot={<span>{phrase(language, 'trustee.ownKeyStays')}</span>}
    >
      {PLACE !== null && (
        <p>
          <a href="./">{phrase(language, 'trustee.ring.back')}</a>
        </p>
      )}
      {isOffline && <Offline />}
      {state === undefined ? (
        <p>{phrase(language, 'common.loading')}</p>
      ) : (
        <div class="beside">
          <RefreshContext.Provider
            value={() => {
              live.refresh();
              refreshDevice();
            }}
          >
            <Screens state={state} />
            {mayBeginRing && state.step === 'empty' && <RingStart />}
          </RefreshContext.Provider>
          <Way state={state} />
        </div>
      )}
    </Page>
  );
}

function Offline() {
  const say = useSay(phrase);
  return <Notice state="bad" happened={say('trustee.offline')} toDo={say('trustee.offline.toDo')} />;
}

/** One screen for each step; what one press has begun goes on when its first steps lead to the next screen. */
function Screens({ state }: { readonly state: TrusteeState }) {
  const say = useSay(phrase);
  const acting = useActing();
  const giving = useGiving(acting);
  const refresh = useContext(RefreshContext);
  return (
    <div class="stack" key={state.step}>
      {state.ceremony?.isRestored === true && (
        <Notice state="warn" happened={say('trustee.restored')} toDo={say('trustee.restored.toDo')} />
      )}
      {isToPair(state) && (
        <section class="sheet">
          <OwnPairing
            onPaired={() => {
              acting.forget();
              refresh();
            }}
          />
        </section>
      )}
      <Screen state={state} acting={acting} giving={giving} />
    </div>
  );
}

/** A device that knows its station, and has not been added there: everything else can go by files meanwhile. */
function isToPair({ step, station }: TrusteeState): boolean {
  return (step === 'election' || step === 'opened') && station?.isPaired === false;
}

function Screen(props: { readonly state: TrusteeState; readonly acting: Acting; readonly giving: Giving }) {
  const { state } = props;
  const { ceremony, election, sharedFor } = state;
  if (ceremony === null) return <StartScreen isExercise={state.isExercise} />;
  switch (state.step) {
    case 'empty':
      return <StartScreen isExercise={state.isExercise} />;
    case 'certificate':
    case 'polynomial':
    case 'share':
      return (
        <MessageScreen
          round={state.step}
          ceremony={ceremony}
          isUnlocked={state.isUnlocked}
          isExercise={state.isExercise}
        />
      );
    case 'key':
      return <KeyScreen ceremony={ceremony} isExercise={state.isExercise} />;
    case 'election':
      return election === null ? null : <OpeningScreen {...props} election={election} />;
    case 'opened':
      return sharedFor === null ? null : <SharedScreen {...props} sharedFor={sharedFor} />;
  }
}
