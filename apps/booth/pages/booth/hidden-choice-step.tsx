import { Button } from '@bilik/ui/button';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { Step } from '@bilik/ui/step';
import { words } from './words.ts';

/** Why the choice is not on the screen. */
export type HiddenBecause =
  /** Something is wrong, and an officer is called. */
  | { readonly kind: 'trouble'; readonly problem: string; readonly isRepaired: boolean }
  /** Nobody has touched the screen for long: the voter may have gone. */
  | { readonly kind: 'untouched' };

export interface HiddenChoiceStepProps {
  readonly because: HiddenBecause;
  /** The voter is alone: the choice may be shown. */
  readonly onContinue: () => void;
  readonly onLeave: () => void;
}

/** The choice stays in the page, unseen, until the voter goes on or leaves. */
export function HiddenChoiceStep({ because, onContinue, onLeave }: HiddenChoiceStepProps) {
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
      <div class="lifts-curtain">
        <StepHeading>{say('booth.hidden.heading')}</StepHeading>
      </div>
      {because.kind === 'untouched' ? (
        <Notice state="info" happened={say('booth.hidden.untouched')} />
      ) : because.isRepaired ? (
        <Notice state="good" happened={say('booth.question.printerReady')} />
      ) : (
        <Notice state="bad" happened={because.problem} />
      )}
      <p class="booth-text">
        {say(because.kind === 'untouched' ? 'booth.hidden.untouchedExplained' : 'booth.hidden.explained')}
      </p>
    </Step>
  );
}
