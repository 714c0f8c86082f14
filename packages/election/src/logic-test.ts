import { ballotOptions, type OptionKey } from './ballot-option.ts';
import type { Contest, ElectionDefinition } from './definition.ts';
import type { OptionVotes } from './figures.ts';

/** The ballots of one booth: each is a choice a contest, as the index of its option in ballot order. */
export interface BoothScript {
  readonly booth: number;
  readonly ballots: readonly (readonly number[])[];
}

/** Known votes for every booth, and what their sum must be (logic and accuracy test, VVSG 2.0). */
export interface LogicTestScript {
  readonly booths: readonly BoothScript[];
  readonly casts: number;
  /** One a contest, in the definition's order. */
  readonly expected: readonly ContestVotes[];
}

export interface ContestVotes {
  readonly contest: string;
  readonly options: readonly OptionVotes[];
}

/** One sum that is not what the script says. */
export interface LogicTestMismatch {
  readonly contest: string;
  readonly option: OptionKey;
  readonly expected: number;
  readonly found: number;
}

/**
 * At every booth the first option is chosen once, the second twice, and so on, so that each button is touched and no two options weigh
 * the same; in a contest with fewer options than another the last one gets what is left. Only one sum is ever opened, so the script must
 * show by the sum alone when a booth takes options for one another. It does: let w₁ < … < wₙ be the votes of the options at a booth and
 * let each booth exchange options as it likes. If the sum came out right for every option, then so would Σᵢ wᵢ · sumᵢ; but each booth's
 * part of it is largest only without any exchange (rearrangement inequality), so one exchange anywhere makes it too small.
 */
export function logicTestScript({
  contests,
  booths,
}: Pick<ElectionDefinition, 'contests' | 'booths'>): LogicTestScript {
  const choices = contests.map((contest) => ascendingChoices(ballotOptions(contest).length));
  const ballotCount = Math.max(...choices.map((of) => of.length));
  const ballots = Array.from({ length: ballotCount }, (_, ballot) =>
    choices.map((of) => of[ballot] ?? lastOption(of)),
  );
  return {
    booths: Array.from({ length: booths }, (_, index) => ({ booth: index + 1, ballots })),
    casts: booths * ballotCount,
    expected: contests.map((contest, position) => sumOf(contest, position, ballots, booths)),
  };
}

/** Every sum that differs, and every option that is not there. Empty: the test is passed. */
export function compareLogicTest(
  { expected }: LogicTestScript,
  found: readonly ContestVotes[],
): readonly LogicTestMismatch[] {
  return expected.flatMap(({ contest, options }) => {
    const counted = found.find((other) => other.contest === contest)?.options ?? [];
    return options.flatMap(({ key, votes }) => {
      const seen = counted.find((option) => option.key === key)?.votes ?? 0;
      return seen === votes ? [] : [{ contest, option: key, expected: votes, found: seen }];
    });
  });
}

/** Option 0 once, option 1 twice, … */
function ascendingChoices(options: number): readonly number[] {
  return Array.from({ length: options }, (_, option) => Array<number>(option + 1).fill(option)).flat();
}

function lastOption(choices: readonly number[]): number {
  return Math.max(...choices);
}

function sumOf(
  contest: Contest,
  position: number,
  ballots: readonly (readonly number[])[],
  booths: number,
): ContestVotes {
  return {
    contest: contest.id,
    options: ballotOptions(contest).map(({ key }, option) => ({
      key,
      votes: booths * ballots.filter((choices) => choices[position] === option).length,
    })),
  };
}
