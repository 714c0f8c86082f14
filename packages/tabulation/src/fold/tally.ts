import { fail, type OptionKey, type PollingPlaceId, type Result, succeed } from '@bilik/election';
import { areasAround, isWithin } from './areas.ts';
import { addFigures, differenceOf, type Figures, fallsOf } from './figures.ts';
import type { PlaceContest, ResultChange } from './result-change.ts';

/** Sums of one contest over one area, never without how many of its places they hold. */
export interface Tally {
  /** Polling places that vote in this contest here (N of "n of N"). */
  readonly expected: number;
  /** Of these, how many are in the sums (n). */
  readonly counted: number;
  readonly registered: number;
  readonly users: number;
  readonly valid: number;
  readonly invalid: number;
  readonly total: number;
  /** By option; empty above the area in which the options name the same people. */
  readonly options: ReadonlyMap<OptionKey, number>;
}

/** What one change adds to each area around its place; negative where figures fall. */
export type TallyDelta = Omit<Tally, 'expected'>;

/** The standing result of one place in one contest, and the last version that was ever recorded. */
export interface PlaceStanding {
  readonly version: number;
  /** Null after a withdrawal. */
  readonly result: PlaceContest | null;
}

/** A change that does not follow from what was before it. */
export type ChangeProblem =
  | { readonly type: 'already-recorded'; readonly version: number }
  | { readonly type: 'nothing-recorded' }
  | { readonly type: 'version-not-next'; readonly version: number; readonly last: number };

type Counts = 'counted' | 'registered' | 'users' | 'valid' | 'invalid' | 'total';

/** What a change does to a place and to every sum around it. A fall is named, never silent. */
export interface ChangeEffect {
  readonly standing: PlaceStanding;
  readonly delta: TallyDelta;
  /** Figures and options that fall by it. Only a correction or a withdrawal makes one, and both carry a reason. */
  readonly falls: readonly string[];
}

/**
 * The effect of one change. Pure: the same stream gives the same sums, on every machine, in any grouping of places.
 * @param before null while nothing was recorded for this place and contest
 * @errors 'already-recorded' · 'nothing-recorded' · 'version-not-next'
 */
export function effectOf(
  before: PlaceStanding | null,
  change: ResultChange,
): Result<ChangeEffect, ChangeProblem> {
  const last = before?.version ?? 0;
  const old = before?.result ?? null;
  if (change.kind === 'recorded' && old !== null) return fail({ type: 'already-recorded', version: last });
  if (change.kind !== 'recorded' && old === null) return fail({ type: 'nothing-recorded' });
  if (change.kind !== 'withdrawn' && change.version <= last) {
    return fail({ type: 'version-not-next', version: change.version, last });
  }
  const result = change.kind === 'withdrawn' ? null : change.result;
  const delta = differenceOf(countedOf(old), countedOf(result));
  const standing = { version: change.kind === 'withdrawn' ? last : change.version, result };
  return succeed({ standing, delta: flat(delta), falls: fallsOf(delta) });
}

/** The sums after a delta. */
export function addDelta(tally: Tally, delta: TallyDelta): Tally {
  return { expected: tally.expected, ...flat(addFigures(parted(tally), parted(delta))) };
}

/** Sums in which nothing is counted yet. */
export function emptyTally(expected: number): Tally {
  return { expected, ...NOTHING };
}

/** A place that votes in a contest, and the area inside which the contest's options name the same people. */
export interface ExpectedPlace {
  readonly place: PollingPlaceId;
  readonly contest: string;
  /** The village for a village head, the regency for a regent. Votes by option are summed up to it and not above. */
  readonly contestArea: string;
}

/** The delta as an area sees it: without options above the contest's own area. */
export function deltaForArea(delta: TallyDelta, area: string, contestArea: string): TallyDelta {
  return isWithin(area, contestArea) ? delta : { ...delta, options: new Map() };
}

/** Where a sum is kept. */
export function tallyKey(contest: string, area: string): string {
  return `${contest}|${area}`;
}

/** All sums, the standing results, and every fall with its reason, out of the whole stream. */
export interface Recount {
  /** By `tallyKey`. */
  readonly tallies: ReadonlyMap<string, Tally>;
  /** By `tallyKey` of contest and place. */
  readonly standings: ReadonlyMap<string, PlaceStanding>;
  readonly falls: readonly {
    readonly change: number;
    readonly reason: string;
    readonly figures: readonly string[];
  }[];
}

/**
 * Counts everything again from the stream: what anyone does to check the sums.
 * @param changes in the order in which they were appended
 * @errors the first change that does not follow, counted from 0; or one of a place that nobody expects
 */
export function recount(
  expected: readonly ExpectedPlace[],
  changes: readonly ResultChange[],
): Result<
  Recount,
  { readonly change: number; readonly problem: ChangeProblem | { readonly type: 'place-not-expected' } }
> {
  const tallies = new Map<string, Tally>();
  const contestAreas = new Map<string, string>();
  for (const { place, contest, contestArea } of expected) {
    contestAreas.set(tallyKey(contest, place), contestArea);
    for (const area of areasAround(place)) {
      const key = tallyKey(contest, area);
      const tally = tallies.get(key) ?? emptyTally(0);
      tallies.set(key, { ...tally, expected: tally.expected + 1 });
    }
  }
  const standings = new Map<string, PlaceStanding>();
  const falls: Recount['falls'][number][] = [];
  for (const [index, change] of changes.entries()) {
    const own = tallyKey(change.contest, change.place);
    const contestArea = contestAreas.get(own);
    if (contestArea === undefined) return fail({ change: index, problem: { type: 'place-not-expected' } });
    const effect = effectOf(standings.get(own) ?? null, change);
    if (!effect.ok) return fail({ change: index, problem: effect.error });
    standings.set(own, effect.value.standing);
    for (const area of areasAround(change.place)) {
      const key = tallyKey(change.contest, area);
      const delta = deltaForArea(effect.value.delta, area, contestArea);
      tallies.set(key, addDelta(tallies.get(key) ?? emptyTally(0), delta));
    }
    if (effect.value.falls.length > 0 && change.kind !== 'recorded') {
      falls.push({ change: index, reason: change.reason, figures: effect.value.falls });
    }
  }
  return succeed({ tallies, standings, falls });
}

const NOTHING: TallyDelta = {
  ...{ counted: 0, registered: 0, users: 0, valid: 0, invalid: 0, total: 0 },
  options: new Map(),
};

function countedOf(result: PlaceContest | null): Figures<Counts, OptionKey> {
  if (result === null) return parted(NOTHING);
  const options = new Map(result.options.map(({ key, votes }) => [key, votes]));
  return parted({ ...result, counted: 1, options });
}

function parted({ options, ...rest }: TallyDelta): Figures<Counts, OptionKey> {
  const { counted, registered, users, valid, invalid, total } = rest;
  return { counts: { counted, registered, users, valid, invalid, total }, votes: options };
}

function flat({ counts, votes }: Figures<Counts, OptionKey>): TallyDelta {
  return { ...counts, options: votes };
}
