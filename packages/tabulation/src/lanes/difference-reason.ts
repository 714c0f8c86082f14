import type { LaneDifference } from './compare-lanes.ts';

/** Why lanes of a polling place differ, as people found it: from a list, so that a regency learns how often each happens. */
export const DIFFERENCE_REASONS = [
  /** The Desk read or typed a figure wrongly. */
  'desk-slip',
  /** The official figures were typed wrongly; they are corrected as a new version. */
  'official-slip',
  /** What the public sent was read wrongly, or shows another sheet. */
  'evidence-slip',
  /** One side has the figures of another polling place. */
  'wrong-place',
  /** The sheet was corrected at the polling place after one side had read it. */
  'sheet-corrected',
  /** People at the polling place disagree: it goes on as a dispute. */
  'real-dispute',
  /** Looked into, and not found. */
  'not-found',
] as const;
export type DifferenceReason = (typeof DIFFERENCE_REASONS)[number];

/** One text for one set of differences: a reason that was given for other figures explains nothing about these. */
export function differencesText(differences: readonly LaneDifference[]): string {
  return differences
    .map(({ lane, figure, official, other }) => `${lane} ${figure} ${official} ${other}`)
    .sort()
    .join('; ');
}
