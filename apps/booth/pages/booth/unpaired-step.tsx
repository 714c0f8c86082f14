import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { words } from './words.ts';

/** This booth was taken out at the board: it waits until somebody adds it again, and then goes on with what its station knows of it. */
export function UnpairedStep() {
  const say = useSay(words);
  const [Pairing, setPairing] = useState<ComponentType<{ readonly onPaired: () => void }> | null>(null);
  useEffect(() => {
    // needed on the worst of days only: voters do not wait for it
    void import('@bilik/ui/own-pairing').then(({ OwnPairing }) => setPairing(() => OwnPairing));
  }, []);
  return (
    <>
      <Notice state="warn" happened={say('booth.removed')} toDo={say('booth.removed.toDo')} />
      {Pairing !== null && <Pairing onPaired={() => undefined} />}
    </>
  );
}
