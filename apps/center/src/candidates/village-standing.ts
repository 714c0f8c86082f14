import type { RulePack } from '@bilik/election';
import type { ChecklistStanding } from '@bilik/preparation';
import type { KnownCandidate } from './candidate-store.ts';

/** Where the candidates of a village are, in the order of the work; what nobody can go on with stands first. */
export const VILLAGE_STANDINGS = [
  'none',
  'registering',
  'too-few',
  'too-many',
  'researched',
  'ready',
  'determined',
  'drawn',
  'signed',
  'left',
] as const;
export type VillageStandingName = (typeof VILLAGE_STANDINGS)[number];

/**
 * Before a determination everybody counts who may still stand: those whose papers are not whole yet too, because a village with one
 * applicant has too few however many papers are missing.
 * @param openSignOffs how many have not signed for the ballot as it is; null before it can be made
 */
export function villageStanding(village: {
  readonly hasLeft: boolean;
  readonly candidates: readonly (Pick<KnownCandidate, 'state' | 'number'> & {
    readonly verdict: ChecklistStanding['verdict'];
  })[];
  readonly limits: Pick<RulePack['settings']['candidates']['value'], 'fewest' | 'most'>;
  readonly openSignOffs: number | null;
  /** Registration has ended by the calendar; before that, few applicants are no trouble yet. */
  readonly isRegistrationOver: boolean;
}): VillageStandingName {
  const { hasLeft, candidates, limits, openSignOffs, isRegistrationOver } = village;
  if (hasLeft) return 'left';
  const determined = candidates.filter(({ state }) => state === 'determined');
  if (determined.length > 0) {
    if (determined.some(({ number }) => number === null)) return 'determined';
    return openSignOffs === 0 ? 'signed' : 'drawn';
  }
  if (candidates.length === 0) return 'none';
  const possible = candidates.filter(
    ({ state, verdict }) => state !== 'withdrawn' && verdict !== 'not-eligible',
  );
  if (possible.length < limits.fewest) return isRegistrationOver ? 'too-few' : 'registering';
  if (possible.length > limits.most) return 'too-many';
  return possible.every(({ verdict }) => verdict === 'complete') ? 'ready' : 'researched';
}
