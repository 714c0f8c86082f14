import type { ElectionDefinition } from './election.ts';

export function writeElection(definition: ElectionDefinition): string {
  void definition;
  throw new Error('not written yet');
}
