/** What a tracker slip says: the ballot that it names. */
export interface Tracker {
  /** Base64 SHA-256 of the ballot, 43 characters, as the slip shows it but for its spaces. */
  readonly number: string;
  /** The same digest in hex: the ballot's name in a record. */
  readonly ballotHash: string;
}

/** Why a text is the number of no tracker slip. */
export type TrackerFault =
  | { readonly type: 'wrong-length'; readonly length: number }
  /** A character that base64 does not have. */
  | { readonly type: 'foreign-character'; readonly character: string }
  /** The last character holds four bits of the digest and two that are zero: 48 of the 64 stand at the end of no slip. */
  | { readonly type: 'impossible-last-character'; readonly character: string };

export const TRACKER_LENGTH = 43;
const FOREIGN = /[^A-Za-z0-9+/]/u;
const LAST_CHARACTERS = 'AEIMQUYcgkosw048';

/** Reads the number of a tracker slip (format §2.3), with or without what people put between its groups. */
export function parseTracker(
  text: string,
): { readonly ok: true; readonly value: Tracker } | { readonly ok: false; readonly error: TrackerFault } {
  const number = text.replace(/[\s·.-]/g, '');
  const foreign = FOREIGN.exec(number)?.[0];
  if (foreign !== undefined) return { ok: false, error: { type: 'foreign-character', character: foreign } };
  const { length } = number;
  if (length !== TRACKER_LENGTH) return { ok: false, error: { type: 'wrong-length', length } };
  const last = number.slice(-1);
  if (!LAST_CHARACTERS.includes(last)) {
    return { ok: false, error: { type: 'impossible-last-character', character: last } };
  }
  const bytes = Uint8Array.from(atob(number), (character) => character.charCodeAt(0));
  const ballotHash = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { ok: true, value: { number, ballotHash } };
}
