import { Button } from '@bilik/ui/button';
import { callApi } from '@bilik/ui/call';
import { useSay } from '@bilik/ui/language';
import { Anything, type OutsideView, Refusal } from './wire.ts';
import { words } from './words.ts';

/** The tracker slips that voters hold right now, one a booth, as they came out of its printer. */
export function TrackersInHand({ outside }: { readonly outside: OutsideView }) {
  const say = useSay(words);
  return (
    <>
      {outside.trackersInHand.map(({ booth, file }) => (
        <section class="tracker-in-hand" key={booth}>
          <h2>{say('exercise.tracker.heading', { number: booth })}</h2>
          <img src={`/paper/trackers/${file}`} alt={say('exercise.tracker.picture', { number: booth })} />
          <p>{say('exercise.tracker.explained')}</p>
          <Button onPress={() => takeHome(booth)}>{say('exercise.tracker.takeHome')}</Button>
        </section>
      ))}
    </>
  );
}

async function takeHome(booth: number): Promise<void> {
  await callApi('/api/take-tracker-home', { booth }, { value: Anything, refusal: Refusal });
}
