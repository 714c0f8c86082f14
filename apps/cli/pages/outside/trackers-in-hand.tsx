import { Button } from '@bilik/ui/button';
import { callApi } from '@bilik/ui/call';
import { useSay } from '@bilik/ui/language';
import { Anything, type OutsideView, Refusal } from './wire.ts';
import { words } from './words.ts';

/** The tracker slips that voters hold right now, one a booth, as they came out of its printer. After closing all are at home. */
export function TrackersInHand({ outside }: { readonly outside: OutsideView }) {
  const say = useSay(words);
  const phase = outside.day?.phase;
  if (phase !== 'open' && phase !== 'paused') return null;
  return (
    <>
      {outside.trackersInHand.map(({ booth, file }) => (
        <section class="tracker-in-hand" key={booth}>
          <img
            class="tracker-in-hand__slip"
            src={`/paper/trackers/${file}`}
            alt={say('exercise.tracker.picture', { number: booth })}
          />
          <div class="tracker-in-hand__said stack">
            <h2>{say('exercise.tracker.heading', { number: booth })}</h2>
            <p>{say('exercise.tracker.explained')}</p>
            <Button onPress={() => takeHome(booth)}>{say('exercise.tracker.takeHome')}</Button>
          </div>
        </section>
      ))}
    </>
  );
}

async function takeHome(booth: number): Promise<void> {
  await callApi('/api/take-tracker-home', { booth }, { value: Anything, refusal: Refusal });
}
