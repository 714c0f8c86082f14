import { useSay } from '@bilik/ui/language';
import { useLive } from '@bilik/ui/live';
import { Notice } from '@bilik/ui/notice';
import { Page } from '@bilik/ui/page';
import { useState } from 'preact/hooks';
import { RefreshContext, useActing } from './act.tsx';
import { ActForm } from './act-form.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { phrase } from './phrases.ts';
import { askRing, ring } from './ring-calls.ts';
import { RingScreen, type Sitting } from './ring-screen.tsx';
import { chosenLanguage, keepLanguage, TrusteePage } from './trustee-page.tsx';

/** What a device shows first: its sitting, when it has one, and otherwise its one key. */
export function DevicePage() {
  const live = useLive('/api/events', askRing);
  const [language, setLanguage] = useState(chosenLanguage);
  const state = live.value;
  if (state === undefined || state.sitting === null) {
    return (
      <RefreshContext.Provider value={live.refresh}>
        <TrusteePage mayBeginRing={state?.sitting === null && !state.isSingle} />
      </RefreshContext.Provider>
    );
  }
  const { sitting, isExercise } = state;
  const isOffline = live.state === 'offline';
  return (
    <Page
      title={phrase(language, 'trustee.title')}
      place={sitting.members.find(({ isOwn }) => isOwn)?.name}
      area={sitting.ceremony}
      language={language}
      onLanguage={(chosen) => setLanguage(keepLanguage(chosen))}
      exercise={isExercise}
      guide={isOffline ? undefined : phrase(language, 'trustee.ring.guide')}
      connected={null}
      foot={<span>{phrase(language, 'trustee.ownKeyStays')}</span>}
    >
      {isOffline && (
        <Notice
          state="bad"
          happened={phrase(language, 'trustee.offline')}
          toDo={phrase(language, 'trustee.offline.toDo')}
        />
      )}
      <RefreshContext.Provider value={live.refresh}>
        <RingScreen key={sitting.step} sitting={sitting} isExercise={isExercise} />
        {sitting.step === 'empty' && <Resume sitting={sitting} isExercise={isExercise} />}
      </RefreshContext.Provider>
    </Page>
  );
}

/** Goes on with certificates whose making was cut short. */
function Resume({ sitting, isExercise }: { readonly sitting: Sitting; readonly isExercise: boolean }) {
  const say = useSay(phrase);
  const acting = useActing();
  const [passphrase, setPassphrase] = useState('');
  return (
    <section class="sheet">
      <ActForm
        word={say('trustee.ring.resume')}
        onAct={async () => void (await acting.run(ring.begin({ ...sitting.resume, passphrase })))}
      >
        <PassphraseField value={passphrase} onInput={setPassphrase} isExercise={isExercise} />
      </ActForm>
    </section>
  );
}
