import { OwnPairing } from '@bilik/ui/own-pairing';
import { Page } from '@bilik/ui/page';
import type { Language } from '@bilik/words';
import { useEffect, useState } from 'preact/hooks';
import { askPairingKind, askPlace } from './booth-calls.ts';
import { words } from './words.ts';

const LOOK_AGAIN_MS = 500;
const ASK_STATION_MS = 3_000;

/** The process opens its other door when the station has answered; this page is then loaded anew. */
async function awaitBooth(): Promise<void> {
  for (;;) {
    const place = await askPlace();
    if (place.ok) return location.reload();
    await new Promise((wake) => setTimeout(wake, LOOK_AGAIN_MS));
  }
}

/** Whether the station that this booth will be paired with holds an exercise: asked until it is heard. */
function useIsExercise(): boolean {
  const [isExercise, setExercise] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isShown = true;
    const ask = async (): Promise<void> => {
      const answer = await askPairingKind();
      if (!isShown) return;
      if (answer.ok && answer.value.kind !== null) return setExercise(answer.value.kind === 'exercise');
      timer = setTimeout(() => void ask(), ASK_STATION_MS);
    };
    void ask();
    return () => {
      isShown = false;
      clearTimeout(timer);
    };
  }, []);
  return isExercise;
}

/** A booth that nobody has added yet: the board's code, and nothing else. */
export function PairScreen() {
  const [language, setLanguage] = useState<Language>('id');
  const isExercise = useIsExercise();
  return (
    <Page
      title={words(language, 'booth.title')}
      language={language}
      onLanguage={setLanguage}
      exercise={isExercise}
      connected={null}
    >
      <OwnPairing onPaired={() => void awaitBooth()} />
    </Page>
  );
}
