import { Button } from '@bilik/ui/button';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { Step } from '@bilik/ui/step';
import { words } from './words.ts';

/** The page's own machinery is gone: nobody votes on it before it was loaded again. What the booth process was in the middle of stays there. */
export function BrokenStep() {
  const say = useSay(words);
  return (
    <Step
      actions={
        <Button size="touch" onPress={() => location.reload()}>
          {say('booth.broken.again')}
        </Button>
      }
    >
      <StepHeading>{say('booth.broken.heading')}</StepHeading>
      <div class="beside-paper__words older lifts-curtain">
        <Notice
          state="bad"
          happened={say('booth.broken.happened')}
          notHappened={say('booth.broken.notHappened')}
          toDo={say('booth.broken.toDo')}
        />
      </div>
    </Step>
  );
}
