import { useSay } from '@bilik/ui/language';
import type { CardInHand } from './card-in-hand.ts';
import { type DayPlace, isDue, nextStep } from './next-step.ts';
import type { OutsideView } from './wire.ts';
import { words } from './words.ts';

interface DayLine {
  readonly place: DayPlace;
  readonly text: string;
  readonly url: string;
}

/** The day in order, each line with the page it happens on; where one stands now is marked. */
export function StartView({ outside, card }: { readonly outside: OutsideView; readonly card: CardInHand }) {
  const say = useSay(words);
  const { addresses } = outside;
  const step = nextStep(outside, card.code !== null);
  const lines: readonly DayLine[] = [
    { place: 'board', text: say('exercise.start.board'), url: addresses.board },
    ...addresses.desks.map((url, index): DayLine => {
      return { place: 'desk', text: say('exercise.start.desk', { number: index + 1 }), url };
    }),
    { place: 'card', text: say('exercise.start.card'), url: '#kartu' },
    ...addresses.booths.map((url, index): DayLine => {
      return { place: 'booth', text: say('exercise.start.booth', { number: index + 1 }), url };
    }),
    { place: 'close', text: say('exercise.start.close'), url: addresses.board },
    ...addresses.trustees.map(({ name, url }, index): DayLine => {
      return { place: 'trustee', text: say('exercise.start.trustee', { number: index + 1, name }), url };
    }),
    { place: 'result', text: say('exercise.start.result'), url: addresses.board },
  ];
  return (
    <section>
      <h2>{say('exercise.start.heading')}</h2>
      <p>{say('exercise.start.outside')}</p>
      <ol class="day">
        {lines.map(({ place, text, url }) => (
          <li key={text} aria-current={isDue(place, step) ? 'step' : undefined}>
            {isDue(place, step) && <strong class="day__now">{say('exercise.start.now')}</strong>}
            <span>{text}</span>
            <a
              class="day__open"
              href={url}
              target={url.startsWith('#') ? undefined : '_blank'}
              rel="noreferrer"
            >
              {say('exercise.start.open')}
              <span class="unseen"> {text}</span>
            </a>
          </li>
        ))}
      </ol>
      {outside.regency !== null && (
        <p>
          <a href="#kabupaten">{say('exerciseRegency.fromStart')}</a>
        </p>
      )}
      <p>
        <a href="/pengumuman.pdf" target="_blank" rel="noreferrer">
          {say('exercise.start.announcement')}
        </a>
      </p>
    </section>
  );
}
