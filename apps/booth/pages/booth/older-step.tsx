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
  /** The gravest first. */
  const missing = () => {
    if (found.casts < seen.casts)
      return say('booth.older.happened', { seen: seen.casts, found: found.casts });
    if (found.voids < seen.voids) return say('booth.older.voids', { seen: seen.voids, found: found.voids });
    if (found.epoch < seen.epoch) return say('booth.older.epoch', { seen: seen.epoch, found: found.epoch });
    return say('booth.older.other');
  };
  return (
    <Step
      actions={
        <Button size="touch" onPress={onLookAgain}>
          {say('booth.older.again')}
        </Button>
      }
    >
      <StepHeading>{say('booth.older.heading')}</StepHeading>
      <div class="beside-paper__words older lifts-curtain">
        <Notice
          state="bad"
          happened={missing()}
          notHappened={say('booth.older.notHappened')}
          toDo={say('booth.older.toDo')}
        />
      </div>
    </Step>
  );
}
