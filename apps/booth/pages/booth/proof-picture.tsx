import { useSay } from '@bilik/ui/language';
import type { QrPictureProps } from '@bilik/ui/qr-picture';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { words } from './words.ts';

/** What opens the proved encryption, for the camera of another device. */
export function ProofPicture({ text }: { readonly text: string }) {
  const say = useSay(words);
  const [Picture, setPicture] = useState<ComponentType<QrPictureProps> | null>(null);
  useEffect(() => {
    // few voters prove: the others' keypad does not wait for what draws a code
    void import('@bilik/ui/qr-picture').then(({ QrPicture }) => setPicture(() => QrPicture));
  }, []);
  return (
    <div class="qr-room">
      {Picture !== null && (
        <Picture text={text} label={say('booth.finished.proof')} errorCorrection="low" onWholeDots />
      )}
    </div>
  );
}
