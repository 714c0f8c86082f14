import { Button } from '@bilik/ui/button';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { Step } from '@bilik/ui/step';
import { words } from './words.ts';

export interface HiddenChoiceStepProps {
  /** What is wrong, and whom to call. */
  readonly problem: string;
  /** The printer was what was wrong, and is ready by now. */
  readonly isRepaired: boolean;
  /** The voter is alone again: the choice may be shown. */
  readonly onContinue: () => void;
  readonly onLeave: () => void;
}

/** An officer is called, so the choice is not on the screen. It stays in the page until the voter goes on or leaves. */
export function HiddenChoiceStep({ problem, isRepaired, onContinue, onLeave }: HiddenChoiceStepProps) {
  const say = useSay(words);
  return (
    <Step
      actions={
        <>
          <Button kind="quiet" size="touch" onPress={onLeave}>
            {say('booth.hidden.leave')}
          </Button>
          <Button kind="primary" size="touch" onPress={onContinue}>
            {say('booth.hidden.continue')}
          </Button>
        </>
      }
    >
      <StepHeading>{say('booth.hidden.heading')}</StepHeading>
      {isRepaired ? (
        <Notice state="good" happened={say('booth.question.printerReady')} />
      ) : (
        <Notice state="bad" happened={problem} />
      )}
      <p class="booth-text">{say('booth.hidden.explained')}</p>
    </Step>
  );
}
