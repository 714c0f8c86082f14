import { Figure, Figures } from '@bilik/ui/figure';
import { votersPresent } from '../../common/where-voters-are.ts';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';

/** The figures of the day, large enough for the last row of the hall. */
export function DayCounts({ state }: { readonly state: BoardAnswer }) {
  const say = useBoardWords();
  const { checkIns, registered, poll, cards, onTheirWay } = state;
  const { men, women, mobile } = votersPresent({ checkIns, released: poll.released });
  const all = registered.L + registered.P;
  return (
    <section class="stack" aria-label={say('board.counts')}>
      <Figures>
        <Figure
          label={say('board.counts.present')}
          value={men + women}
          note={
            <>
              {say('board.counts.ofRegistered', { count: all })}
              <br />
              {say('board.counts.bySex', { men, women })}
            </>
          }
          size="large"
        />
        <Figure
          label={say('board.counts.casts')}
          value={poll.casts}
          note={say('board.counts.casts.means')}
          size="large"
        />
        <Figure
          label={say('board.counts.onTheirWay')}
          value={onTheirWay}
          note={say('board.counts.onTheirWay.means')}
          size="large"
        />
        <Figure
          label={say('board.counts.atBooth')}
          value={poll.openCases}
          note={say('board.counts.atBooth.means')}
          size="large"
        />
      </Figures>
      <dl class="tally-row">
        {[
          { label: say('board.counts.abandoned'), value: poll.abandoned },
          ...(mobile > 0 ? [{ label: say('board.counts.mobile'), value: mobile }] : []),
          { label: say('board.counts.cardsUsed'), value: cards.used },
          { label: say('board.counts.cardsVoid'), value: cards.voided },
          { label: say('board.counts.cardsPool'), value: cards.pool },
          { label: say('board.counts.refused'), value: state.ballotsRefused },
          { label: say('board.counts.withoutSlip'), value: state.castsWithoutSlip },
          { label: say('board.counts.slipReports'), value: state.slipCountDisagreements },
          { label: say('board.counts.restarts'), value: state.restarts.length },
        ].map(({ label, value }) => (
          <div class="tally-row__figure" key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
