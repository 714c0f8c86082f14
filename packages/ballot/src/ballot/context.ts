import type { Ciphertext } from './ciphertext.ts';

/** Decimal digits of a ciphertext's two elements, as they stand in the ballot and in hashed strings. */
export type CiphertextText = { readonly alpha: string; readonly beta: string };

/** S₀: what binds every proof of a ballot to election and credential (format §10.2 step 2). */
export function ballotProofContext(fingerprint: string, credential: string): string {
  return `${fingerprint}|${credential}`;
}

/** S: S₀ with all ciphertexts of the question (step 4). */
export function questionProofContext(base: string, ciphertexts: readonly CiphertextText[]): string {
  return `${base}|${ciphertexts.map(({ alpha, beta }) => `${alpha},${beta}`).join(',')}`;
}

/** Start of the hashed string of an individual proof, or of an overall proof without blank (steps 3 and 6). */
export function rangeContext(base: string, { alpha, beta }: CiphertextText): string {
  return `prove|${base}|${alpha},${beta}|`;
}

/** The same for the blank proof (step 7). */
export function blankContext(questionContext: string): string {
  return `bproof0|${questionContext}|`;
}

/** The same for the overall proof with blank (step 7). */
export function overallBlankContext(questionContext: string): string {
  return `bproof1|${questionContext}|`;
}

export function ciphertextText({ alpha, beta }: Ciphertext): CiphertextText {
  return { alpha: String(alpha), beta: String(beta) };
}
