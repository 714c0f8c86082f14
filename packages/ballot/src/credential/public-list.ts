import type { Group } from '../group/group.ts';
import type { RandomSource } from '../random.ts';
import type { Result } from '../result.ts';

/** One line of the public list. */
export interface ListedCredential {
  /** Place in the list, from 0. */
  readonly position: number;
  readonly publicKey: bigint;
  /** Votes that its ballot counts for, 0..2^30−1; 1 when the list has no weights. */
  readonly weight: number;
}

/** The record's list of public credentials, all members of the group and different. */
export interface PublicCredentials {
  /** The exact text of the record. */
  readonly text: string;
  /** Whether the list names weights. */
  readonly weighted: boolean;
  readonly size: number;
  /** Sum of all weights. */
  readonly totalWeight: number;
  /** By the decimal digits of the public key, as a ballot names it. */
  readonly byKey: ReadonlyMap<string, ListedCredential>;
}

export type CredentialListFault =
  | { readonly type: 'too-long'; readonly limit: number }
  | { readonly type: 'not-canonical' }
  | {
      readonly type: 'malformed' | 'not-a-member' | 'identity' | 'repeated' | 'out-of-order';
      readonly position: number;
    };

/** How to check the list. */
export interface CredentialListOptions {
  /** Fresh bytes: membership of all keys is then tested together. Without it each key is tested alone. */
  readonly random?: RandomSource;
}

export function writePublicCredentials(publicKeys: readonly bigint[]): string {
  void publicKeys;
  throw new Error('not written yet');
}

export function parsePublicCredentials(
  group: Group,
  text: string,
  options?: CredentialListOptions,
): Result<PublicCredentials, CredentialListFault> {
  void [group, text, options];
  throw new Error('not written yet');
}
