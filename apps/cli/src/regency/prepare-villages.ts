import { inTurns } from './in-turns.ts';
import { nominate, whoStands } from './nominate-candidates.ts';
import type { PlannedVillage } from './plan-regency.ts';
import { registeredOf } from './prepare-lists.ts';
import { type Rehearsal, type RehearsedVillage, workerOf } from './rehearsed-regency.ts';
import { seededWhole } from './seeded-draw.ts';

/** A hall's rehearsal has three witnesses. */
const ELECTRONIC_CANDIDATES = 3;
const FEWEST_CANDIDATES = 2;
const MOST_CANDIDATES = 4;

/** Every village from its locked list to the ballot that all candidates signed. @returns in the order of the plan */
export async function prepareVillages(
  rehearsal: Rehearsal,
  planned: readonly PlannedVillage[],
  today: string,
): Promise<readonly RehearsedVillage[]> {
  const { seed } = rehearsal;
  const prepared: RehearsedVillage[] = [];
  await inTurns(planned, rehearsal.atOnce, async ({ code, name, modes, list }, index) => {
    const count = modes.includes('electronic')
      ? ELECTRONIC_CANDIDATES
      : seededWhole(seed, `candidates/${code}`, FEWEST_CANDIDATES, MOST_CANDIDATES);
    const standing = whoStands(list.voters, count, seed, today);
    const candidates = await nominate(rehearsal, workerOf(rehearsal, code), code, standing);
    prepared[index] = { code, name, candidates, places: await registeredOf(rehearsal, code, modes) };
  });
  return prepared;
}
