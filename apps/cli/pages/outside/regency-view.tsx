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
  if (regency === null) return <Notice state="info" happened={say('exerciseRegency.alone')} />;
  if (regency.step === 'failed') {
    return (
      <section class="stack">
        <Notice
          state="bad"
          happened={say('exerciseRegency.failed')}
          notHappened={say('exerciseRegency.failedNot')}
          toDo={say('exerciseRegency.failedToDo')}
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
      <h2>{say('exerciseRegency.heading')}</h2>
      <p>{say('exerciseRegency.opening')}</p>
      <ol class="day">
        {STEPS.map((one, index) => (
          <li key={one} aria-current={index === at ? 'step' : undefined}>
            {index <= at && (
              <strong class="day__now">
                {say(index === at ? 'exerciseRegency.now' : 'exerciseRegency.done')}
              </strong>
            )}
            <span>{say(`exerciseRegency.step.${one}`)}</span>
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
      <h2>{say('exerciseRegency.who')}</h2>
      <p>{say('exerciseRegency.whoExplained')}</p>
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
            <span>{say(`exerciseRegency.look.${account}`)}</span>
            <a href={enter} target="_blank" rel="noreferrer">
              {say('exerciseRegency.enter')}
              <span class="unseen"> {say('exerciseRegency.enterAs', { name })}</span>
            </a>
          </li>
        ))}
      </ul>
      <h2>{say('exerciseRegency.results')}</h2>
      {arrived !== null && (
        <Figures>
          <Figure
            label={say('exerciseRegency.definitive')}
            value={arrived.definitive}
            note={say('exerciseRegency.of', { of: arrived.of })}
          />
          <Figure label={say('exerciseRegency.held')} value={arrived.held} />
          <Figure label={say('exerciseRegency.forYou')} value={arrived.forYou} />
        </Figures>
      )}
      <p>{say('exerciseRegency.arriving')}</p>
      <p>{say('exerciseRegency.honest')}</p>
      <h2>{say('exerciseRegency.living')}</h2>
      <p>{say('exerciseRegency.livingExplained')}</p>
      <CopyLine label={say('exerciseRegency.deliveryAddress')} value={url} />
      <h2>{say('exerciseRegency.public')}</h2>
      <ul class="regency__people">
        {regencyPages(url).map(({ name, address }) => (
          <li key={name}>
            <a href={address} target="_blank" rel="noreferrer">
              {say(`exerciseRegency.${name}`)}
            </a>
            <span>{say(`exerciseRegency.${name}About`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
