import { Button } from '@bilik/ui/button';
import { Keypad } from '@bilik/ui/keypad';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { Step } from '@bilik/ui/step';
import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from './words.ts';

export interface CardStepProps {
  /** What is wrong with the last card; `null` before one. */
  readonly problem: string | null;
  readonly busy: boolean;
  /** The digits so far: the first may have been typed while the last voter's screen still stood. */
  readonly digits: string;
  readonly onDigits: (digits: string) => void;
  readonly onCode: (code: string) => void;
}

const CODE_DIGITS = 24;

/** The card: by camera, by a scanner that types, or typed on the keypad. */
export function CardStep({ problem, busy, digits, onDigits, onCode }: CardStepProps) {
  const say = useSay(words);
  const [watching, setWatching] = useState(false);
  const [noCamera, setNoCamera] = useState(false);
  const give = (code: string): void => {
    if (busy) return;
    setNoCamera(false);
    onCode(code);
  };
  return (
    <Step>
      <div class="card-step">
        <Keypad
          label={say('booth.card.code')}
          hint={problem === null && !noCamera ? say('booth.guide.card') : undefined}
          value={digits}
          onChange={(typed) => {
            setWatching(false);
            onDigits(typed);
          }}
          onComplete={give}
          length={CODE_DIGITS}
          startsAnew={problem !== null}
          lead={
            <>
              <StepHeading>{say('booth.card.heading')}</StepHeading>
              {noCamera ? (
                <Notice key="camera" state="info" happened={say('booth.card.noCamera')} />
              ) : (
                problem !== null && <Notice key="card" state="warn" happened={problem} />
              )}
            </>
          }
          instead={
            watching ? (
              <CameraView
                onCode={(code) => {
                  setWatching(false);
                  give(code);
                }}
                onFailed={() => {
                  setWatching(false);
                  setNoCamera(true);
                }}
              />
            ) : undefined
          }
        >
          <Button size="large" onPress={() => setWatching(!watching)}>
            {say(watching ? 'booth.card.cameraOff' : 'booth.card.camera')}
          </Button>
        </Keypad>
      </div>
    </Step>
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
