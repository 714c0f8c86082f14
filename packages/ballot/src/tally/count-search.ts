import type { Group } from '../group/group.ts';

/**
 * Finds n in 0..maximum from g^n, by baby steps and giant steps.
 * @param maximum in votes; the table has about √maximum entries and serves every search
 * @returns a search that gives `undefined` when there is no such n
 */
export function countFinder(group: Group, maximum: number): (power: bigint) => number | undefined {
  const stepCount = Math.ceil(Math.sqrt(maximum + 1));
  const babySteps = new Map<bigint, number>();
  let power = 1n;
  for (let count = 0; count < stepCount; count += 1) {
    babySteps.set(power, count);
    power = group.multiply(power, group.g);
  }
  const giantStep = group.generator.power(BigInt(-stepCount));
  return (target) => {
    let rest = target;
    for (let giant = 0; giant <= maximum; giant += stepCount) {
      const baby = babySteps.get(rest);
      if (baby !== undefined) return giant + baby <= maximum ? giant + baby : undefined;
      rest = group.multiply(rest, giantStep);
    }
    return undefined;
  };
}
