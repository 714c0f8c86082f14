import { type CivilDate, regencyCodeSchema } from '@bilik/election';
import { electingVillages, generateRegencyLists, type SyntheticVillageList } from '@bilik/intake';

/** What a rehearsal of a regency was asked for. */
export interface RegencyOrder {
  /** Kemendagri code. */
  readonly regency: string;
  readonly villages: number;
  /** Villages with a polling place that votes by machine; where there are several, the last of them mixes both. */
  readonly electronic: number;
  /** Voters in all villages together, at least 200 a village. */
  readonly voters: number;
  readonly seed: number;
  /** Folder of everything that is left. */
  readonly out: string;
}

type Mode = 'electronic' | 'paper';

/** One village before anything happened in it. */
export interface PlannedVillage {
  readonly code: string;
  readonly name: string;
  /** Of its polling places in order of number. */
  readonly modes: readonly Mode[];
  readonly list: SyntheticVillageList;
}

/** One person in so many is planted on a second list. */
const DUPLICATES_EVERY = 2000;

/** How many people of an order stand on a list twice. */
export function plantedDuplicates({ voters }: Pick<RegencyOrder, 'voters'>): number {
  return Math.floor(voters / DUPLICATES_EVERY);
}

/** How the polling places of each village vote: machines spread evenly over the regency. @returns in the order of the villages */
export function modesOfVillages({
  villages,
  electronic,
}: Pick<RegencyOrder, 'villages' | 'electronic'>): readonly (readonly Mode[])[] {
  const every = electronic === 0 ? villages : Math.floor(villages / electronic);
  return Array.from({ length: villages }, (_, index) => {
    const which = index / every;
    if (!Number.isInteger(which) || which >= electronic) return ['paper'];
    return which > 0 && which === electronic - 1 ? ['electronic', 'paper'] : ['electronic'];
  });
}

/** The villages of an order with their invented lists: same order, same people. */
export function planVillages(order: RegencyOrder, votingDate: CivilDate): readonly PlannedVillage[] {
  const regency = regencyCodeSchema.parse(order.regency);
  const modes = modesOfVillages(order);
  const duplicates = plantedDuplicates(order);
  const { villages, voters, seed } = order;
  const lists = [...generateRegencyLists({ regency, villages, voters, seed, votingDate, duplicates })];
  return electingVillages(regency, villages).map(({ code, name }, index) => {
    const list = lists[index];
    if (list === undefined) throw new Error(`no list of ${code}`);
    return { code, name, modes: modes[index] ?? ['paper'], list };
  });
}
