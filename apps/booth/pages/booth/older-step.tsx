import { Button } from '@bilik/ui/button';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { Step } from '@bilik/ui/step';
import type { StateView } from './wire.ts';
import { words } from './words.ts';

export interface OlderStepProps {
  readonly older: Extract<StateView, { name: 'station-older' }>;
  /** The right station may be back: look again. */
  readonly onLookAgain: () => Promise<void>;
}

/** The polling-place machine runs on an older copy: nobody votes here until the right one is back. */
export function OlderStep({ older, onLookAgain }: OlderStepProps) {
  const say = useSay(words);
  const { seen, found } = older;
  return (
    <Step
      actions={
        <Button size="touch" onPress={onLookAgain}>
          {say('booth.older.again')}
        </Button>
      }
    >
      <StepHeading>{say('booth.older.heading')}</StepHeading>
      <div class="beside-paper__words older">
        <Notice
          state="bad"
          happened={
            found.casts < seen.casts
              ? say('booth.older.happened', { seen: seen.casts, found: found.casts })
              : say('booth.older.epoch', { seen: seen.epoch, found: found.epoch })
          }
          notHappened={say('booth.older.notHappened')}
          toDo={say('booth.older.toDo')}
        />
      </div>
    </Step>
  );
}
