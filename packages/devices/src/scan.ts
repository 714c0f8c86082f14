import { fail, type Result, succeed } from './result.ts';

export type ScanError =
  | { readonly type: 'empty' }
  /** Something else was scanned or typed, such as an invitation: not only digits. */
  | { readonly type: 'not-a-card' }
  /** Digits only, but not 24 of them. */
  | { readonly type: 'wrong-length'; readonly digits: number };

/** What a scanner puts around each code, as set in its own menu. */
export interface ScannerDecoration {
  readonly prefix?: string;
  readonly suffix?: string;
}

const CARD_DIGITS = 24;
const LONGEST_SCAN = 256;
/** The "AIM" name of the symbology that many scanners put first, such as `]Q1` for a QR code. */
const SYMBOLOGY = /^\][A-Za-z][0-9A-Za-z]/;

/**
 * Reads a token card as a keyboard-wedge scanner or a hand types it: strips control characters, the scanner's
 * decoration, and spaces, dashes and dots between the groups.
 * @returns 24 digits; the check digit among them is *not* checked here
 */
export function parseScan(text: string, decoration: ScannerDecoration = {}): Result<string, ScanError> {
  const { prefix = '', suffix = '' } = decoration;
  if (text.length > LONGEST_SCAN) return fail({ type: 'not-a-card' });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: scanners end a code with CR, LF, TAB or STX/ETX
  let code = text.replace(/[\u0000-\u001f\u007f]/g, '').trim();
  if (prefix !== '' && code.startsWith(prefix)) code = code.slice(prefix.length);
  if (suffix !== '' && code.endsWith(suffix)) code = code.slice(0, -suffix.length);
  code = code.replace(SYMBOLOGY, '').replace(/[ .\-\u00a0\u2010-\u2015]/g, '');
  if (code === '') return fail({ type: 'empty' });
  if (!/^[0-9]+$/.test(code)) return fail({ type: 'not-a-card' });
  return code.length === CARD_DIGITS ? succeed(code) : fail({ type: 'wrong-length', digits: code.length });
}
