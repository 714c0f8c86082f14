import { Button } from '@bilik/ui/button';
import { useSay } from '@bilik/ui/language';
import { useState } from 'preact/hooks';
import { words } from './words.ts';

/**
 * Exercise only: a picture of what hangs behind the glass. It is asked for anew each time it is shown: a browser keeps a picture of one
 * address for the life of the page, and would show the slip of the voter before.
 */
export function PrinterWindow({ picture }: { readonly picture: string | null }) {
  const say = useSay(words);
  const [look] = useState(() => crypto.randomUUID());
  return picture === null ? null : (
    <figure class="printer-window">
      <img src={`${picture}?${look}`} alt={say('booth.slip.window')} />
      <figcaption>{say('booth.slip.window')}</figcaption>
    </figure>
  );
}

/** The same picture, where officers look on: it shows the choice, so somebody must ask for it. */
export function CoveredWindow({ picture }: { readonly picture: string | null }) {
  const say = useSay(words);
  const [isShown, setShown] = useState(false);
  if (picture === null) return null;
  return isShown ? (
    <PrinterWindow picture={picture} />
  ) : (
    <Button size="large" onPress={() => setShown(true)}>
      {say('booth.slip.showWindow')}
    </Button>
  );
}
