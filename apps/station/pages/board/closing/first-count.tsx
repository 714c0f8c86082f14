import type { BoardAnswer, ContestOptions, HandCount, Person } from '../board-answers.ts';
import { type BoardSay, useBoardWords } from '../board-words.ts';
import { optionName } from '../option-name.ts';

/** The first hand count stays in sight once it was changed: everybody sees that there was another one. */
export function FirstCount({ state }: { readonly state: BoardAnswer }) {
  const say = useBoardWords();
  const [first] = state.handCountsBefore;
  if (first === undefined) return null;
  return (
    <div class="unmet">
      <p>
        <strong>{say('board.hands.first')}</strong> {firstCountText(first, state.contests, say)}
      </p>
      <p class="soft">
        {say('board.hands.first.by', { names: namesOf(first.countedBy, state.people) })}{' '}
        {say('board.hands.first.changed', { count: state.handCountsBefore.length })}
      </p>
    </div>
  );
}

/** All figures of a hand count in one line. */
export function firstCountText(count: HandCount, contests: readonly ContestOptions[], say: BoardSay): string {
  const figures: (readonly [label: string, figure: number])[] = [
    [say('board.hands.cardsLeft'), count.cardsLeft],
    [say('board.hands.cardsReturned'), count.cardsReturned],
  ];
  if (count.slipBox !== null) {
    figures.push([say('board.hands.inBox'), count.slipBox.inBox]);
    for (const { contest, options } of count.slipBox.contests) {
      const ballot = contests.find(({ id }) => id === contest)?.options ?? [];
      for (const { key, votes } of options) {
        const option = ballot.find((candidate) => candidate.key === key);
        figures.push([option === undefined ? key : optionName(option, say), votes]);
      }
    }
  }
  return figures.map(([label, figure]) => `${label} ${figure}`).join(' · ');
}

function namesOf(ids: readonly string[], people: readonly Person[]): string {
  return ids.map((id) => people.find((person) => person.id === id)?.name ?? id).join(', ');
}
