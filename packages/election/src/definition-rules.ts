import type { ElectionDefinition } from './definition.ts';
import type { Problem } from './problem.ts';
import type { Result } from './result.ts';

/**
 * Checks an election definition from outside.
 * @errors every problem found, each with its path and a sentence; rules between fields are checked wherever the fields
 * they need are sound, so that one reading lists all that must be repaired
 */
export function parseElectionDefinition(_input: unknown): Result<ElectionDefinition, readonly Problem[]> {
  throw new Error('not filled yet');
}
