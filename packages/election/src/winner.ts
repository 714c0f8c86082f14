import type { PollingPlaceId } from './area.ts';
import { ballotOptions, candidateKey } from './ballot-option.ts';
import type { Contest } from './definition.ts';
import { type OptionVotes, sumOfVotes, votesOf } from './figures.ts';
import { fail, type Result, succeed } from './result.ts';
import type { RulePack } from './rule-pack.ts';
import { breakTie } from './tie.ts';
import { type ExplanationStep, explain } from './winner-explanation.ts';

/** Votes of one unit (polling place or residence area) with its size. */
export interface UnitVotes {
  /** Registered voters. */
  readonly registered: number;
  readonly options: readonly OptionVotes[];
}

/** The definitive result of one polling place in one contest. */
export interface PlaceResult extends UnitVotes {
  readonly place: PollingPlaceId;
  /** Users of the right to vote. */
  readonly users: number;
  /** Votes by residence area, where such figures exist; null where they do not. */
  readonly areas: readonly (UnitVotes & { readonly area: string })[] | null;
}

/** Why people, with minutes, must decide. */
export type PeopleDecideWhy =
  | 'tie-steps-exhausted'
  | 'figures-missing'
  | 'empty-column-rule-unknown'
  | 'equal-to-empty-column'
  | 'quorum-not-met'
  | 'no-votes';

/** What the results of a village say, with its reasons in steps. Candidates are named by number, in ascending order. */
export type VillageOutcome = { readonly steps: readonly ExplanationStep[] } & (
  | {
      readonly type: 'winner';
      readonly candidate: number;
      readonly votes: number;
      readonly afterTie: boolean;
    }
  | { readonly type: 'empty-column-wins'; readonly votes: number }
  | { readonly type: 'second-round'; readonly among: readonly number[]; readonly withinDays: number }
  | { readonly type: 'people-decide'; readonly why: PeopleDecideWhy; readonly among: readonly number[] }
  | { readonly type: 'incomplete'; readonly missing: readonly PollingPlaceId[] }
);

/** Results that do not belong together; nothing is decided from them. */
export type VillageInputError =
  | { readonly type: 'no-places-expected' }
  | { readonly type: 'unexpected-place'; readonly place: PollingPlaceId }
  | { readonly type: 'place-given-twice'; readonly place: PollingPlaceId }
  | { readonly type: 'options-do-not-match'; readonly place: PollingPlaceId; readonly area: string | null }
  | { readonly type: 'not-a-count'; readonly place: PollingPlaceId }
  | { readonly type: 'areas-do-not-add-up'; readonly place: PollingPlaceId };

/** What is to be decided. */
export interface VillageInput {
  readonly contest: Contest;
  /** All polling places of the village, electronic and paper. */
  readonly expected: readonly PollingPlaceId[];
  readonly results: readonly PlaceResult[];
  readonly rulePack: RulePack;
}

/**
 * Who won a contest in a village: most votes among the valid votes, ties by the steps of the rule pack, a single candidate
 * against the empty column by its setting. Total and deterministic; the order of places, areas and options never matters;
 * never by chance and never by candidate number. A step whose figures do not exist is not skipped: people decide.
 * @errors results that do not belong together
 * @source domain.md §1 "Winner"; pilkades.md §2.6, variants T1 to T5
 */
export function decideVillage(input: VillageInput): Result<VillageOutcome, readonly VillageInputError[]> {
  const errors = inputErrors(input);
  return errors.length > 0 ? fail(errors) : succeed(decide(input));
}

function decide({ contest, expected, results, rulePack }: VillageInput): VillageOutcome {
  const say = explain(contest);
  const given = new Set(results.map(({ place }) => place));
  const missing = [...new Set(expected)].filter((place) => !given.has(place)).sort(byText);
  if (missing.length > 0) {
    return { type: 'incomplete', missing, steps: [say.incomplete(given.size, missing)] };
  }
  const totals = sumByOption(contest, results);
  const steps: ExplanationStep[] = [say.totals(totals, results.length)];
  const numbers = contest.candidates.map(({ number }) => number).sort((left, right) => left - right);

  const quorum = rulePack.settings.quorum;
  if (quorum.value !== null) {
    const registered = results.reduce((total, result) => total + result.registered, 0);
    const users = results.reduce((total, result) => total + result.users, 0);
    const isMet =
      BigInt(users) * BigInt(quorum.value.denominator) >= BigInt(registered) * BigInt(quorum.value.numerator);
    steps.push(say.quorum(isMet, users, registered, quorum.value, quorum.cites));
    if (!isMet) return { type: 'people-decide', why: 'quorum-not-met', among: numbers, steps };
  }
  if (sumOfVotes(totals) === votesOf(totals, 'blank')) {
    return { type: 'people-decide', why: 'no-votes', among: numbers, steps: [...steps, say.noVotes()] };
  }
  const [only] = numbers;
  if (only !== undefined && numbers.length === 1) {
    return decideAgainstEmptyColumn(only, totals, rulePack, say, steps);
  }
  const most = Math.max(...numbers.map((number) => votesOf(totals, candidateKey(number))));
  const leaders = numbers.filter((number) => votesOf(totals, candidateKey(number)) === most);
  const [leader] = leaders;
  if (leader !== undefined && leaders.length === 1) {
    return {
      type: 'winner',
      candidate: leader,
      votes: most,
      afterTie: false,
      steps: [...steps, say.mostVotes(leader, most, rulePack.settings.winner.cites)],
    };
  }
  steps.push(say.tie(leaders, most));
  const broken = breakTie({ tied: leaders, all: numbers, results, ties: rulePack.settings.ties.value, say });
  const allSteps = [...steps, ...broken.steps];
  switch (broken.type) {
    case 'decided':
      return {
        type: 'winner',
        candidate: broken.candidate,
        votes: most,
        afterTie: true,
        steps: [...allSteps, say.winnerAfterTie(broken.candidate)],
      };
    case 'second-round':
      return { type: 'second-round', among: broken.among, withinDays: broken.withinDays, steps: allSteps };
    case 'people-decide':
      return { type: 'people-decide', why: broken.why, among: broken.among, steps: allSteps };
  }
}

function decideAgainstEmptyColumn(
  candidate: number,
  totals: readonly OptionVotes[],
  rulePack: RulePack,
  say: ReturnType<typeof explain>,
  before: readonly ExplanationStep[],
): VillageOutcome {
  const { value: rule, cites } = rulePack.settings.emptyColumnWin;
  const votes = votesOf(totals, candidateKey(candidate));
  const column = votesOf(totals, 'empty');
  const casts = sumOfVotes(totals);
  const steps = [...before, say.emptyColumn(rule, candidate, votes, column, casts, cites)];
  if (rule === 'unknown') {
    return { type: 'people-decide', why: 'empty-column-rule-unknown', among: [candidate], steps };
  }
  if (rule === 'more-than-half-of-casts') {
    return votes * 2 > casts
      ? { type: 'winner', candidate, votes, afterTie: false, steps }
      : { type: 'empty-column-wins', votes: column, steps };
  }
  if (votes === column)
    return { type: 'people-decide', why: 'equal-to-empty-column', among: [candidate], steps };
  return votes > column
    ? { type: 'winner', candidate, votes, afterTie: false, steps }
    : { type: 'empty-column-wins', votes: column, steps };
}

function sumByOption(contest: Contest, units: readonly UnitVotes[]): readonly OptionVotes[] {
  return ballotOptions(contest).map(({ key }) => ({
    key,
    votes: units.reduce((total, unit) => total + votesOf(unit.options, key), 0),
  }));
}

function inputErrors({ contest, expected, results }: VillageInput): readonly VillageInputError[] {
  const errors: VillageInputError[] = expected.length === 0 ? [{ type: 'no-places-expected' }] : [];
  const seen = new Set<PollingPlaceId>();
  for (const result of results) {
    const { place, areas } = result;
    if (!expected.includes(place)) errors.push({ type: 'unexpected-place', place });
    if (seen.has(place)) errors.push({ type: 'place-given-twice', place });
    seen.add(place);
    const units = [{ ...result, area: null }, ...(areas ?? [])];
    for (const unit of units) {
      if (!hasTheOptions(contest, unit.options)) {
        errors.push({ type: 'options-do-not-match', place, area: unit.area });
      }
    }
    const counts = [
      result.users,
      ...units.flatMap((unit) => [unit.registered, ...unit.options.map((o) => o.votes)]),
    ];
    if (!counts.every(isCount)) errors.push({ type: 'not-a-count', place });
    if (areas !== null && !addsUp(contest, result, areas))
      errors.push({ type: 'areas-do-not-add-up', place });
  }
  return errors;
}

function hasTheOptions(contest: Contest, options: readonly OptionVotes[]): boolean {
  const wanted = ballotOptions(contest).map(({ key }) => key);
  const given = new Set(options.map(({ key }) => key));
  return options.length === wanted.length && wanted.every((key) => given.has(key));
}

/** A result is at most a village's: far below the point where sums stop being exact. */
function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 100_000;
}

function addsUp(
  contest: Contest,
  place: UnitVotes,
  areas: readonly (UnitVotes & { readonly area: string })[],
): boolean {
  const isDistinct = new Set(areas.map(({ area }) => area)).size === areas.length;
  const summed = sumByOption(contest, areas);
  return isDistinct && summed.every(({ key, votes }) => votes === votesOf(place.options, key));
}

function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
