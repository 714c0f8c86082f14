import { neighbourhoodKey, type VotingHousehold } from './voting-household.ts';

/**
 * What a cut costs, as imbalance: parting an RT is worth as much as two places that are off the mean by so many parts of it. A cut between
 * hamlets costs nothing.
 */
const RT_PARTED = 0.6;
const HAMLET_PARTED = 0.2;

/**
 * Cuts households, in their order, into polling places so that the least is paid for unequal sizes and for hamlets and RT that are parted.
 * Exact: every way to cut is weighed (dynamic programming over the last cut). Of ways that cost the same, the one with earlier cuts is taken.
 * @param places at least what the cap needs, at most as many as households
 * @returns the number of the polling place, from 1, for each household in the order given
 */
export function cutHouseholds(
  households: readonly VotingHousehold[],
  places: number,
  cap: number,
): readonly number[] {
  const count = households.length;
  const until = new Float64Array(count + 1);
  for (const [index, { members }] of households.entries())
    until[index + 1] = (until[index] ?? 0) + members.length;
  const mean = (until[count] ?? 0) / places;
  const cutCosts = cutCostsOf(households, mean);
  // least[i]: the least cost of putting the first i households into the places counted so far.
  let least = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  least[0] = 0;
  const lastCuts: Int32Array[] = [];
  for (let place = 1; place <= places; place += 1) {
    const next = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
    const cutBefore = new Int32Array(count + 1).fill(-1);
    const end = place === places ? count : count - (places - place);
    for (let to = place === places ? count : place; to <= end; to += 1) {
      for (let from = to - 1; from >= place - 1; from -= 1) {
        const size = (until[to] ?? 0) - (until[from] ?? 0);
        if (size > cap) break;
        const cost = (least[from] ?? Infinity) + (size - mean) ** 2 + (cutCosts[from] ?? 0);
        if (cost <= (next[to] ?? Infinity) && cost < Number.POSITIVE_INFINITY) {
          next[to] = cost;
          cutBefore[to] = from;
        }
      }
    }
    lastCuts.push(cutBefore);
    least = next;
  }
  if (least[count] === Number.POSITIVE_INFINITY)
    throw new Error('a village that fits its places was not cut');
  const placeOf = new Array<number>(count).fill(0);
  let to = count;
  for (let place = places; place >= 1; place -= 1) {
    const from = lastCuts[place - 1]?.[to] ?? -1;
    placeOf.fill(place, from, to);
    to = from;
  }
  return placeOf;
}

/** The cost of a cut before each household. */
function cutCostsOf(households: readonly VotingHousehold[], mean: number): Float64Array {
  const costs = new Float64Array(households.length);
  for (let index = 1; index < households.length; index += 1) {
    const before = households[index - 1]?.neighbourhood;
    const after = households[index]?.neighbourhood;
    if (before === undefined || after === undefined) continue;
    if (neighbourhoodKey(before) === neighbourhoodKey(after)) costs[index] = 2 * (RT_PARTED * mean) ** 2;
    else if (before.hamlet === after.hamlet) costs[index] = 2 * (HAMLET_PARTED * mean) ** 2;
  }
  return costs;
}
