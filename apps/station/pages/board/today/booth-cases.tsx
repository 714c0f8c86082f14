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

/** What each booth's printer needs, what each booth is in the middle of, and what its slip must say before the polling place may close. */
export function BoothCases({
  state,
  heading: Heading,
}: {
  readonly state: Pick<
    BoardAnswer,
    'openCases' | 'printersInTrouble' | 'paperRunningLow' | 'helpWanted' | 'booths'
  >;
  readonly heading: 'h2' | 'h3';
}) {
  const {
    openCases: cases,
    printersInTrouble: printers,
    paperRunningLow: papers,
    helpWanted,
    booths: boothCount,
  } = state;
  const say = useBoardWords();
  const nameOf = (booth: number): string =>
    boothCount > 1
      ? say('board.cases.boothOf', { booth, of: boothCount })
      : say('board.cases.booth', { booth });
  return (
    <div class="sheet stack stack--tight">
      <Heading>{say('board.cases')}</Heading>
      {helpWanted.length > 0 && (
        <div class="case">
          <StateBadge
            state="active"
            word={say('board.help', { booths: helpWanted.map(nameOf).join(', ') })}
          />
          <p>{say('board.help.toDo')}</p>
        </div>
      )}
      {cases.length + printers.length + papers.length + helpWanted.length === 0 && (
        <p class="calm tone--good">
          <Shape name="check" />
          <span>{say('board.cases.none')}</span>
        </p>
      )}
      {printers.length > 0 && (
        <div class="case">
          {printers.map(({ booth, trouble }) => (
            <div class="case" key={booth}>
              <StateBadge state="bad" word={`${nameOf(booth)}: ${say(`board.printer.${trouble}`)}`} />
              <p>
                <strong>{say(`board.printer.${trouble}.toDo`)}</strong>
              </p>
            </div>
          ))}
          <p class="soft">{say('board.printer.means')}</p>
        </div>
      )}
      {papers.map(({ booth, paper }) => (
        <div class="case" key={booth}>
          <StateBadge state="warn" word={`${nameOf(booth)}: ${say(`board.paper.${paper}`)}`} />
          <p>
            <strong>{say(`board.paper.${paper}.toDo`)}</strong>
          </p>
        </div>
      ))}
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
