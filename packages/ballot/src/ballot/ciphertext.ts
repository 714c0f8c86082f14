import type { Group } from '../group/group.ts';

/** An ElGamal ciphertext (g^r, y^r · g^m). */
export interface Ciphertext {
  readonly alpha: bigint;
  readonly beta: bigint;
}

/** The ciphertext that encrypts nothing with randomness 0: where a product starts. */
export const EMPTY_CIPHERTEXT: Ciphertext = { alpha: 1n, beta: 1n };

/** The ciphertext of the sum of what two encrypt. */
export function multiplyCiphertexts(group: Group, left: Ciphertext, right: Ciphertext): Ciphertext {
  return { alpha: group.multiply(left.alpha, right.alpha), beta: group.multiply(left.beta, right.beta) };
}
