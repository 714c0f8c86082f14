import { Button } from '@bilik/ui/button';
import { type CallResult, callApi } from '@bilik/ui/call';
import { CameraView } from '@bilik/ui/camera-view';
import { Keypad } from '@bilik/ui/keypad';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { Step } from '@bilik/ui/step';
import { useState } from 'preact/hooks';
import { Told } from './told.tsx';
import { readBoothTest, readRefusal } from './wire.ts';
import { words } from './words.ts';

type Stage = 'print' | 'digits' | 'camera' | 'done';

const DIGITS = 4;
/** The booth process answers when the paper has moved, and when the station was told. */
const PRINT_TIMEOUT_MS = 120_000;

type Answer = CallResult<unknown, { readonly type: string; readonly trouble?: string }>;

const ask = (path: string, body: unknown): Promise<Answer> =>
  callApi(`/api/self-test/${path}`, body, {
    value: readBoothTest,
    refusal: readRefusal,
    timeoutMs: PRINT_TIMEOUT_MS,
  });

/** Officers try printer, screen and camera of this booth before the polls open. No card, no ballot, no choice. */
export function SelfTestStep({
  inWords,
  onEnd,
}: {
  /** A printer's trouble in words. */
  readonly inWords: (trouble: string) => string;
  readonly onEnd: () => void;
}) {
  const say = useSay(words);
  const [stage, setStage] = useState<Stage>('print');
  const [digits, setDigits] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const explain = (answer: Answer): string => {
    if (answer.ok || answer.error.type !== 'refused') return say('selfTest.booth.unheard');
    const { type, trouble = 'no-answer' } = answer.error.refusal;
    switch (type) {
      case 'printer-not-ready':
        return say('selfTest.booth.notPrinted', { what: inWords(trouble) });
      case 'digits-wrong':
        return say('selfTest.booth.digits.wrong');
      case 'code-wrong':
        return say('selfTest.booth.camera.other');
      case 'self-test-not-now':
        return say('selfTest.booth.notNow');
      default:
        return say('selfTest.booth.unheard');
    }
  };
  const go = async (path: string, body: unknown, next: Stage): Promise<void> => {
    setProblem(null);
    const answer = await ask(path, body);
    if (answer.ok) setStage(next);
    else setProblem(explain(answer));
  };
  const print = async (): Promise<void> => {
    setDigits('');
    await go('print', {}, 'digits');
  };
  const end = (
    <Button kind="quiet" size="touch" onPress={onEnd}>
      {say('selfTest.booth.end')}
    </Button>
  );
  const said = problem !== null && <Notice state="bad" happened={problem} />;

  switch (stage) {
    case 'print':
      return (
        <Step
          actions={
            <>
              {end}
              <Button kind="primary" size="touch" onPress={print}>
                {say('selfTest.booth.print')}
              </Button>
            </>
          }
        >
          {said}
          <Told state="slip" heading={say('selfTest.booth.heading')}>
            <p>{say('selfTest.booth.print.means')}</p>
          </Told>
        </Step>
      );
    case 'digits':
      return (
        <Step>
          <Keypad
            label={say('selfTest.booth.digits')}
            value={digits}
            onChange={setDigits}
            onComplete={(typed) => void go('digits', { digits: typed }, 'camera')}
            length={DIGITS}
            startsAnew={problem !== null}
            lead={
              <>
                <StepHeading>{say('selfTest.booth.digits.heading')}</StepHeading>
                {problem !== null && <Notice state="warn" happened={problem} />}
              </>
            }
          >
            <Button size="large" onPress={print}>
              {say('selfTest.booth.printAgain')}
            </Button>
          </Keypad>
        </Step>
      );
    case 'camera':
      return (
        <CameraStage
          problem={problem}
          onText={(text) => void go('code', { text }, 'done')}
          onSkip={() => setStage('done')}
        />
      );
    case 'done':
      return (
        <Step
          actions={
            <Button kind="primary" size="touch" onPress={onEnd}>
              {say('selfTest.booth.end')}
            </Button>
          }
        >
          <Told state="good" heading={say('selfTest.booth.done')}>
            <p>{say('selfTest.booth.done.toDo')}</p>
          </Told>
        </Step>
      );
  }
}

/** The camera is asked for only when somebody wants it. */
function CameraStage(props: {
  readonly problem: string | null;
  readonly onText: (text: string) => void;
  readonly onSkip: () => void;
}) {
  const say = useSay(words);
  const [isWatching, setWatching] = useState(false);
  const [isMissing, setMissing] = useState(false);
  return (
    <Step
      actions={
        <>
          <Button kind="quiet" size="touch" onPress={props.onSkip}>
            {say('selfTest.booth.camera.skip')}
          </Button>
          {!isWatching && (
            <Button
              kind="primary"
              size="touch"
              onPress={() => {
                setMissing(false);
                setWatching(true);
              }}
            >
              {say('selfTest.booth.camera.on')}
            </Button>
          )}
        </>
      }
    >
      {props.problem !== null && <Notice state="warn" happened={props.problem} />}
      {isMissing && <Notice state="info" happened={say('selfTest.booth.camera.missing')} />}
      <StepHeading>{say('selfTest.booth.camera.heading')}</StepHeading>
      <p>{say('selfTest.booth.camera.means')}</p>
      {isWatching && (
        <CameraView
          label={say('selfTest.booth.camera.view')}
          facing="user"
          lookWidthPixels={640}
          onText={props.onText}
          onFailed={() => {
            setWatching(false);
            setMissing(true);
          }}
        />
      )}
    </Step>
  );
}
