import { asDevice } from '@bilik/ui/call';
import { useLive } from '@bilik/ui/live';
import { RuleSources } from '../attendance/rule-sources.tsx';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { DepartureForm } from './departure-form.tsx';
import { areFewVotes, FewVotesNotice } from './few-votes-notice.tsx';
import { askMobileGroups, type MobileTrip } from './mobile-answers.ts';
import { ReturnForm } from './return-form.tsx';

/** Groups that bring paper ballots to voters at home or in hospital; nothing where the rule pack knows none. */
export function MobileGroups({ phase, people }: Pick<BoardAnswer, 'phase' | 'people'>) {
  const say = useBoardWords();
  const live = useLive(asDevice('/api/live'), askMobileGroups);
  const groups = live.value;
  if (groups === undefined || groups.rule.limits === null) return null;
  const { trips, mayBeMarked } = groups;
  const { citations, limits } = groups.rule;
  const away = trips.filter(({ returned }) => returned === null);
  const used = trips.reduce((sum, { returned }) => sum + (returned?.used ?? 0), 0);
  const departure = (
    <DepartureForm
      key={trips.length}
      trips={trips}
      fewestBallots={limits.fewestBallots}
      people={people}
      onDone={live.refresh}
    />
  );
  return (
    <section class="sheet stack stack--tight">
      <h2>{say('board.mobile')}</h2>
      <p>{say('board.mobile.rule', { own: limits.ownLineFrom })}</p>
      {trips.map((trip) => (
        <TripLine key={trip.number} trip={trip} />
      ))}
      {away.length === 0 && areFewVotes(used, limits.fewestBallots) && (
        <FewVotesNotice voters={used} fewestBallots={limits.fewestBallots} />
      )}
      {phase !== 'open' && phase !== 'paused' ? (
        <p class="soft">{say('board.mobile.notOpen')}</p>
      ) : (
        <>
          {trips.length > 0 && <p>{say('board.mobile.mayBeMarked', { count: mayBeMarked ?? 0 })}</p>}
          {away.map((trip) => (
            <ReturnForm
              key={trip.number}
              trip={trip}
              usedBefore={used}
              fewestBallots={limits.fewestBallots}
              people={people}
              onDone={live.refresh}
            />
          ))}
          {trips.length === 0 ? (
            departure
          ) : (
            <details class="aside">
              <summary>{say('board.mobile.another')}</summary>
              {departure}
            </details>
          )}
        </>
      )}
      <RuleSources citations={citations} />
    </section>
  );
}

function TripLine({ trip: { number, taken, leftWhen, returned } }: { readonly trip: MobileTrip }) {
  const say = useBoardWords();
  return (
    <p>
      {say('board.mobile.left', { number, taken, when: leftWhen })}{' '}
      {returned === null ? (
        <strong>{say('board.mobile.away')}</strong>
      ) : (
        say('board.mobile.back', { ...returned })
      )}
      {returned !== null && returned.note !== null && ` ${returned.note}`}
    </p>
  );
}
