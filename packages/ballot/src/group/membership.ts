import type { RandomSource } from '../random.ts';
import type { Group } from './group.ts';

/**
 * The positions of the elements that are not in the group; none when all are.
 * @param random bytes that whoever chose the elements could not foresee
 */
export function findNonMembers(group: Group, elements: readonly bigint[], random: RandomSource): number[] {
  void random;
  return elements.flatMap((element, index) => (group.isMember(element) ? [] : [index]));
}
