import type { OptionKey } from '@bilik/election';
import type { PlaceContest } from '../fold/result-change.ts';
import type { Lane } from './commitment.ts';

/** All lanes of one place in one contest; only places on which the sides have met are compared. */
export interface PlaceLanes {
  readonly place: string;
  readonly contest: string;
  readonly official: PlaceContest;
  readonly internal?: PlaceContest;
  readonly evidence?: PlaceContest;
}

/** A figure that another lane states otherwise. */
export interface LaneDifference {
  readonly lane: Exclude<Lane, 'official'>;
  /** An option, or a sum of the sheet. */
  readonly figure: OptionKey | 'registered' | 'users' | 'valid' | 'invalid' | 'total';
  readonly official: number;
  readonly other: number;
}

/** One place whose lanes differ, with what that would mean for the village. */
export interface ComparedPlace {
  readonly place: string;
  readonly contest: string;
  readonly differences: readonly LaneDifference[];
  /** Votes by which the lead of the village's first over some other option would shrink if the other lane were right; at least 0. */
  readonly effect: number;
  /** Votes between the first and the second of the village, by the official lane; null with fewer than two options. */
  readonly margin: number | null;
  /** The difference is at least as large as the margin: it alone could change who is first. */
  readonly exceedsMargin: boolean;
}

/**
 * Compares the lanes per place and option, those places first whose difference reaches the margin of their village, then by how large the
 * difference is against the margin. Places whose lanes agree are left out.
 * @param places the places of one village and contest on which lanes have met @param votes the village's official votes of each option, of places
 * that have not met, too; left out: those of `places`, and the margin is theirs alone
 */
export function compareLanes(
  places: readonly PlaceLanes[],
  votes?: ReadonlyMap<OptionKey, number>,
): readonly ComparedPlace[] {
  const totals = votes === undefined ? villageTotals(places) : withoutBlank(votes);
  const ranked = [...totals].sort(([, left], [, right]) => right - left);
  const [first, second] = ranked;
  const margin = first === undefined || second === undefined ? null : first[1] - second[1];
  return places
    .flatMap((lanes): readonly ComparedPlace[] => {
      const differences = (['internal', 'evidence'] as const).flatMap((lane) =>
        differencesOf(lane, lanes.official, lanes[lane]),
      );
      if (differences.length === 0) return [];
      const { effect, exceedsMargin } = effectOnLead(lanes, totals, first?.[0]);
      return [{ place: lanes.place, contest: lanes.contest, differences, effect, margin, exceedsMargin }];
    })
    .sort(byWeight);
}

/** Sorts compared places of many villages: those that reach their margin first, then by their share of it. */
export function byWeight(left: ComparedPlace, right: ComparedPlace): number {
  if (left.exceedsMargin !== right.exceedsMargin) return left.exceedsMargin ? -1 : 1;
  // effect ÷ margin compared without division; a margin of 0 is reached by anything
  const byShare = right.effect * Math.max(left.margin ?? 1, 1) - left.effect * Math.max(right.margin ?? 1, 1);
  if (byShare !== 0) return byShare;
  return right.effect - left.effect || (left.place < right.place ? -1 : left.place > right.place ? 1 : 0);
}

/** Nobody is elected by the blank vote. */
function withoutBlank(votes: ReadonlyMap<OptionKey, number>): ReadonlyMap<OptionKey, number> {
  return new Map([...votes].filter(([key]) => key !== 'blank'));
}

function villageTotals(places: readonly PlaceLanes[]): ReadonlyMap<OptionKey, number> {
  const totals = new Map<OptionKey, number>();
  for (const { official } of places) {
    for (const { key, votes } of official.options) {
      totals.set(key, (totals.get(key) ?? 0) + votes);
    }
  }
  return withoutBlank(totals);
}

function votesFor(result: PlaceContest, key: OptionKey): number {
  return result.options.find((option) => option.key === key)?.votes ?? 0;
}

function effectOnLead(
  { official, internal, evidence }: PlaceLanes,
  totals: ReadonlyMap<OptionKey, number>,
  leader: OptionKey | undefined,
): { readonly effect: number; readonly exceedsMargin: boolean } {
  let effect = 0;
  let exceedsMargin = false;
  if (leader === undefined) return { effect, exceedsMargin };
  for (const other of [internal, evidence]) {
    if (other === undefined) continue;
    const leaderGain = votesFor(other, leader) - votesFor(official, leader);
    for (const [key, total] of totals) {
      if (key === leader) continue;
      const shrink = votesFor(other, key) - votesFor(official, key) - leaderGain;
      effect = Math.max(effect, shrink);
      const lead = (totals.get(leader) ?? 0) - total;
      if (shrink > 0 && shrink >= lead) exceedsMargin = true;
    }
  }
  return { effect, exceedsMargin };
}

function differencesOf(
  lane: LaneDifference['lane'],
  official: PlaceContest,
  other: PlaceContest | undefined,
): readonly LaneDifference[] {
  if (other === undefined) return [];
  const keys = [...new Set([...official.options, ...other.options].map(({ key }) => key))];
  const options = keys.map((key) => ({
    lane,
    figure: key,
    official: votesFor(official, key),
    other: votesFor(other, key),
  }));
  const sums = (['registered', 'users', 'valid', 'invalid', 'total'] as const).map((figure) => ({
    lane,
    figure,
    official: official[figure],
    other: other[figure],
  }));
  return [...options, ...sums].filter((compared) => compared.official !== compared.other);
}
