import { CopyLine } from '@bilik/ui/copy-line';
import { Figure, Figures } from '@bilik/ui/figure';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { regencyPages } from './regency-pages.ts';
import type { OutsideView } from './wire.ts';
import { words } from './words.ts';

type Regency = NonNullable<OutsideView['regency']>;

/** In the order in which they are done. */
const STEPS = ['waits', 'database', 'areas', 'lists', 'offices', 'processes'] as const;

/** The regency beside the polling place: how far it is, who works there, what anybody may look at. */
export function RegencyView({ outside }: { readonly outside: OutsideView }) {
  const say = useSay(words);
  const { regency } = outside;
  if (regency === null) return <Notice state="info" happened={say('exercise.regency.alone')} />;
  if (regency.step === 'failed') {
    return (
      <section class="stack">
        <Notice
          state="bad"
          happened={say('exercise.regency.failed')}
          notHappened={say('exercise.regency.failedNot')}
          toDo={say('exercise.regency.failedToDo')}
        />
        {regency.said !== null && <pre class="regency__said">{regency.said}</pre>}
      </section>
    );
  }
  return regency.step === 'open' ? <OpenRegency regency={regency} /> : <Opening step={regency.step} />;
}

function Opening({ step }: { readonly step: (typeof STEPS)[number] }) {
  const say = useSay(words);
  const at = STEPS.indexOf(step);
  return (
    <section class="stack">
      <h2>{say('exercise.regency.heading')}</h2>
      <p>{say('exercise.regency.opening')}</p>
      <ol class="day">
        {STEPS.map((one, index) => (
          <li key={one} aria-current={index === at ? 'step' : undefined}>
            {index <= at && (
              <strong class="day__now">
                {say(index === at ? 'exercise.regency.now' : 'exercise.regency.done')}
              </strong>
            )}
            <span>{say(`exercise.regency.step.${one}`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function OpenRegency({ regency }: { readonly regency: Regency }) {
  const say = useSay(words);
  const { arrived, people, url } = regency;
  return (
    <section class="stack regency">
      <h2>{say('exercise.regency.who')}</h2>
      <p>{say('exercise.regency.whoExplained')}</p>
      <ul class="regency__people">
        {people.map(({ account, name, role, areaName, url: enter }) => (
          <li key={account}>
            <span class="regency__who">
              <strong>{name}</strong> <code>{account}</code>
              <br />
              <span class="soft">
                {say(`office.role.${role}`)} · {areaName}
              </span>
            </span>
            <span>{say(`exercise.regency.look.${account}`)}</span>
            <a href={enter} target="_blank" rel="noreferrer">
              {say('exercise.regency.enter')}
              <span class="unseen"> {say('exercise.regency.enterAs', { name })}</span>
            </a>
          </li>
        ))}
      </ul>
      <h2>{say('exercise.regency.results')}</h2>
      {arrived !== null && (
        <Figures>
          <Figure
            label={say('exercise.regency.definitive')}
            value={arrived.definitive}
            note={say('exercise.regency.of', { of: arrived.of })}
          />
          <Figure label={say('exercise.regency.held')} value={arrived.held} />
          <Figure label={say('exercise.regency.forYou')} value={arrived.forYou} />
        </Figures>
      )}
      <p>{say('exercise.regency.arriving')}</p>
      <p>{say('exercise.regency.honest')}</p>
      <h2>{say('exercise.regency.living')}</h2>
      <p>{say('exercise.regency.livingExplained')}</p>
      <CopyLine label={say('exercise.regency.deliveryAddress')} value={url} />
      <h2>{say('exercise.regency.public')}</h2>
      <ul class="regency__people">
        {regencyPages(url).map(({ name, address }) => (
          <li key={name}>
            <a href={address} target="_blank" rel="noreferrer">
              {say(`exercise.regency.${name}`)}
            </a>
            <span>{say(`exercise.regency.${name}About`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
