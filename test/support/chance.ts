import { createHash } from 'node:crypto';

/** Numbers from 0 to below 1, the same for the same seed. */
export type Chance = () => number;

/** Numbers that depend on the seed alone. */
export function chanceOf(seed: string): Chance {
  let count = 0;
  return () => {
    count += 1;
    return createHash('sha256').update(`${seed}/${count}`).digest().readUInt32BE(0) / 2 ** 32;
  };
}

/** One of them. @param among at least one */
export function oneOf<Item>(among: readonly Item[], chance: Chance): Item {
  const item = among[Math.floor(chance() * among.length)];
  if (item === undefined) throw new Error('There is nothing to choose from');
  return item;
}
