import { Figure, Figures } from '@bilik/ui/figure';
import { votersPresent } from '../common/where-voters-are.ts';
import type { DeskState } from './desk-answers.ts';
import { useDeskWords } from './desk-words.ts';

/** How far the day has come, for the desk and for whoever asks it. */
export function LiveCounts({ state }: { readonly state: DeskState }) {
  const say = useDeskWords();
  const { men, women, mobile } = votersPresent(state);
  const { registered } = state;
  const others = [
    { label: say('desk.counts.released'), value: state.released },
    { label: say('desk.counts.casts'), value: state.casts },
    { label: say('desk.counts.onTheirWay'), value: state.onTheirWay },
    { label: say('desk.counts.atBooth'), value: state.atBooth },
    { label: say('desk.counts.abandoned'), value: state.abandoned },
    ...(mobile > 0 ? [{ label: say('desk.counts.mobile'), value: mobile }] : []),
  ];
  return (
    <section class="stack" aria-label={say('desk.counts')}>
      <Figures>
        <Figure
          label={say('desk.counts.present')}
          value={men + women}
          note={
            <>
              {say('desk.counts.ofRegistered', { count: registered.L + registered.P })}
              <br />
              {say('desk.counts.bySex', { men, women })}
            </>
          }
          size="large"
        />
      </Figures>
      <dl class="tally">
        {others.map(({ label, value }) => (
          <div class="tally__line" key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div class="tally__line">
          <dt>
            {say('desk.counts.registered')}
            <span class="tally__note">
              {say('desk.counts.bySex', { men: registered.L, women: registered.P })}
            </span>
          </dt>
          <dd>{registered.L + registered.P}</dd>
        </div>
      </dl>
    </section>
  );
}
