import { type CivilDate, familyCardSchema, type RegencyCode, villageKind } from '@bilik/election';
import { type Village, villagesOf } from '../areas/areas.ts';
import type { ListedPerson } from '../list/imported-voter.ts';
import { generateVoterList, type SyntheticVoterList } from './generate-voter-list.ts';
import { NumberGiver } from './nobodys-number.ts';
import { listedAgain, type PlantedDuplicate } from './planted-duplicates.ts';
import { SeededDraws } from './seeded-draws.ts';

export interface SyntheticRegencyOrder {
  readonly regency: RegencyCode;
  /** How many of the regency's villages that elect a head: 1 to all of them. */
  readonly villages: number;
  /** Voters in all villages together, planted rows included: at least 200 a village. */
  readonly voters: number;
  /** People who are listed once more, in their village or another; by default nobody. */
  readonly duplicates?: number;
  /** Same seed and same order, same lists. */
  readonly seed: number | string;
  readonly votingDate: CivilDate;
}

/** The list of one village of a made-up regency. */
export interface SyntheticVillageList extends SyntheticVoterList {
  /** Who stands on this list again; the first row may stand on an earlier village's list. */
  readonly planted: readonly PlantedDuplicate[];
}

/** Every village has somebody who turns 17 on voting day: more people of one birthday than one village has. */
const LAST_SERIAL = 999;
const FEWEST_VOTERS = 200;
/** Voters of a hamlet, about. */
const HAMLET_VOTERS = 450;
const MOST_HAMLETS = 12;
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
/** People of each village who may turn up in a later one. */
const REMEMBERED = 8;

/** The villages of a regency that an order takes: evenly over all that elect, so that no sub-district is left out. */
export function electingVillages(regency: RegencyCode, count: number): readonly Village[] {
  const electing = villagesOf(regency).filter(({ code }) => villageKind(code) !== 'kelurahan');
  if (!Number.isInteger(count) || count < 1 || count > electing.length) {
    throw new RangeError(`1 to ${electing.length} villages of ${regency}`);
  }
  return Array.from({ length: count }, (_, index) => {
    const village = electing[Math.floor((index * electing.length) / count)];
    if (village === undefined) throw new RangeError('no such village');
    return village;
  });
}

/**
 * Makes up the lists of named villages, each of its size. No number is given twice among them, and each list depends on its own village and those
 * before it alone.
 * @param order.villages of one regency, in their order
 */
export function* generateListsOf(order: {
  readonly villages: readonly { readonly village: Village; readonly voters: number }[];
  readonly regency: RegencyCode;
  readonly seed: number | string;
  readonly votingDate: CivilDate;
}): Generator<SyntheticVoterList> {
  const { seed, votingDate } = order;
  const numbers = new NumberGiver(order.regency, new SeededDraws(`${seed}/numbers`), LAST_SERIAL);
  for (const { village, voters } of order.villages) {
    const hamlets = hamletsFor(voters);
    yield generateVoterList(
      { village, voters, seed: `${seed}/${village.code}`, votingDate, hamlets },
      numbers,
    );
  }
}

/**
 * Makes up the voter lists of a regency, one village after another, so that only one is in memory. Villages are of different sizes; no number
 * is given twice but where a duplicate with the same NIK was ordered.
 */
export function* generateRegencyLists(order: SyntheticRegencyOrder): Generator<SyntheticVillageList> {
  const { seed, votingDate, duplicates = 0 } = order;
  const villages = electingVillages(order.regency, order.villages);
  const draws = new SeededDraws(`${seed}/regency`);
  const numbers = new NumberGiver(order.regency, new SeededDraws(`${seed}/numbers`), LAST_SERIAL);
  const sizes = sizesOf(villages.length, order.voters - duplicates, draws);
  const remembered: ListedPerson[] = [];
  const taken = new Set<ListedPerson>();
  for (const [index, village] of villages.entries()) {
    const voters = sizes[index] ?? FEWEST_VOTERS;
    const list = generateVoterList(
      { village, voters, seed: `${seed}/${village.code}`, votingDate, hamlets: hamletsFor(voters) },
      numbers,
    );
    const more =
      Math.floor(((index + 1) * duplicates) / villages.length) -
      Math.floor((index * duplicates) / villages.length);
    const planted = plant(list.voters, remembered, more, taken, draws, numbers);
    for (let kept = 0; kept < REMEMBERED; kept += 1) remembered.push(draws.oneOf(list.voters));
    yield { ...list, voters: [...list.voters, ...planted.map(({ copy }) => copy)], planted };
  }
}

/** A third of those who are listed again come from another village. Nobody is listed a third time. */
function plant(
  voters: readonly ListedPerson[],
  remembered: ListedPerson[],
  count: number,
  taken: Set<ListedPerson>,
  draws: SeededDraws,
  numbers: NumberGiver,
): readonly PlantedDuplicate[] {
  const planted: PlantedDuplicate[] = [];
  while (planted.length < count) {
    const isFromElsewhere = remembered.length > 0 && draws.happens(333);
    if (isFromElsewhere) {
      const [original] = remembered.splice(draws.between(0, remembered.length - 1), 1);
      const { hamlet, rt, rw } = draws.oneOf(voters);
      const cardDay = `${draws.between(10, 28)}${draws.between(10, 12)}${draws.between(10, 25)}`;
      const familyCard = familyCardSchema.parse(numbers.give(cardDay));
      if (original !== undefined && !taken.has(original)) {
        taken.add(original);
        planted.push(listedAgain(original, { hamlet, rt, rw, familyCard }, draws, numbers));
      }
      continue;
    }
    const original = draws.oneOf(voters);
    if (taken.has(original)) continue;
    taken.add(original);
    planted.push(listedAgain(original, null, draws, numbers));
  }
  return planted;
}

/** Sizes between a third and three times the mean that add up exactly. */
function sizesOf(villages: number, voters: number, draws: SeededDraws): readonly number[] {
  if (!Number.isInteger(voters) || voters < villages * FEWEST_VOTERS) {
    throw new RangeError(`at least ${FEWEST_VOTERS} voters a village`);
  }
  const weights = Array.from({ length: villages }, () => draws.between(40, draws.oneOf([90, 120, 180, 300])));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const spare = voters - villages * FEWEST_VOTERS;
  let given = 0;
  let weightGiven = 0;
  return weights.map((weight) => {
    weightGiven += weight;
    const until = Math.floor((spare * weightGiven) / whole);
    const more = until - given;
    given = until;
    return FEWEST_VOTERS + more;
  });
}

function hamletsFor(voters: number): readonly string[] {
  const count = Math.min(MOST_HAMLETS, Math.max(2, Math.round(voters / HAMLET_VOTERS)));
  return ROMAN.slice(0, count).map((number) => `Dusun ${number}`);
}
