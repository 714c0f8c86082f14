import { Button, ButtonRow } from '@bilik/ui/button';
import { Keypad } from '@bilik/ui/keypad';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from './words.ts';

export interface CardStepProps {
  /** What is wrong with the last card; `null` before one. */
  readonly problem: string | null;
  readonly busy: boolean;
  readonly onCode: (code: string) => void;
}

const CODE_DIGITS = 24;

/** The card: by camera, by a scanner that types, or typed on the keypad. */
export function CardStep({ problem, busy, onCode }: CardStepProps) {
  const say = useSay(words);
  const [digits, setDigits] = useState('');
  const [watching, setWatching] = useState(false);
  const [noCamera, setNoCamera] = useState(false);

  useEffect(() => {
    if (problem !== null) setDigits('');
  }, [problem]);

  return (
    <div class="card-step">
      <StepHeading>{say('booth.card.heading')}</StepHeading>
      {problem !== null && <Notice state="warn" happened={problem} />}
      {noCamera && <Notice state="info" happened={say('booth.card.noCamera')} />}
      {watching && (
        <CameraView
          onCode={(code) => {
            setWatching(false);
            onCode(code);
          }}
          onFailed={() => {
            setWatching(false);
            setNoCamera(true);
          }}
        />
      )}
      <Keypad
        label={say('booth.card.code')}
        hint={say('booth.guide.card')}
        value={digits}
        onChange={setDigits}
        onComplete={(code) => {
          if (!busy) onCode(code);
        }}
        length={CODE_DIGITS}
      />
      <ButtonRow>
        <Button size="touch" onPress={() => setWatching(!watching)}>
          {say(watching ? 'booth.card.cameraOff' : 'booth.card.camera')}
        </Button>
      </ButtonRow>
    </div>
  );
}

/** The camera is asked for only when somebody wants it, and its code is loaded only then. */
function CameraView({
  onCode,
  onFailed,
}: {
  readonly onCode: (code: string) => void;
  readonly onFailed: () => void;
}) {
  const say = useSay(words);
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef({ onCode, onFailed });
  latest.current = { onCode, onFailed };

  useEffect(() => {
    let off: () => void = () => undefined;
    let gone = false;
    const watch = async () => {
      const { watchCamera } = await import('./camera.ts');
      if (video.current === null) return;
      off = await watchCamera(video.current, (text) => {
        const digits = text.replace(/\D/g, '');
        if (digits.length === CODE_DIGITS) latest.current.onCode(digits);
      });
      if (gone) off();
    };
    watch().catch(() => latest.current.onFailed());
    return () => {
      gone = true;
      off();
    };
  }, []);

  return (
    <video
      class="card-step__camera"
      ref={video}
      muted
      playsInline
      aria-label={say('booth.card.cameraView')}
    />
  );
}
