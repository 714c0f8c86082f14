import { parseVillageCode } from '@bilik/election';

/** Why a village code is not a Kemendagri one. */
export type AreaCodeProblem = 'bps-code' | 'malformed';

/**
 * BPS, the statistics office, counts sub-districts in three digits and villages in three: `1607041002`, written with or without
 * separators. Kemendagri codes in dots have groups of 2, 2, 2 and 4.
 */
const BPS_WITH_SEPARATORS = /^\d{2}[.\- ]?\d{2}[.\- ]\d{3}(?:[.\- ]\d{3})?$/;
const BPS_BARE = /^(?:\d{7}|\d{10})$/;

/**
 * @param text trimmed
 * @returns null for a code in the form `PP.KK.CC.DDDD`. Ten digits without dots are taken for a BPS code unless they make a possible
 * Kemendagri code when the dots are put in; then they are 'malformed', since both readings are possible.
 */
export function villageCodeProblem(text: string): AreaCodeProblem | null {
  if (parseVillageCode(text).ok) return null;
  if (BPS_WITH_SEPARATORS.test(text)) return 'bps-code';
  if (!BPS_BARE.test(text)) return 'malformed';
  return text.length === 10 && parseVillageCode(withDots(text)).ok ? 'malformed' : 'bps-code';
}

/** `1607052003` with the dots of a Kemendagri code. */
export function withDots(digits: string): string {
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)].join('.');
}
