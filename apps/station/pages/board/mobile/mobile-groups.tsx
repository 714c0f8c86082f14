import { asDevice } from '@bilik/ui/call';
import { useLive } from '@bilik/ui/live';
import type { Person } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { askMobileGroups, type MobileTrip } from './mobile-answers.ts';
import { MobileForm } from './mobile-form.tsx';

/** Groups that bring paper ballots to voters at home or in hospital; nothing where the rule pack knows none. */
export function MobileGroups({ people }: { readonly people: readonly Person[] }) {
  const say = useBoardWords();
  const live = useLive(asDevice('/api/live'), askMobileGroups);
  const groups = live.value;
  if (groups === undefined || groups.rule.limits === null) return null;
  const { limits, citations } = groups.rule;
  const away = groups.trips.find(({ returned }) => returned === null);
  return (
    <section class="sheet stack stack--tight">
      <h2>{say('board.mobile')}</h2>
      <p>{say('board.mobile.rule', { fewest: limits.fewestBallots, own: limits.ownLineFrom })}</p>
      {citations.map(({ title, source }) => (
        <p class="soft small" key={title}>
          {title} · {source}
        </p>
      ))}
      {groups.trips.map((trip) => (
        <TripLine key={trip.number} trip={trip} />
      ))}
      {groups.trips.length > 0 && (
        <p>{say('board.mobile.mayBeMarked', { count: groups.mayBeMarked ?? 0 })}</p>
      )}
      <MobileForm
        key={`${groups.trips.length}/${away?.number ?? 0}`}
        trips={groups.trips}
        away={away}
        people={people}
        onDone={live.refresh}
      />
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
