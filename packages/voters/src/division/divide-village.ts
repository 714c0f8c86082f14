import { fail, type Result, succeed } from '@bilik/election';
import { cutHouseholds } from './household-cuts.ts';
import { divisionOf, type VillageDivision } from './village-division.ts';
import { type DividedPerson, householdsOf } from './voting-household.ts';

/** What the law and the committee set. */
export interface DivisionRules {
  /** Most voters of a polling place, from the rule pack; 1 or more. */
  readonly votersCap: number;
  /** How many polling places; null: as few as the cap allows. */
  readonly places: number | null;
}

/** Why a village was not divided. Nobody was assigned. */
export type DivisionRefusal =
  | { readonly type: 'nobody-to-divide' }
  /** A household alone is over the cap. `household` is the caller's own text. */
  | {
      readonly type: 'household-over-cap';
      readonly household: string;
      readonly voters: number;
      readonly cap: number;
    }
  /** Fewer places were asked for than the cap allows; `needed` is enough, households kept whole. */
  | { readonly type: 'too-few-places'; readonly asked: number; readonly needed: number; readonly cap: number }
  | { readonly type: 'more-places-than-households'; readonly asked: number; readonly households: number }
  /** More than a village's results are published with. */
  | { readonly type: 'too-many-places'; readonly needed: number };

/** Most polling places of a village: a snapshot has room for as many. */
export const MOST_PLACES = 200;

/**
 * Divides a village's voters into polling places: everybody in exactly one, none over the cap, households whole, hamlets and RT together
 * where balance allows it, places next to one another in the order of the village, as even as that leaves. Same people, same division.
 * @errors see `DivisionRefusal`
 */
export function divideVillage(
  people: readonly DividedPerson[],
  rules: DivisionRules,
): Result<VillageDivision, DivisionRefusal> {
  const { votersCap: cap, places: asked } = rules;
  if (!Number.isInteger(cap) || cap < 1) throw new RangeError('the cap is a whole number from 1 on');
  if (people.length === 0) return fail({ type: 'nobody-to-divide' });
  const households = householdsOf(people);
  const large = households.find(({ members }) => members.length > cap);
  if (large !== undefined) {
    return fail({ type: 'household-over-cap', household: large.key, voters: large.members.length, cap });
  }
  if (asked !== null && asked > households.length) {
    return fail({ type: 'more-places-than-households', asked, households: households.length });
  }
  const needed = fewestPlaces(
    households.map(({ members }) => members.length),
    cap,
  );
  if (needed > MOST_PLACES || (asked ?? 0) > MOST_PLACES) {
    return fail({ type: 'too-many-places', needed: Math.max(needed, asked ?? 0) });
  }
  if (asked !== null && asked < needed) return fail({ type: 'too-few-places', asked, needed, cap });
  const cuts = cutHouseholds(households, asked ?? needed, cap);
  const placeOf = new Map<string, number>();
  for (const [index, household] of households.entries()) placeOf.set(household.key, cuts[index] ?? 1);
  return succeed(divisionOf(households, placeOf, cap));
}

/** Filling each place in order until the next household does not fit is the fewest for an order that is kept. */
function fewestPlaces(sizes: readonly number[], cap: number): number {
  let places = 1;
  let filled = 0;
  for (const size of sizes) {
    if (filled + size > cap) {
      places += 1;
      filled = 0;
    }
    filled += size;
  }
  return places;
}
