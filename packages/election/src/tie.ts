import { partsOfPollingPlaceId } from './area.ts';
import { candidateKey } from './ballot-option.ts';
import { sumOfVotes, votesOf } from './figures.ts';
import { assertNever } from './result.ts';
import type { TieStep } from './rule-pack.ts';
import type { PlaceResult, UnitVotes } from './winner.ts';
import type { Explain, ExplanationStep } from './winner-explanation.ts';

/** A polling place or a residence area, with the name that the explanation gives it. */
interface Unit extends UnitVotes {
  readonly name: string;
}

/** Where a tie ended. */
export type BrokenTie = { readonly steps: readonly ExplanationStep[] } & (
  | { readonly type: 'decided'; readonly candidate: number }
  | { readonly type: 'second-round'; readonly among: readonly number[]; readonly withinDays: number }
  | {
      readonly type: 'people-decide';
      readonly why: 'tie-steps-exhausted' | 'figures-missing';
      readonly among: readonly number[];
    }
);

/** What one step leaves: fewer or as many still tied, or no figures to look at. */
type StepResult =
  | { readonly remaining: readonly number[]; readonly steps: readonly ExplanationStep[] }
  | { readonly figuresMissing: true; readonly steps: readonly ExplanationStep[] };

interface StepInput {
  readonly tied: readonly number[];
  readonly all: readonly number[];
  readonly results: readonly PlaceResult[];
  readonly say: Explain;
}

/**
 * Applies the steps of a rule pack in order, each to those whom the earlier ones left tied.
 * @param input.tied at least two candidate numbers, ascending
 * @param input.all  all candidates of the contest, for "more votes than every other candidate"
 */
export function breakTie(input: StepInput & { readonly ties: readonly TieStep[] }): BrokenTie {
  let tied = input.tied;
  const steps: ExplanationStep[] = [];
  for (const step of input.ties) {
    if (step.step === 'second-round') {
      steps.push(input.say.secondRound(tied, step.withinDays, step.cites));
      return { type: 'second-round', among: tied, withinDays: step.withinDays, steps };
    }
    const result = applyStep(step, { ...input, tied });
    steps.push(...result.steps);
    if ('figuresMissing' in result) {
      steps.push(input.say.peopleDecide(tied, 'figures-missing'));
      return { type: 'people-decide', why: 'figures-missing', among: tied, steps };
    }
    tied = result.remaining;
    const [candidate] = tied;
    if (candidate !== undefined && tied.length === 1) return { type: 'decided', candidate, steps };
  }
  steps.push(input.say.peopleDecide(tied, 'tie-steps-exhausted'));
  return { type: 'people-decide', why: 'tie-steps-exhausted', among: tied, steps };
}

function applyStep(step: Exclude<TieStep, { readonly step: 'second-round' }>, input: StepInput): StepResult {
  const { results, tied, say } = input;
  switch (step.step) {
    case 'largest-polling-place':
      if (results.length < 2) {
        return { remaining: tied, steps: [say.doesNotApply(step.step, 'one-place', step.cites)] };
      }
      return largestUnit(placesAsUnits(results), step, input);
    case 'largest-tally-area': {
      if (step.onlySinglePollingPlace && results.length > 1) {
        return { remaining: tied, steps: [say.doesNotApply(step.step, 'several-places', step.cites)] };
      }
      const areas = areasAsUnits(results, step.minimumCasts);
      if (areas === null) return { figuresMissing: true, steps: [say.figuresMissing(step.step, step.cites)] };
      return largestUnit(areas, step, input);
    }
    case 'more-units-won': {
      const units =
        step.unit === 'polling-place' ? placesAsUnits(results) : areasAsUnits(results, step.minimumCasts);
      if (units === null) return { figuresMissing: true, steps: [say.figuresMissing(step.step, step.cites)] };
      return moreUnitsWon(units, step, input);
    }
    default:
      return assertNever(step);
  }
}

/**
 * The leaders in the largest unit remain. Units of equal size are looked at together: they decide only when all of them say
 * the same, because the rule does not tell which of them is "the largest".
 */
function largestUnit(
  units: readonly Unit[],
  step: { readonly whenTiedInside: 'next-largest' | 'end-step'; readonly cites: readonly string[] },
  { tied, say }: StepInput,
): StepResult {
  const steps: ExplanationStep[] = [];
  let remaining = tied;
  for (const registered of [...new Set(units.map((unit) => unit.registered))].sort(
    (left, right) => right - left,
  )) {
    const group = units.filter((unit) => unit.registered === registered);
    const leaders = group.map((unit) => mostVotesIn(unit, remaining));
    const [first = remaining] = leaders;
    if (!leaders.every((other) => sameNumbers(other, first))) {
      steps.push(say.equalUnitsDisagree(names(group), registered, step.cites));
      return { remaining, steps };
    }
    steps.push(say.unitLooksAt(group, registered, remaining, first, step.cites));
    remaining = first;
    if (remaining.length === 1 || step.whenTiedInside === 'end-step') return { remaining, steps };
  }
  return { remaining, steps };
}

/** Those who won most units remain; a unit is won by more votes in it than every other candidate, tied or not. */
function moreUnitsWon(
  units: readonly Unit[],
  step: { readonly unit: 'polling-place' | 'tally-area'; readonly cites: readonly string[] },
  { tied, all, say }: StepInput,
): StepResult {
  const won = new Map(tied.map((number) => [number, 0]));
  for (const unit of units) {
    const [winner, ...others] = mostVotesIn(unit, all);
    const before = winner === undefined ? undefined : won.get(winner);
    if (winner !== undefined && before !== undefined && others.length === 0) won.set(winner, before + 1);
  }
  const most = Math.max(...won.values());
  const remaining = tied.filter((number) => won.get(number) === most);
  return { remaining, steps: [say.unitsWon(step.unit, won, remaining, step.cites)] };
}

function mostVotesIn(unit: UnitVotes, numbers: readonly number[]): readonly number[] {
  const votes = (number: number) => votesOf(unit.options, candidateKey(number));
  const most = Math.max(...numbers.map(votes));
  return numbers.filter((number) => votes(number) === most);
}

function placesAsUnits(results: readonly PlaceResult[]): readonly Unit[] {
  return results.map((result) => ({ ...result, name: `TPS ${partsOfPollingPlaceId(result.place).number}` }));
}

/** Areas summed over places by name; null unless every place has them and each tally is large enough to be looked at. */
function areasAsUnits(results: readonly PlaceResult[], minimumCasts: number): readonly Unit[] | null {
  const units = new Map<string, Unit>();
  for (const { areas } of results) {
    if (areas === null || areas.length === 0) return null;
    for (const { area, registered, options } of areas) {
      if (sumOfVotes(options) < minimumCasts) return null;
      const before = units.get(area);
      units.set(area, {
        name: area,
        registered: registered + (before?.registered ?? 0),
        options: options.map(({ key, votes }) => ({
          key,
          votes: votes + votesOf(before?.options ?? [], key),
        })),
      });
    }
  }
  return [...units.values()];
}

function names(units: readonly Unit[]): readonly string[] {
  return units.map(({ name }) => name).sort((left, right) => (left < right ? -1 : 1));
}

function sameNumbers(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((number, position) => number === right[position]);
}
