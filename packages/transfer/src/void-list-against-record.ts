import { type Election, parseProvedBallot, repeatProvedBallot, type VoidListFault } from '@bilik/ballot';
import type { VoidCredential } from './void-list.ts';

/** What the record says of cards and ballots. */
export interface KnownOfCards {
  /** Whether a credential, in decimal digits, is on the public list. */
  readonly isListed: (credential: string) => boolean;
  /** Hex SHA-256 of every ballot of the record. */
  readonly ballotHashes: ReadonlySet<string>;
  /** Whether an opening repeats the ballot that it stands beside. */
  readonly isRightOpening: (entry: OpenedCredential) => boolean;
}

/** A ballot whose voter had it opened, with what opens it. */
export type OpenedCredential = Extract<VoidCredential, { readonly reason: 'proved' }> & {
  readonly opening: string;
};

/** Encrypts the opened choice again: the same ballot comes out, under the same card, or the opening is of something else. */
export function isRightOpening(
  election: Election,
  { credential, ballot, opening }: OpenedCredential,
): boolean {
  const proved = parseProvedBallot(opening);
  if (!proved.ok || proved.value.publicKey.toString() !== credential) return false;
  const repeated = repeatProvedBallot(election, proved.value);
  return repeated.ok && repeated.value.hash === ballot;
}

/** An entry of a void list that cannot be. */
export interface VoidMismatch {
  readonly fault: VoidListFault;
  readonly entry: VoidCredential;
}

/**
 * Compares a void list with its record. That no ballot of the record was given under a void card is the verifier's own rule
 * (`ballots.void`); that no card stands twice is seen when the list is parsed.
 */
export function compareVoidList(
  entries: readonly VoidCredential[],
  { isListed, ballotHashes, isRightOpening: opens }: KnownOfCards,
): VoidMismatch[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const { credential, ballot } = entry;
    const mismatches: VoidMismatch[] = [];
    if (!isListed(credential)) mismatches.push({ fault: 'void-card-unknown', entry });
    if (ballotHashes.has(ballot)) mismatches.push({ fault: 'void-ballot-counted', entry });
    if (seen.has(ballot)) mismatches.push({ fault: 'void-ballot-repeated', entry });
    seen.add(ballot);
    if (entry.reason === 'proved' && entry.opening !== null) {
      const { opening } = entry;
      if (!opens({ ...entry, opening })) mismatches.push({ fault: 'void-opening-wrong', entry });
    }
    return mismatches;
  });
}
