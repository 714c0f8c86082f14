import type { BoardAnswer, ContestOptions, HandCount, HandCountVersion, Person } from '../board-answers.ts';
import { type BoardSay, useBoardWords } from '../board-words.ts';
import { optionName } from '../option-name.ts';

/** Once a hand count was corrected, everybody sees the first one, and of each correction what it changed, why, and who counted. */
export function HandCountVersions({ state }: { readonly state: BoardAnswer }) {
  const say = useBoardWords();
  const { handCountVersions: versions, contests, people } = state;
  const [first, ...corrections] = versions;
  if (first === undefined || corrections.length === 0) return null;
  return (
    <div class="unmet">
      <p>{say('board.hands.versions', { count: corrections.length })}</p>
      <ol class="plain-list">
        <li>
          <strong>{say('board.hands.version.first')}</strong> {handCountText(first, contests, say)}.{' '}
          <CountedBy ids={first.countedBy} people={people} />
        </li>
        {corrections.map((correction, index) => {
          const holds = index === corrections.length - 1;
          const version = index + 2;
          return (
            <li key={version}>
              <strong>
                {say(holds ? 'board.hands.version.holds' : 'board.hands.version', { version })}
              </strong>{' '}
              {changesText(correction, contests, say)}.{' '}
              {correction.reason !== null && say('board.hands.reason.told', { reason: correction.reason })}{' '}
              <CountedBy ids={correction.countedBy} people={people} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** All figures of a hand count in one line. */
export function handCountText(count: HandCount, contests: readonly ContestOptions[], say: BoardSay): string {
  const figures: (readonly [contest: string | null, figure: string, counted: number])[] = [
    [null, 'cardsLeft', count.cardsLeft],
    [null, 'cardsReturned', count.cardsReturned],
  ];
  if (count.slipBox !== null) {
    figures.push([null, 'inBox', count.slipBox.inBox]);
    for (const { contest, options } of count.slipBox.contests) {
      for (const { key, votes } of options) figures.push([contest, key, votes]);
    }
  }
  return figures
    .map(([contest, figure, counted]) => `${figureName(contest, figure, contests, say)} ${counted}`)
    .join(' · ');
}

/** Each figure that a correction changed, in one line: `Struk SAH di kotak: dari 41 menjadi 40`. */
export function changesText(
  { changes }: HandCountVersion,
  contests: readonly ContestOptions[],
  say: BoardSay,
): string {
  if (changes.length === 0) return say('board.hands.change.none');
  const counted = (figure: number | null) => figure ?? say('board.hands.change.notCounted');
  return changes
    .map(({ contest, figure, before, after }) =>
      say('board.hands.change', {
        figure: figureName(contest, figure, contests, say),
        before: counted(before),
        after: counted(after),
      }),
    )
    .join(' · ');
}

const PAPER_FIGURES = ['cardsLeft', 'cardsReturned', 'inBox'] as const;

/** As it stands beside the figure in the form; an option with its contest where there are several. */
function figureName(
  contestId: string | null,
  figure: string,
  contests: readonly ContestOptions[],
  say: BoardSay,
): string {
  const ofPaper = PAPER_FIGURES.find((one) => one === figure);
  if (contestId === null && ofPaper !== undefined) return say(`board.hands.${ofPaper}`);
  const option = contests
    .find(({ id }) => id === contestId)
    ?.options.find((candidate) => candidate.key === figure);
  return option === undefined ? figure : optionName(option, say);
}

function CountedBy({ ids, people }: { readonly ids: readonly string[]; readonly people: readonly Person[] }) {
  const say = useBoardWords();
  const names = ids.map((id) => people.find((person) => person.id === id)?.name ?? id).join(', ');
  return <span class="soft">{say('board.hands.version.by', { names })}</span>;
}
