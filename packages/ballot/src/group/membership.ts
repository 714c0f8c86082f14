import type { RandomSource } from '../random.ts';
import type { Group } from './group.ts';

/** A stranger passes each random subset product with probability ½ at most: 80 of them leave 2⁻⁸⁰. */
const SUBSETS = 80;
const SUBSETS_PER_BYTE = 8;
const SELECTION_BYTES = SUBSETS / SUBSETS_PER_BYTE;

/**
 * The positions of the elements that are not in the group; none when all are. Many elements are tested together: for
 * each of 80 random subsets, whether the product of its elements is a member. (Random exponents in place of subsets
 * would not do: (p−1)/q has the factors 2 and 3, and a small one cancels too often.) Costs 10 products an element and
 * 80 powers; when a product is no member, every element is tested alone, so that the culprits are named.
 * @param elements any integers
 * @param random bytes that whoever chose the elements could not foresee
 */
export function findNonMembers(group: Group, elements: readonly bigint[], random: RandomSource): number[] {
  const inRange = elements.every((element) => element > 0n && element < group.p);
  const together = () =>
    group.engine.areMembers?.(elements, group.q, random) ?? areMembersTogether(group, elements, random);
  if (inRange && elements.length > SUBSETS && together()) return [];
  return elements.flatMap((element, index) => (group.isMember(element) ? [] : [index]));
}

function areMembersTogether(group: Group, elements: readonly bigint[], random: RandomSource): boolean {
  const selections = random(elements.length * SELECTION_BYTES);
  for (let column = 0; column < SELECTION_BYTES; column += 1) {
    // Eight subsets at once: all elements with the same eight choices are multiplied first.
    const buckets = new Array<bigint>(1 << SUBSETS_PER_BYTE).fill(1n);
    for (const [index, element] of elements.entries()) {
      const choice = selections[index * SELECTION_BYTES + column] ?? 0;
      if (choice !== 0) buckets[choice] = group.multiply(buckets[choice] ?? 1n, element);
    }
    const products = subsetProducts(group, buckets);
    if (group.engine.powers(products, group.q).some((power) => power !== 1n)) return false;
  }
  return true;
}

/** For each bit, the product of the buckets whose number has it; folds the highest bit away, then the next. */
function subsetProducts(group: Group, buckets: readonly bigint[]): bigint[] {
  const products: bigint[] = [];
  let rest = buckets;
  while (rest.length > 1) {
    const half = rest.length / 2;
    const upper = rest.slice(half);
    products.push(upper.reduce((product, bucket) => group.multiply(product, bucket), 1n));
    rest = rest.slice(0, half).map((bucket, index) => group.multiply(bucket, upper[index] ?? 1n));
  }
  return products;
}
