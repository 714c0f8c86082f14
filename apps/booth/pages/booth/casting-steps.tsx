import { ActionBar, Button } from '@bilik/ui/button';
import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import { CopyLine } from '@bilik/ui/copy-line';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { QrPicture } from '@bilik/ui/qr-picture';
import { useState } from 'preact/hooks';
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
    <>
      <StepHeading>{say('booth.tracker.heading')}</StepHeading>
      {props.problem !== null && <Notice state="bad" happened={props.problem} />}
      <p class="booth-text">{say('booth.tracker.explained')}</p>
      <ActionBar>
        <Button kind="quiet" onPress={() => setAsking(true)}>
          {say('booth.tracker.prove')}
        </Button>
        <Button kind="primary" size="touch" onPress={props.onCast}>
          {say('booth.tracker.cast')}
        </Button>
      </ActionBar>
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
      </ConfirmDialog>
    </>
  );
}

/** The slip hangs behind the glass: nothing counts until the voter says that it is right. */
export function SlipStep(props: {
  readonly picture: string | null;
  readonly problem: string | null;
  readonly onYes: () => Promise<void>;
  readonly onNo: () => Promise<void>;
}) {
  const say = useSay(words);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <div class="beside-window">
        <div>
          <StepHeading>{say('booth.slip.heading')}</StepHeading>
          {props.problem !== null && <Notice state="bad" happened={props.problem} />}
          <p class="booth-question">{say('booth.slip.question')}</p>
          <p class="booth-text">{say('booth.slip.explained')}</p>
        </div>
        <PrinterWindow picture={props.picture} />
      </div>
      <ActionBar>
        <Button size="touch" onPress={() => setAsking(true)}>
          {say('booth.slip.no')}
        </Button>
        <Button kind="primary" size="touch" onPress={props.onYes}>
          {say('booth.slip.yes')}
        </Button>
      </ActionBar>
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
      </ConfirmDialog>
    </>
  );
}

/** Exercise only: a picture of what would hang behind the glass. */
export function PrinterWindow({ picture }: { readonly picture: string | null }) {
  const say = useSay(words);
  return picture === null ? null : (
    <figure class="printer-window">
      <img src={picture} alt={say('booth.slip.window')} />
      <figcaption>{say('booth.slip.window')}</figcaption>
    </figure>
  );
}

/** What became of it, and where to go. */
export function FinishedStep(props: {
  readonly outcome: 'cast' | 'spoiled' | 'proved';
  readonly proof: string | null;
  readonly onNext: () => Promise<void>;
}) {
  const say = useSay(words);
  const { outcome, proof } = props;
  return (
    <>
      <StepHeading>{say(`booth.finished.${outcome}`)}</StepHeading>
      <Notice
        state={outcome === 'cast' ? 'good' : outcome === 'spoiled' ? 'warn' : 'info'}
        happened={say(`booth.finished.${outcome}Explained`)}
      />
      {outcome === 'proved' && proof !== null && (
        <div class="proof">
          <QrPicture text={proof} label={say('booth.finished.proof')} widthMm={70} errorCorrection="low" />
          <CopyLine label={say('booth.finished.proof')} value={proof} />
        </div>
      )}
      <ActionBar>
        <Button kind="primary" size="touch" onPress={props.onNext}>
          {say('common.finish')}
        </Button>
      </ActionBar>
    </>
  );
}
