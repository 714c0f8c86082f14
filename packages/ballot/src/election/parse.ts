import type { Group } from '../group/group.ts';
import type { Result } from '../result.ts';
import type { Election, ElectionFault } from './election.ts';

/** How to read an election. */
export interface ElectionOptions {
  /** Groups that are known; default: BELENIOS_2048 with BigInt arithmetic. Give one with an engine where there is one. */
  readonly groups?: readonly Group[];
}

export function parseElection(
  text: string,
  options?: ElectionOptions,
): Result<Election, readonly ElectionFault[]> {
  void [text, options];
  throw new Error('not written yet');
}
