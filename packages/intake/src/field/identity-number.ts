import { type Cell, cellText } from '../source/cell.ts';
import { cleanText, saysNothing } from './text-field.ts';

/** What a cell of 16-digit numbers (NIK, family card) says. */
export type IdentityReading =
  | { readonly type: 'digits'; readonly digits: string; readonly wasNumber: boolean }
  | { readonly type: 'empty' }
  | {
      readonly type: 'problem';
      readonly kind: 'identity-scientific' | 'identity-digits-lost' | 'identity-letters' | 'identity-length';
      /** Digits found, for 'identity-length'. */
      readonly digitCount: number;
    };

const DIGITS = 16;
const PLAIN = /^\d{16}$/;
/** `1.60712E+15`, as a spreadsheet shows a long number and a CSV then keeps. */
const SCIENTIFIC = /^\d+(?:[.,]\d+)?e\+?\d+$/i;
/** Programs that hold the column as floating-point numbers write `1607050101800001.0`. */
const WITH_FRACTION = /^(\d{16})[.,]0+$/;
/** `="1607…"` and `'1607…` keep a spreadsheet from making a number of the digits. */
const PROTECTED = /^(?:="([^"]*)"|['\u2018\u2019`]+(.*))$/;
const SEPARATORS = /[\s\u00a0.\-\u2013_]/g;

/**
 * Reads a NIK or family-card number.
 *
 * A spreadsheet number keeps 15 significant digits, so the sixteenth of a NIK becomes 0. A number that does not end in 0 and is
 * below 2^53 cannot have lost anything; one that ends in 0 may have, and nobody can tell.
 */
export function readIdentityNumber(cell: Cell): IdentityReading {
  if (typeof cell === 'string') return PLAIN.test(cell) ? digitsOf(cell, false) : fromText(cleanText(cell));
  if (cell.kind !== 'number') return { type: 'problem', kind: 'identity-letters', digitCount: 0 };
  return Number.isInteger(cell.number) && cell.number >= 0
    ? fromNumber(cell.number)
    : fromText(cellText(cell));
}

function fromText(text: string): IdentityReading {
  const unprotected = PROTECTED.exec(text);
  const bare = (unprotected?.[1] ?? unprotected?.[2] ?? text).trim();
  if (saysNothing(bare)) return { type: 'empty' };
  if (SCIENTIFIC.test(bare)) return { type: 'problem', kind: 'identity-scientific', digitCount: 0 };
  const whole = WITH_FRACTION.exec(bare)?.[1];
  if (whole !== undefined) return fromNumber(Number(whole));
  const digits = bare.replace(SEPARATORS, '');
  if (!/^\d+$/.test(digits)) return { type: 'problem', kind: 'identity-letters', digitCount: 0 };
  return digitsOf(digits, false);
}

function fromNumber(number: number): IdentityReading {
  const digits = BigInt(number).toString();
  if (digits.length === DIGITS && (digits.endsWith('0') || !Number.isSafeInteger(number))) {
    return { type: 'problem', kind: 'identity-digits-lost', digitCount: DIGITS };
  }
  return digitsOf(digits, true);
}

function digitsOf(digits: string, wasNumber: boolean): IdentityReading {
  if (digits.length !== DIGITS)
    return { type: 'problem', kind: 'identity-length', digitCount: digits.length };
  return { type: 'digits', digits, wasNumber };
}
