import { assertNever, fail, type Result, succeed } from './result.ts';

/** How a desk found the voter's row, and by that how it knows who stands there. */
export type IdentityMethod = 'invitation-qr' | 'card-chip' | 'nik-typed' | 'name-and-photo' | 'mobile';

/** Where a mobile group visits a voter, and by that why. Coarse on purpose: it stands beside a person. */
export const MOBILE_REASONS = ['at-home', 'in-hospital'] as const;
export type MobileReason = (typeof MOBILE_REASONS)[number];

/** Why the desk went on although the card or finger did not answer. Counted; never blocks by itself. */
export const OVERRIDE_REASONS = [
  'card-unreadable',
  'finger-unreadable',
  'no-card',
  'reader-broken',
  'other',
] as const;
export type OverrideReason = (typeof OVERRIDE_REASONS)[number];

/** What the person was held against: the reader's own finger match, the card's face, or the list's photo. */
export type Compared = 'finger' | 'card' | 'photo';

/**
 * The identity check of one voter. An invitation or the number of a card only finds a row: anybody can photograph the one and copy
 * the other, so both say beside themselves what the person was compared with. A NIK is typed from the card in hand, and name and
 * birth date go with the photo: there the comparing is the way itself.
 */
export type IdentityCheck =
  | {
      readonly method: 'invitation-qr';
      /** Null: nothing could be compared; then the override says why. */
      readonly compared: 'card' | 'photo' | null;
      readonly override: OverrideReason | null;
    }
  | {
      readonly method: 'card-chip';
      readonly compared: Compared | null;
      readonly override: OverrideReason | null;
    }
  | {
      readonly method: 'nik-typed' | 'name-and-photo';
      readonly override: OverrideReason | null;
    }
  | {
      /** The group compares the face at the bedside; the desk only marks the row, so that nobody votes twice. */
      readonly method: 'mobile';
      readonly reason: MobileReason;
      readonly override: null;
    };

/** What a certified reader said of the finger; a reader that only reads a card's number was never asked. */
export const FINGER_RESULTS = ['matched', 'not-matched', 'unreadable', 'not-asked'] as const;
export type FingerResult = (typeof FINGER_RESULTS)[number];

/** What the reader at the desk read of this voter's card a moment ago. */
export interface CardReading {
  readonly finger: FingerResult;
}

/** Why an identity check is not complete. Nothing was recorded; each is answered by comparing, or by a reason. */
export type IdentityIncomplete =
  /** An invitation or a card's number alone: say what was compared, or why nothing could be. */
  | { readonly type: 'identity-not-compared' }
  /** The reader of this desk did not read this voter's card in the last minute. */
  | { readonly type: 'card-not-read' }
  /** The reader did not match the finger: an override with its reason goes on. */
  | { readonly type: 'finger-not-matched'; readonly finger: Exclude<FingerResult, 'matched' | 'not-asked'> };

/**
 * Whether what was done is an identity check. No voter is lost here: with an override, whose reason is counted, every one passes.
 * @param reading of this voter's card at this desk; null while there is none
 * @errors 'card-not-read' · 'finger-not-matched' · 'identity-not-compared'
 */
export function checkIdentity(
  identity: IdentityCheck,
  reading: CardReading | null,
): Result<undefined, IdentityIncomplete> {
  switch (identity.method) {
    case 'nik-typed':
    case 'name-and-photo':
    case 'mobile':
      return succeed(undefined);
    case 'invitation-qr':
      return identity.compared === null && identity.override === null
        ? fail({ type: 'identity-not-compared' })
        : succeed(undefined);
    case 'card-chip': {
      if (reading === null) return fail({ type: 'card-not-read' });
      if (identity.override !== null) return succeed(undefined);
      const { finger } = reading;
      if (finger === 'not-matched' || finger === 'unreadable') {
        return fail({ type: 'finger-not-matched', finger });
      }
      const isCompared = identity.compared === 'finger' ? finger === 'matched' : identity.compared !== null;
      return isCompared ? succeed(undefined) : fail({ type: 'identity-not-compared' });
    }
    default:
      return assertNever(identity);
  }
}
