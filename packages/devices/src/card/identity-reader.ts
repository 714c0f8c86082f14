/** What a certified reader said of the finger; a reader that only reads a card's number never asks for one. */
export type FingerAnswer = 'matched' | 'not-matched' | 'unreadable' | 'not-asked';

/** What a reader read of one card. Never stored and never logged by whoever gets it. */
export type CardRead =
  /** The number that any NFC card says to everybody, in lower-case hex, 4 to 10 bytes. It can be copied: it names a card and proves nobody. */
  | { readonly kind: 'number'; readonly uid: string }
  /** The chip's own data, opened by a certified reader with its SAM, and what that reader said of the finger. */
  | {
      readonly kind: 'chip';
      /** 16 digits. */
      readonly nik: string;
      readonly name: string;
      /** `YYYY-MM-DD`. */
      readonly birthDate: string;
      readonly finger: FingerAnswer;
    };

/** What keeps a reader from reading, in words a desk can act on. */
export const READER_TROUBLES = [
  /** Nothing is plugged in, or its service does not answer. */
  'no-reader',
  /** A card lies there and says nothing useful: broken, bleached, bent, of another kind. */
  'card-unreadable',
  /** The card was taken away before it was read. */
  'card-gone',
  /** The reader took longer than it may. */
  'no-answer',
  /** The reader says something that is not in the protocol. */
  'not-understood',
] as const;
export type ReaderTrouble = (typeof READER_TROUBLES)[number];

export type ReaderEvent =
  /** It waits for a card. */
  | { readonly type: 'ready' }
  | { readonly type: 'read'; readonly read: CardRead }
  | { readonly type: 'trouble'; readonly trouble: ReaderTrouble };

/** A reader at a desk, whichever it is. It tells by itself what happens; each card is told once. */
export interface IdentityReader {
  readonly close: () => Promise<void>;
}

/** Hears all that a reader has to say, in order, until it is closed. */
export type ReaderListener = (event: ReaderEvent) => void;
