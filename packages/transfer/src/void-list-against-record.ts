import type { VoidListFault } from '@bilik/ballot';
import type { VoidCredential } from './void-list.ts';

/** What the record says of cards and ballots. */
export interface KnownOfCards {
  /** Whether a credential, in decimal digits, is on the public list. */
  readonly isListed: (credential: string) => boolean;
  /** Hex SHA-256 of every ballot of the record. */
  readonly ballotHashes: ReadonlySet<string>;
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
  { isListed, ballotHashes }: KnownOfCards,
): VoidMismatch[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const { credential, ballot } = entry;
    const mismatches: VoidMismatch[] = [];
    if (!isListed(credential)) mismatches.push({ fault: 'void-card-unknown', entry });
    if (ballotHashes.has(ballot)) mismatches.push({ fault: 'void-ballot-counted', entry });
    if (seen.has(ballot)) mismatches.push({ fault: 'void-ballot-repeated', entry });
    seen.add(ballot);
    return mismatches;
  });
}
