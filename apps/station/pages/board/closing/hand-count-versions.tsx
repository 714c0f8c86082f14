import { useLanguage } from '@bilik/ui/language';
import type { BoardAnswer, ContestOptions, HandCount, HandCountVersion, Person } from '../board-answers.ts';
import { type BoardSay, useBoardWords } from '../board-words.ts';
import { optionName } from '../option-name.ts';

/** Once a hand count was corrected, everybody sees the first one, and of each correction what it changed, why, and who counted. */
export function HandCountVersions({ state }: { readonly state: BoardAnswer }) {
  const say = useBoardWords();
  const nameOf = figureNames(state.contests, useLanguage(), say);
  const { people } = state;
  const [first, ...corrections] = state.handCountVersions;
  if (first === undefined || corrections.length === 0) return null;
  return (
    <div class="unmet">
      <p>{say('board.hands.versions', { count: corrections.length })}</p>
      <ol class="plain-list">
        <li>
          <strong>{say('board.hands.version.first')}</strong> {handCountText(first, nameOf)}
          <CountedBy ids={first.countedBy} people={people} />
        </li>
        {corrections.map((correction, index) => {
          const holds = index === corrections.length - 1;
          const version = index + 2;
          return (
            <li key={version}>
              <strong>{say(holds ? 'board.hands.version.holds' : 'board.hands.version', { version })}</strong>
              <ul class="plain-list">
                {changesTold(correction, nameOf, say).map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
              {correction.reason !== null && (
                <p>{say('board.hands.reason.told', { reason: correction.reason })}</p>
              )}
              <CountedBy ids={correction.countedBy} people={people} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** What a figure is called, by its contest (null for cards and for all slips of the box) and its key. */
type FigureName = (contest: string | null, figure: string) => string;

/** As it stands beside the figure in the form; an option with its contest where there are several. */
export function figureNames(
  contests: readonly ContestOptions[],
  language: 'id' | 'en',
  say: BoardSay,
): FigureName {
  return (contestId, figure) => {
    const ofPaper = PAPER_FIGURES.find((one) => one === figure);
    if (contestId === null && ofPaper !== undefined) return say(`board.hands.${ofPaper}`);
    const contest = contests.find(({ id }) => id === contestId);
    const option = contest?.options.find(({ key }) => key === figure);
    const name = option === undefined ? figure : optionName(option, say);
    return contest === undefined || contests.length === 1 ? name : `${contest.title[language]}, ${name}`;
  };
}

/** All figures of a hand count in one line; of the few paper votes only how many there are. */
export function handCountText(
  { cardsLeft, cardsReturned, slipBox, paper }: HandCount,
  nameOf: FigureName,
): string {
  const figures = [
    `${nameOf(null, 'cardsLeft')} ${cardsLeft}`,
    `${nameOf(null, 'cardsReturned')} ${cardsReturned}`,
  ];
  if (slipBox !== null) {
    figures.push(`${nameOf(null, 'inBox')} ${slipBox.inBox}`);
    for (const { contest, options } of slipBox.contests) {
      for (const { key, votes } of options) figures.push(`${nameOf(contest, key)} ${votes}`);
    }
  }
  if (paper !== undefined) figures.push(`${nameOf(null, 'paperInBox')} ${paper.inBox}`);
  return figures.join(' · ');
}

/** Each figure that a correction changed: `Struk SAH di kotak: dari 41 menjadi 40`. */
export function changesTold(
  { changes }: HandCountVersion,
  nameOf: FigureName,
  say: BoardSay,
): readonly string[] {
  if (changes.length === 0) return [say('board.hands.change.none')];
  const counted = (figure: number | null) => figure ?? say('board.hands.change.notCounted');
  return changes.map(({ contest, figure, before, after }) =>
    say('board.hands.change', {
      figure: nameOf(contest, figure),
      before: counted(before),
      after: counted(after),
    }),
  );
}

const PAPER_FIGURES = ['cardsLeft', 'cardsReturned', 'inBox', 'paperInBox'] as const;

function CountedBy({ ids, people }: { readonly ids: readonly string[]; readonly people: readonly Person[] }) {
  const say = useBoardWords();
  const names = ids.map((id) => people.find((person) => person.id === id)?.name ?? id).join(', ');
  return <p class="soft">{say('board.hands.version.by', { names })}</p>;
}
