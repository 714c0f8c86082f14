import { useSay } from '@bilik/ui/language';
import { Told } from './told.tsx';
import type { BoothView } from './wire.ts';
import { words } from './words.ts';

/** Whether the voter's word on the slip waits: the screen says so as a whole, and no notice above it. */
export function holdsWord({ state, waitsFor }: BoothView): boolean {
  return waitsFor !== null && (state.name === 'confirming' || state.name === 'spoiling');
}

/** A slip hangs, the voter has said what they see, and the station does not take it yet: nothing to press, nobody to call in. */
export function WaitStep({
  waitsFor,
  window,
}: {
  readonly waitsFor: 'station' | 'medium';
  readonly window: boolean;
}) {
  const say = useSay(words);
  return (
    <Told state="slip" heading={say('booth.wait.heading')}>
      <p>{say(`booth.wait.${waitsFor}`)}</p>
      <p>{say(window ? 'booth.wait.slip' : 'booth.wait.slipInHand')}</p>
      <p>
        <strong>{say('booth.wait.goesOn')}</strong>
      </p>
    </Told>
  );
}
