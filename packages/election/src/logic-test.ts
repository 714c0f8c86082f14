import { ballotOptions, type OptionKey } from './ballot-option.ts';
import type { CivilTime } from './civil-time.ts';
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

/** One option at one booth: what the script says, what the opened sum of that booth's ballots says, what two people counted on its slips. */
export interface LogicTestFigure {
  readonly key: OptionKey;
  readonly expected: number;
  /** Null: the sum could not be opened. */
  readonly counted: number | null;
  readonly slips: number;
}

export interface LogicTestBooth {
  readonly booth: number;
  readonly contests: readonly { readonly contest: string; readonly options: readonly LogicTestFigure[] }[];
}

/** One logic and accuracy test that was carried to its end. Holds no card, ballot or key. */
export interface LogicTestRun {
  readonly begunAt: CivilTime;
  readonly endedAt: CivilTime;
  readonly confirmedBy: readonly string[];
  /** Test ballots cast, and those that were spoiled on the way. */
  readonly casts: number;
  readonly spoiled: number;
  /** Where the sum over all booths, opened once more as after an election, is not what the script says. Null: it could not be opened. */
  readonly total: readonly LogicTestMismatch[] | null;
  readonly booths: readonly LogicTestBooth[];
}

/** What is known of the test when the polls open. */
export interface LogicTestStanding {
  /** Oldest first; the last one holds. */
  readonly runs: readonly LogicTestRun[];
  /** Why the board goes on without a test that matched; null when nobody said so. */
  readonly skipped: {
    readonly at: CivilTime;
    readonly reason: string;
    readonly confirmedBy: readonly string[];
  } | null;
}

/** Which of the three disagrees with the other two, and so where people look. */
export type LogicTestFault =
  /** Paper as the script says, sum not: the booth encrypts something else than it prints. */
  | 'encrypts-other'
  /** Sum as the script says, paper not: the booth prints something else than it encrypts, or the slips were miscounted. */
  | 'prints-other'
  /** Paper and sum agree with each other: another option was touched, or the booth took it for another one. */
  | 'takes-other'
  /** Paper and sum agree, and no option of this contest has more than the script says: cards were left over. Those tell of no swap, and rule none out. */
  | 'cards-unused'
  /** No two of the three agree. */
  | 'all-differ';

/** One option at one booth where the test did not come out. */
export interface LogicTestDifference extends LogicTestFigure {
  readonly booth: number;
  readonly contest: string;
  readonly fault: LogicTestFault;
}

/** Every figure that differs, booth by booth. */
export function logicTestDifferences({
  booths,
}: Pick<LogicTestRun, 'booths'>): readonly LogicTestDifference[] {
  return booths.flatMap(({ booth, contests }) =>
    contests.flatMap(({ contest, options }) =>
      options.flatMap((figure) => {
        const fault = faultOf(figure, options);
        return fault === undefined ? [] : [{ ...figure, booth, contest, fault }];
      }),
    ),
  );
}

/** Whether booths, slips and the sum over all of them are what the script says. */
export function logicTestMatched(run: LogicTestRun): boolean {
  return logicTestDifferences(run).length === 0 && run.total?.length === 0;
}

/**
 * Puts what was opened and what was counted by hand beside the script, booth by booth. Booths all have the same script, so that of one says
 * what each must give.
 * @param opened of one booth, as its ballots' sum was opened; null: it was not
 */
export function logicTestBooths(
  definition: Pick<ElectionDefinition, 'contests' | 'booths'>,
  opened: (booth: number) => readonly ContestVotes[] | null,
  slips: (booth: number, contest: string, option: OptionKey) => number,
): readonly LogicTestBooth[] {
  const { expected } = logicTestScript({ contests: definition.contests, booths: 1 });
  return Array.from({ length: definition.booths }, (_, index) => {
    const booth = index + 1;
    const counted = opened(booth);
    return {
      booth,
      contests: expected.map(({ contest, options }) => ({
        contest,
        options: options.map(({ key, votes }) => ({
          key,
          expected: votes,
          counted:
            counted?.find((other) => other.contest === contest)?.options.find((option) => option.key === key)
              ?.votes ?? null,
          slips: slips(booth, contest, key),
        })),
      })),
    };
  });
}

function faultOf(
  { expected, counted, slips }: LogicTestFigure,
  ofContest: readonly LogicTestFigure[],
): LogicTestFault | undefined {
  if (slips === expected) return counted === expected ? undefined : 'encrypts-other';
  if (counted === expected) return 'prints-other';
  if (counted !== slips) return 'all-differ';
  // one that was taken for another would be too many there
  const isNothingTooMuch = ofContest.every(
    (other) => other.counted !== null && other.counted <= other.expected && other.slips <= other.expected,
  );
  return isNothingTooMuch ? 'cards-unused' : 'takes-other';
}

/** A booth at which test cards were left over, and nothing else differs. */
export interface UnusedTestCards {
  readonly booth: number;
  /** Test ballots that came from there. */
  readonly used: number;
}

/** @param script ballots of each booth's script */
export function unusedTestCards(
  differences: readonly LogicTestDifference[],
  script: number,
): readonly UnusedTestCards[] {
  const booths = [...new Set(differences.map(({ booth }) => booth))];
  return booths.flatMap((booth) => {
    const own = differences.filter((difference) => difference.booth === booth);
    if (own.some(({ fault }) => fault !== 'cards-unused')) return [];
    // every card is a ballot of each contest
    const missing = own
      .filter(({ contest }) => contest === own[0]?.contest)
      .reduce((sum, { expected, counted }) => sum + expected - (counted ?? 0), 0);
    return [{ booth, used: script - missing }];
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
