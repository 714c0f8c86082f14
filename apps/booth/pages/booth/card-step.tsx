import { Button } from '@bilik/ui/button';
import { CameraView } from '@bilik/ui/camera-view';
import { Keypad } from '@bilik/ui/keypad';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { Step } from '@bilik/ui/step';
import { useEffect, useState } from 'preact/hooks';
import { words } from './words.ts';

export interface CardStepProps {
  /** What is wrong with the last card; `null` before one. */
  readonly problem: string | null;
  readonly busy: boolean;
  /** The digits so far: the first may have been typed while the last voter's screen still stood. */
  readonly digits: string;
  /** The camera looks by itself. */
  readonly looksForCard: boolean;
  readonly onDigits: (digits: string) => void;
  readonly onCode: (code: string) => void;
}

const CODE_DIGITS = 24;

/** The card: by camera, by a scanner that types, or typed on the keypad. */
export function CardStep({ problem, busy, digits, looksForCard, onDigits, onCode }: CardStepProps) {
  const say = useSay(words);
  const [watching, setWatching] = useState(looksForCard);
  const [noCamera, setNoCamera] = useState(false);
  useEffect(() => {
    if (looksForCard) setWatching(true);
  }, [looksForCard]);
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
                label={say('booth.card.cameraView')}
                facing="user"
                lookWidthPixels={640}
                onText={(text) => {
                  const code = text.replace(/\D/g, '');
                  if (code.length !== CODE_DIGITS) return;
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
