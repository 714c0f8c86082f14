import { Button } from '@bilik/ui/button';
import { useSay } from '@bilik/ui/language';
import { Step } from '@bilik/ui/step';
import { useFirstDigit } from './first-digit.ts';
import { Told } from './told.tsx';
import { words } from './words.ts';

const WORDS = {
  before: ['booth.notOpen.before', 'booth.notOpen.beforeToDo'],
  paused: ['booth.notOpen.paused', 'booth.notOpen.pausedToDo'],
  after: ['booth.notOpen.after', 'booth.notOpen.afterToDo'],
} as const;

export type NotOpen = keyof typeof WORDS;

/** @returns why nobody can vote in this phase; `null` when one can, and before the station said a phase */
export function whyNotOpen(phase: string | null): NotOpen | null {
  switch (phase) {
    case 'configured':
    case 'zero_proven':
      return 'before';
    case 'paused':
      return 'paused';
    case 'closed':
    case 'counted':
    case 'sealed':
      return 'after';
    default:
      return null;
  }
}

/**
 * The booth while nobody can vote. A card that begins all the same is taken: the polls may have opened since the booth last asked, and
 * otherwise the station says no.
 */
export function ClosedStep({
  why,
  onDigit,
  onSelfTest,
}: {
  readonly why: NotOpen;
  readonly onDigit: (digit: string) => void;
  /** Officers try this booth; offered before the polls open. */
  readonly onSelfTest: () => void;
}) {
  const say = useSay(words);
  useFirstDigit(onDigit);
  const [heading, toDo] = WORDS[why];
  return (
    <Step
      actions={
        why === 'before' ? (
          <Button kind="quiet" size="touch" onPress={onSelfTest}>
            {say('selfTest.booth.start')}
          </Button>
        ) : undefined
      }
    >
      <Told state="info" heading={say(heading)}>
        <p>{say(toDo)}</p>
      </Told>
    </Step>
  );
}
