import type { RandomSource } from '../random.ts';
import type { Result } from '../result.ts';

/** Digits of a card's code: 23 random ones (76 bits) and a check digit. Printed in six groups of four. */
export const CARD_CODE_DIGITS = 24;

export type CardCodeFault =
  | { readonly type: 'not-digits' }
  | { readonly type: 'wrong-length'; readonly digits: number }
  /** A typing slip: the check digit does not fit. A code whose check digit fits and that is not listed is another place's card. */
  | { readonly type: 'mistyped' };

/**
 * Damm's quasigroup of order 10 (H. M. Damm, Total anti-symmetrische Quasigruppen, 2004): finds every single wrong digit and every
 * swap of neighbours, with an ordinary digit as the check.
 */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

function dammState(digits: string): number {
  let state = 0;
  for (const digit of digits) state = Number(DAMM[state]?.[Number(digit)]);
  return state;
}

/** The one-time code of a token card: digits only, because eyes of seventy years type it on a keypad when the camera fails. */
export function generateCardCode(random: RandomSource): string {
  let digits = '';
  while (digits.length < CARD_CODE_DIGITS - 1) {
    for (const byte of random(CARD_CODE_DIGITS)) {
      // 250 = 25 × 10: larger bytes would favour the low digits
      if (byte < 250 && digits.length < CARD_CODE_DIGITS - 1) digits += String(byte % 10);
    }
  }
  return digits + String(dammState(digits));
}

/** @returns the 24 digits without spaces and dashes. @errors 'not-digits' · 'wrong-length' · 'mistyped' */
export function parseCardCode(text: string): Result<string, CardCodeFault> {
  const digits = text.slice(0, 200).replace(/[\s-]/g, '');
  if (!/^[0-9]*$/.test(digits)) return { ok: false, error: { type: 'not-digits' } };
  if (digits.length !== CARD_CODE_DIGITS) {
    return { ok: false, error: { type: 'wrong-length', digits: digits.length } };
  }
  return dammState(digits) === 0 ? { ok: true, value: digits } : { ok: false, error: { type: 'mistyped' } };
}

/** `1234 5678 …`: how a code is printed and read aloud. */
export function formatCardCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}
