import { Shape } from '@bilik/ui/shape';
import { type State, StateBadge } from '@bilik/ui/state-badge';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';

type Cases = BoardAnswer['openCases'];

const TONE: Record<Cases[number]['state'], State> = {
  idle: 'good',
  sealing: 'active',
  cast: 'warn',
  void: 'warn',
};

/** What each booth is in the middle of, and what its slip must say before the polling place may close. */
export function BoothCases({ cases }: { readonly cases: Cases }) {
  const say = useBoardWords();
  return (
    <div class="sheet stack stack--tight">
      <h2>{say('board.cases')}</h2>
      {cases.length === 0 ? (
        <p class="calm tone--good">
          <Shape name="check" />
          <span>{say('board.cases.none')}</span>
        </p>
      ) : (
        <ul class="cases">
          {cases.map(({ booth, state }) => (
            <li key={booth} class="cases__case">
              <p class="row">
                <strong>{say('board.cases.booth', { booth })}</strong>
                <StateBadge state={TONE[state]} word={say(`board.cases.${state}`)} />
              </p>
              <p>{say(`board.cases.${state}.means`)}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
