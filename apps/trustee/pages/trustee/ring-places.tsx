import { useSay } from '@bilik/ui/language';
import { StateBadge } from '@bilik/ui/state-badge';
import { phrase } from './phrases.ts';
import type { Sitting } from './ring-screen.tsx';

/** The finished keys; each opens as a device of its own. */
export function RingPlaces({ places }: { readonly places: Sitting['places'] }) {
  const say = useSay(phrase);
  return (
    <section class="stack stack--tight">
      <h2>{say('trustee.ring.places')}</h2>
      <ul class="trustees">
        {places.map(({ place, step }) => (
          <li key={place} class="trustees__one">
            <a class="trustees__name" href={`?tempat=${place}`}>
              {say('trustee.ring.place', { place })}
            </a>
            <StateBadge
              state={step === 'opened' ? 'good' : step === 'election' ? 'active' : 'idle'}
              word={say(
                `trustee.ring.place.${step === 'key' || step === 'election' || step === 'opened' ? step : 'making'}`,
              )}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
