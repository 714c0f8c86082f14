import { useSay } from '@bilik/ui/language';
import type { OutsideView } from './wire.ts';
import { words } from './words.ts';

/** The day in order, each step with the page it happens on. */
export function StartView({ outside }: { readonly outside: OutsideView }) {
  const say = useSay(words);
  const { addresses } = outside;
  const steps = [
    { text: say('exercise.start.board'), url: addresses.board },
    { text: say('exercise.start.desk'), url: addresses.desk },
    { text: say('exercise.start.card'), url: '#kartu' },
    ...addresses.booths.map((url, index) => ({
      text: say('exercise.start.booth', { number: index + 1 }),
      url,
    })),
    { text: say('exercise.start.close'), url: addresses.board },
    ...addresses.trustees.map(({ name, url }, index) => ({
      text: say('exercise.start.trustee', { number: index + 1, name }),
      url,
    })),
    { text: say('exercise.start.result'), url: addresses.board },
  ];
  return (
    <section>
      <h2>{say('exercise.start.heading')}</h2>
      <p>{say('exercise.start.outside')}</p>
      <ol class="day">
        {steps.map(({ text, url }) => (
          <li key={text}>
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
    </section>
  );
}
