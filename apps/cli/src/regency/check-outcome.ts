import { z } from 'zod';
import type { ElectronicResult } from './electronic-place.ts';
import type { SheetFigures } from './paper-figures.ts';
import type { Rehearsal } from './rehearsed-regency.ts';

const Area = z.looseObject({
  own: z.looseObject({ places: z.int(), expected: z.int() }).nullable(),
  votes: z.record(z.string(), z.int()),
});
const Recount = z.array(z.unknown());

/** What the people of a rehearsal remember: votes of each option, for one village. */
export type VillageMemory = ReadonlyMap<string, number>;

/** Adds up what the boards of a village wrote and what its voters remember. @param options keys in ballot order, the blank vote last */
export function rememberedOf(
  contest: string,
  options: readonly string[],
  paper: readonly SheetFigures[],
  electronic: readonly Pick<ElectronicResult, 'memory'>[],
): VillageMemory {
  const votes = new Map<string, number>();
  const add = (key: string, count: number) => votes.set(key, (votes.get(key) ?? 0) + count);
  for (const [index, key] of options.entries()) {
    for (const figures of paper) add(key, figures[`${contest}:${key}`] ?? 0);
    for (const { memory } of electronic) add(key, memory[index] ?? 0);
  }
  return votes;
}

/** Compares the official sums of a village with what people remember. @returns what differs, in words; none: all is as it was */
export async function differencesOf(
  { office, people, election }: Rehearsal,
  village: string,
  contest: string,
  remembered: VillageMemory,
): Promise<readonly string[]> {
  const page = await office.act(
    people.auditor,
    'tabulation.area',
    { election, contest, area: village },
    Area,
  );
  const differing: string[] = [];
  if (page.own === null || page.own.places !== page.own.expected) {
    differing.push(`${village}: ${page.own?.places ?? 0} / ${page.own?.expected ?? 0} TPS`);
  }
  for (const [key, count] of remembered) {
    const counted = page.votes[key] ?? 0;
    if (counted !== count) differing.push(`${village} ${key}: ${counted}, diingat / remembered ${count}`);
  }
  return differing;
}

/** Has the center count every sum anew from its changes. @returns what differs */
export async function recountDifferences({ office, people }: Rehearsal): Promise<readonly unknown[]> {
  return office.act(people.auditor, 'tabulation.recount', {}, Recount);
}
