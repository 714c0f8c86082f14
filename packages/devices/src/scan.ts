import type { Result } from './result.ts';

export type ScanError =
  | { readonly type: 'empty' }
  /** Something else was scanned, such as an invitation: not only digits. */
  | { readonly type: 'not-a-card' }
  /** Digits only, but not 24 of them. */
  | { readonly type: 'wrong-length'; readonly digits: number };

/** The 24 digits of a token card, groups and scanner decoration removed. Its check digit is *not* checked here. */
export declare function parseScan(text: string): Result<string, ScanError>;
