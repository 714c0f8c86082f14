import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { watchCamera } from '../camera.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { useCodeWords } from './code-words.ts';
import { readPicture } from './read-picture.ts';

type Trouble = 'no-camera' | 'no-code';

/** The ways in which a code's text comes here: camera, photo, paste. */
export function CodeIntake({
  onText,
  isMain,
  first = '',
}: {
  readonly onText: (text: string) => void;
  readonly isMain: boolean;
  /** What stands in the field to begin with. */
  readonly first?: string | undefined;
}) {
  const say = useCodeWords();
  const [isWatching, setWatching] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [pasted, setPasted] = useState(first);
  const take = (text: string) => {
    setWatching(false);
    setTrouble(undefined);
    onText(text);
  };
  return (
    <section class="stack intake">
      {isWatching ? (
        <>
          <CameraLook
            onText={take}
            onFailed={() => {
              setWatching(false);
              setTrouble('no-camera');
            }}
          />
          <Button onPress={() => setWatching(false)}>{say('code.take.stop')}</Button>
        </>
      ) : (
        <Button kind={isMain ? 'primary' : 'plain'} size="large" wide onPress={() => setWatching(true)}>
          {say('code.take.camera')}
        </Button>
      )}
      {trouble === 'no-camera' && (
        <Notice state="warn" happened={say('code.take.noCamera')} toDo={say('code.take.noCamera.toDo')} />
      )}
      <PictureChoice onText={(text) => (text === undefined ? setTrouble('no-code') : take(text))} />
      {trouble === 'no-code' && (
        <Notice state="warn" happened={say('code.take.noCode')} toDo={say('code.take.noCode.toDo')} />
      )}
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (pasted.trim() !== '') take(pasted.trim());
          setPasted('');
        }}
      >
        <Field label={say('code.take.paste')} value={pasted} onInput={setPasted} lines={3} maxLength={2000} />
        <Button submit>{say('code.take.check')}</Button>
      </form>
    </section>
  );
}

function CameraLook(props: { readonly onText: (text: string) => void; readonly onFailed: () => void }) {
  const say = useCodeWords();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(props);
  told.current = props;
  useEffect(() => {
    const element = video.current;
    if (element === null) return undefined;
    let isOver = false;
    let stop = () => {};
    watchCamera(element, { facing: 'environment', lookWidthPixels: 900 }, (text) =>
      told.current.onText(text),
    ).then(
      (off) => {
        stop = off;
        if (isOver) off();
      },
      () => told.current.onFailed(),
    );
    return () => {
      isOver = true;
      stop();
    };
  }, []);
  return (
    <div class="intake__camera">
      <video ref={video} class="intake__video" muted playsInline aria-label={say('code.take.video')} />
      <p role="status">{say('code.take.watching')}</p>
    </div>
  );
}

function PictureChoice({ onText }: { readonly onText: (text: string | undefined) => void }) {
  const say = useCodeWords();
  const id = useId();
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {say('code.take.picture')}
      </label>
      <input
        id={id}
        class="field__entry"
        type="file"
        accept="image/*"
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file === undefined) return;
          void readPicture(file).then(onText);
          input.value = '';
        }}
      />
    </div>
  );
}
