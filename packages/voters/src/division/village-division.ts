import { assertNever, fail, type Result, succeed } from '@bilik/election';
import {
  compareNeighbourhoods,
  type Neighbourhood,
  neighbourhoodKey,
  type VotingHousehold,
} from './voting-household.ts';

/** The people of one neighbourhood in one polling place. */
export interface PlacePart extends Neighbourhood {
  readonly voters: number;
  /** Whether all households of the neighbourhood are in this place. */
  readonly isWhole: boolean;
}

export interface DividedPlace {
  /** Number of the polling place in the village, from 1. */
  readonly number: number;
  readonly voters: number;
  /** In the order of the village. */
  readonly parts: readonly PlacePart[];
}

/** A village divided into polling places. Everybody is in exactly one; none is over the cap; households are whole. */
export interface VillageDivision {
  readonly cap: number;
  readonly households: readonly VotingHousehold[];
  /** Household's key to the number of its polling place. */
  readonly placeOf: ReadonlyMap<string, number>;
  readonly places: readonly DividedPlace[];
}

/** What people change by hand. */
export type DivisionMove =
  | { readonly type: 'move-neighbourhood'; readonly neighbourhood: Neighbourhood; readonly to: number }
  | { readonly type: 'move-household'; readonly household: string; readonly to: number };

/** Why a move was refused. The division is what it was. */
export type DivisionMoveRefusal =
  | { readonly type: 'no-such-place'; readonly to: number; readonly places: number }
  | { readonly type: 'no-such-neighbourhood' }
  | { readonly type: 'no-such-household' }
  | { readonly type: 'already-there'; readonly to: number }
  | { readonly type: 'over-cap'; readonly to: number; readonly voters: number; readonly cap: number }
  /** The place would have nobody left; ask for one place fewer instead. */
  | { readonly type: 'place-emptied'; readonly from: number };

/** The division in which each household has the place given. Places are numbered 1 to the highest given. */
export function divisionOf(
  households: readonly VotingHousehold[],
  placeOf: ReadonlyMap<string, number>,
  cap: number,
): VillageDivision {
  const placesOfNeighbourhood = new Map<string, Set<number>>();
  const partVoters = new Map<number, Map<string, { neighbourhood: Neighbourhood; voters: number }>>();
  for (const { key, neighbourhood, members } of households) {
    const place = placeOf.get(key);
    if (place === undefined) throw new Error('a household without a polling place');
    const name = neighbourhoodKey(neighbourhood);
    placesOfNeighbourhood.set(name, (placesOfNeighbourhood.get(name) ?? new Set()).add(place));
    const parts =
      partVoters.get(place) ?? new Map<string, { neighbourhood: Neighbourhood; voters: number }>();
    partVoters.set(place, parts);
    const part = parts.get(name);
    if (part === undefined) parts.set(name, { neighbourhood, voters: members.length });
    else part.voters += members.length;
  }
  const places = [...partVoters.keys()]
    .sort((one, other) => one - other)
    .map((number): DividedPlace => {
      const parts = [...(partVoters.get(number)?.entries() ?? [])]
        .map(([name, { neighbourhood, voters }]) => ({
          ...neighbourhood,
          voters,
          isWhole: placesOfNeighbourhood.get(name)?.size === 1,
        }))
        .sort(compareNeighbourhoods);
      return { number, voters: parts.reduce((sum, { voters }) => sum + voters, 0), parts };
    });
  return { cap, households, placeOf, places };
}

/** Moves an RT or a household to another polling place, whole or not at all. @errors see `DivisionMoveRefusal` */
export function moveInDivision(
  division: VillageDivision,
  move: DivisionMove,
): Result<VillageDivision, DivisionMoveRefusal> {
  const { households, placeOf, places, cap } = division;
  const { to } = move;
  const target = places.find(({ number }) => number === to);
  if (target === undefined) return fail({ type: 'no-such-place', to, places: places.length });
  const meant = householdsOfMove(households, move);
  if (meant.length === 0) {
    return fail({ type: move.type === 'move-household' ? 'no-such-household' : 'no-such-neighbourhood' });
  }
  const moved = meant.filter(({ key }) => placeOf.get(key) !== to);
  if (moved.length === 0) return fail({ type: 'already-there', to });
  const voters = target.voters + moved.reduce((sum, { members }) => sum + members.length, 0);
  if (voters > cap) return fail({ type: 'over-cap', to, voters, cap });
  const changed = new Map(placeOf);
  for (const { key } of moved) changed.set(key, to);
  const next = divisionOf(households, changed, cap);
  const emptied = places.find(({ number }) => !next.places.some((place) => place.number === number));
  return emptied === undefined ? succeed(next) : fail({ type: 'place-emptied', from: emptied.number });
}

function householdsOfMove(
  households: readonly VotingHousehold[],
  move: DivisionMove,
): readonly VotingHousehold[] {
  switch (move.type) {
    case 'move-household':
      return households.filter(({ key }) => key === move.household);
    case 'move-neighbourhood': {
      const name = neighbourhoodKey(move.neighbourhood);
      return households.filter(({ neighbourhood }) => neighbourhoodKey(neighbourhood) === name);
    }
    default:
      return assertNever(move);
  }
}
