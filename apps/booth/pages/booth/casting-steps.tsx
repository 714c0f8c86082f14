import { Button } from '@bilik/ui/button';
import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import { CopyLine } from '@bilik/ui/copy-line';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { Step } from '@bilik/ui/step';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useFirstDigit } from './first-digit.ts';
import { ProofPicture } from './proof-picture.tsx';
import { Told } from './told.tsx';
import { CoveredWindow, PrinterWindow } from './window-picture.tsx';
import { words } from './words.ts';

/** The tracker slip is in the voter's hand: cast, or have this encryption opened. */
export function TrackerStep(props: {
  readonly problem: string | null;
  readonly onCast: () => Promise<void>;
  readonly onProve: () => Promise<void>;
}) {
  const say = useSay(words);
  const [asking, setAsking] = useState(false);
  return (
    <Step
      actions={
        <>
          <Button kind="quiet" size="touch" onPress={() => setAsking(true)}>
            {say('booth.tracker.prove')}
          </Button>
          <Button kind="primary" size="touch" onPress={props.onCast}>
            {say('booth.tracker.cast')}
          </Button>
        </>
      }
    >
      {props.problem !== null && <Notice state="bad" happened={props.problem} />}
      <Told state="slip" heading={say('booth.tracker.heading')}>
        <p>{say('booth.tracker.explained')}</p>
      </Told>
      <ConfirmDialog
        open={asking}
        title={say('booth.prove.title')}
        confirmWord={say('booth.prove.confirm')}
        cancelWord={say('common.back')}
        size="touch"
        onCancel={() => setAsking(false)}
        onConfirm={async () => {
          setAsking(false);
          await props.onProve();
        }}
      >
        <p>{say('booth.prove.explained')}</p>
        <p>{say('common.newCard')}</p>
      </ConfirmDialog>
    </Step>
  );
}

/** The slip hangs behind the glass: nothing counts until the voter says that it is right. */
export function SlipStep(props: {
  readonly window: boolean;
  /** In the logic and accuracy test, where UJI stands in the place of SAH. */
  readonly isTest: boolean;
  readonly picture: string | null;
  readonly problem: string | null;
  readonly onYes: () => Promise<void>;
  readonly onNo: () => Promise<void>;
}) {
  const say = useSay(words);
  const [asking, setAsking] = useState(false);
  const heading = say(props.window ? 'booth.slip.heading' : 'booth.slip.headingInHand');
  const explained = say(props.isTest ? 'booth.slip.explainedTest' : 'booth.slip.explained');
  return (
    <Step
      actions={
        <>
          <Button size="touch" onPress={() => setAsking(true)}>
            {say('booth.slip.no')}
          </Button>
          <Button kind="primary" size="touch" onPress={props.onYes}>
            {say('booth.slip.yes')}
          </Button>
        </>
      }
    >
      {props.picture === null && props.problem === null ? (
        <Told state="slip" heading={heading}>
          <p class="booth-question">{say('booth.slip.question')}</p>
          <p>{explained}</p>
        </Told>
      ) : (
        <div class={props.picture === null ? 'stack' : 'beside-paper'}>
          <div class="beside-paper__words">
            <StepHeading>{heading}</StepHeading>
            {props.problem !== null && <Notice state="bad" happened={props.problem} />}
            <p class="booth-question">{say('booth.slip.question')}</p>
            <p class="booth-text">{explained}</p>
          </div>
          {/* whoever is called because of a problem must not find the choice on the screen */}
          {props.problem === null ? (
            <PrinterWindow picture={props.picture} />
          ) : (
            <CoveredWindow picture={props.picture} />
          )}
        </div>
      )}
      <ConfirmDialog
        open={asking}
        title={say('booth.slip.noTitle')}
        confirmWord={say('booth.slip.noConfirm')}
        cancelWord={say('common.back')}
        kind="bad"
        size="touch"
        onCancel={() => setAsking(false)}
        onConfirm={async () => {
          setAsking(false);
          await props.onNo();
        }}
      >
        <p>{say('booth.slip.noExplained')}</p>
        <p>{say('common.newCard')}</p>
      </ConfirmDialog>
    </Step>
  );
}

export interface FinishedStepProps {
  readonly outcome: 'cast' | 'spoiled' | 'proved';
  readonly window: boolean;
  readonly isTest: boolean;
  readonly proof: string | null;
  readonly onNext: () => Promise<void>;
  /** The next voter's card begins while these words still stand. */
  readonly onDigit: (digit: string) => void;
}

/** What became of it, and what to do with card and slips. */
export function FinishedStep({ outcome, window, isTest, proof, onNext, onDigit }: FinishedStepProps) {
  const say = useSay(words);
  const [isLarge, setLarge] = useState(false);
  useFirstDigit(onDigit);
  return (
    <Step
      actions={
        <>
          {outcome === 'proved' && proof !== null && (
            <Button size="touch" onPress={() => setLarge(true)}>
              {say('booth.finished.enlarge')}
            </Button>
          )}
          <Button kind="primary" size="touch" onPress={onNext}>
            {say('common.finish')}
          </Button>
        </>
      }
    >
      {outcome === 'cast' && isTest && (
        <Told state="good" heading={say('booth.finished.test')}>
          <p>{say(window ? 'booth.finished.testExplained' : 'booth.finished.testInHand')}</p>
          <p>{say('booth.finished.testToDo')}</p>
        </Told>
      )}
      {outcome === 'cast' && !isTest && (
        <Told state="good" heading={say('booth.finished.cast')}>
          <p>{say(window ? 'booth.finished.castExplained' : 'booth.finished.castInHand')}</p>
          <p>{say('booth.finished.castToDo')}</p>
        </Told>
      )}
      {outcome === 'spoiled' && (
        <Told state="warn" heading={say('booth.finished.spoiled')}>
          <p>{say('booth.finished.spoiledExplained')}</p>
          <p>
            <strong>{say('common.newCard')}</strong>
          </p>
        </Told>
      )}
      {outcome === 'proved' && <Proof text={proof} />}
      {isLarge && proof !== null && <LargeProof text={proof} onClose={() => setLarge(false)} />}
    </Step>
  );
}

/** @param text what opens the encryption; `null` when the page was loaded again since */
function Proof({ text }: { readonly text: string | null }) {
  const say = useSay(words);
  return (
    <div class="beside-paper">
      <div class="beside-paper__words">
        <StepHeading>{say('booth.finished.proved')}</StepHeading>
        <p class="booth-text">{say('booth.finished.provedExplained')}</p>
        {text !== null && <p class="booth-text">{say('booth.finished.provedToDo')}</p>}
        <p class="booth-text">
          <strong>{say('common.newCard')}</strong>
        </p>
      </div>
      {text !== null && (
        <div class="proof">
          <ProofPicture text={text} />
          <CopyLine label={say('booth.finished.proof')} value={text} />
        </div>
      )}
    </div>
  );
}

/** The proof as large as the screen: a telephone reads it from a hand's distance. */
function LargeProof({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const say = useSay(words);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="large-proof"
      aria-label={say('booth.finished.proof')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <ProofPicture text={text} />
      <Button size="touch" onPress={onClose}>
        {say('common.close')}
      </Button>
    </dialog>
  );
}
