import type { RegencyCode, VillageCode } from '@bilik/election';
import { electingVillages, findVillage, SeededDraws, type Village } from '@bilik/intake';

/** One village of an exercise, before anybody of it is made up. */
export interface PlannedVillage {
  readonly village: Village;
  /** On its list. The living polling place's village brings its own, and this is 0. */
  readonly voters: number;
  readonly candidates: number;
  /** How its first polling place votes; those behind it vote on paper. */
  readonly mode: 'electronic' | 'paper';
}

/** Two polling places above it: few enough that a newcomer sees both kinds of village. */
export const EXERCISE_VOTERS_CAP = 240;
/** Of so many villages one votes by machine, beside the living one; a regency of 240 has five more. */
const VILLAGES_A_MACHINE = 48;
const SIZES: readonly (readonly [least: number, most: number])[] = [
  [60, 110],
  [60, 150],
  [90, 190],
  [200, 380],
];
const CANDIDATES: readonly number[] = [2, 2, 2, 3, 3, 3, 4, 5];

/**
 * The villages of an exercise, evenly over the regency, the living one among them; in order of their codes.
 * @param order.living the village whose polling place is open on this machine @param order.villages 1 to all that elect a head
 */
export function planVillages(order: {
  readonly regency: RegencyCode;
  readonly living: VillageCode;
  readonly villages: number;
  readonly seed: number | string;
}): readonly PlannedVillage[] {
  const { living, seed } = order;
  const villages = withLiving(electingVillages(order.regency, order.villages), living);
  const draws = new SeededDraws(`${seed}/villages`);
  return villages.map((village, index) => {
    const [least, most] = draws.oneOf(SIZES);
    const voters = draws.between(least, most);
    const candidates = draws.oneOf(CANDIDATES);
    if (village.code === living) return { village, voters: 0, candidates: 0, mode: 'electronic' };
    const byMachine = index % VILLAGES_A_MACHINE === VILLAGES_A_MACHINE / 2;
    return { village, voters, candidates, mode: byMachine ? 'electronic' : 'paper' };
  });
}

/** Puts the living village into the place of its nearest neighbour. */
function withLiving(villages: readonly Village[], living: VillageCode): readonly Village[] {
  if (villages.some(({ code }) => code === living)) return villages;
  const found = findVillage(living);
  if (!found.ok) throw new Error(`${living} is in no table of areas`);
  const next = villages.findIndex(({ code }) => code > living);
  return villages.with(next < 0 ? villages.length - 1 : next, found.value);
}
