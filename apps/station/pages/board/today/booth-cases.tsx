import { Shape } from '@bilik/ui/shape';
import { type State, StateBadge } from '@bilik/ui/state-badge';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';

type Cases = BoardAnswer['openCases'];

/** The states of a booth that is in the middle of something, what needs people first. */
const STATES = [
  { state: 'cast', tone: 'warn' },
  { state: 'void', tone: 'warn' },
  { state: 'sealing', tone: 'active' },
] as const satisfies readonly { readonly state: Cases[number]['state']; readonly tone: State }[];

/** What each booth is in the middle of, and what its slip must say before the polling place may close. */
export function BoothCases({
  cases,
  booths: boothCount,
  heading: Heading,
}: {
  readonly cases: Cases;
  /** How many booths the polling place has. */
  readonly booths: number;
  readonly heading: 'h2' | 'h3';
}) {
  const say = useBoardWords();
  const nameOf = (booth: number): string =>
    boothCount > 1
      ? say('board.cases.boothOf', { booth, of: boothCount })
      : say('board.cases.booth', { booth });
  return (
    <div class="sheet stack stack--tight">
      <Heading>{say('board.cases')}</Heading>
      {cases.length === 0 && (
        <p class="calm tone--good">
          <Shape name="check" />
          <span>{say('board.cases.none')}</span>
        </p>
      )}
      {STATES.map(({ state, tone }) => {
        const booths = cases.filter((boothCase) => boothCase.state === state);
        if (booths.length === 0) return null;
        return (
          <div class="case" key={state}>
            <StateBadge state={tone} word={say(`board.cases.${state}`)} />
            <p>
              <strong>{booths.map(({ booth }) => nameOf(booth)).join(', ')}.</strong>{' '}
              {say(`board.cases.${state}.means`)}
            </p>
          </div>
        );
      })}
    </div>
  );
}
