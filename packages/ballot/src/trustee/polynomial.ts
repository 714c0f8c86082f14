import type { Group } from '../group/group.ts';

/** f(point) mod q, coefficients from the constant one up; point is a trustee's number. */
export function evaluatePolynomial({ q }: Group, coefficients: readonly bigint[], point: number): bigint {
  return coefficients.reduceRight((value, coefficient) => (value * BigInt(point) + coefficient) % q, 0n);
}

/**
 * g^f(point) from the published g^coefficients: Π_k A_k^(point^k) (format §8.2), by Horner's rule with small exponents.
 */
export function evaluateInExponent(group: Group, commitments: readonly bigint[], point: number): bigint {
  return commitments.reduceRight(
    (value, commitment) => group.multiply(group.power(value, BigInt(point)), commitment),
    1n,
  );
}

/** g^(Σ_i f_i(point)): the public key of the trustee with this number. */
export function shareKey(
  group: Group,
  allCommitments: readonly (readonly bigint[])[],
  point: number,
): bigint {
  return allCommitments.reduce(
    (product, commitments) => group.multiply(product, evaluateInExponent(group, commitments, point)),
    1n,
  );
}
