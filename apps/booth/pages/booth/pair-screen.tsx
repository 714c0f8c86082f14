import { OwnPairing } from '@bilik/ui/own-pairing';
import { Page } from '@bilik/ui/page';
import type { Language } from '@bilik/words';
import { useState } from 'preact/hooks';
import { askPlace } from './booth-calls.ts';
import { words } from './words.ts';

const LOOK_AGAIN_MS = 500;

/** The process opens its other door when the station has answered; this page is then loaded anew. */
async function awaitBooth(): Promise<void> {
  for (;;) {
    const place = await askPlace();
    if (place.ok) return location.reload();
    await new Promise((wake) => setTimeout(wake, LOOK_AGAIN_MS));
  }
}

/** A booth that nobody has added yet: the board's code, and nothing else. */
export function PairScreen() {
  const [language, setLanguage] = useState<Language>('id');
  return (
    <Page
      title={words(language, 'booth.title')}
      language={language}
      onLanguage={setLanguage}
      exercise={false}
      connected={null}
    >
      <OwnPairing onPaired={() => void awaitBooth()} />
    </Page>
  );
}
