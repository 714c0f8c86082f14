import { Button } from '@bilik/ui/button';
import { useSay } from '@bilik/ui/language';
import { Step } from '@bilik/ui/step';
import { Told } from './told.tsx';
import { words } from './words.ts';

export interface HelpStepProps {
  /** The rule pack lets somebody who signed a statement stay. */
  readonly helperAllowed: boolean;
  /** The board knows; else a voice must call. */
  readonly isCallHeard: boolean;
  /** The officer is gone, and the voter goes on where the voter was. */
  readonly onContinue: () => void;
}

/** An officer is called: nothing of a choice is on the screen, and the officer reads what may be said. */
export function HelpStep({ helperAllowed, isCallHeard, onContinue }: HelpStepProps) {
  const say = useSay(words);
  return (
    <Step
      actions={
        <Button kind="primary" size="touch" onPress={onContinue}>
          {say('booth.hidden.continue')}
        </Button>
      }
    >
      <div class="lifts-curtain help">
        <Told state="info" heading={say('guide.help.heading')}>
          <p>{say(isCallHeard ? 'guide.help.boardKnows' : 'guide.help.explained')}</p>
          <p>{say(helperAllowed ? 'guide.help.helper' : 'guide.help.noHelper')}</p>
          <p>
            <strong>{say('guide.help.officer')}</strong>
          </p>
        </Told>
      </div>
    </Step>
  );
}
