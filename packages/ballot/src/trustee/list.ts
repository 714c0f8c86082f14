import type { Group } from '../group/group.ts';
import type { Result } from '../result.ts';
import type { TrusteeKey } from './single.ts';

/** Trustees of whom `threshold` suffice (format §8). */
export interface ThresholdTrustees {
  readonly kind: 'threshold';
  readonly threshold: number;
  /** The exact compact text of the threshold parameters. */
  readonly text: string;
  readonly verificationKeys: readonly TrusteeKey[];
  /** Product over all trustees of g^a₀. */
  readonly publicKey: bigint;
}

export interface SingleTrustee {
  readonly kind: 'single';
  readonly key: TrusteeKey;
}

export type TrusteeItem = SingleTrustee | ThresholdTrustees;

/** One trustee by its number. */
export interface TrusteeOwner {
  /** From 1, over all items in order. */
  readonly owner: number;
  /** Position of its item, from 0. */
  readonly item: number;
  readonly publicKey: bigint;
  readonly name?: string;
}

/** The record's list of trustees, fully checked. */
export interface Trustees {
  readonly text: string;
  readonly items: readonly TrusteeItem[];
  readonly owners: readonly TrusteeOwner[];
}

export type TrusteesFault =
  | { readonly type: 'too-long'; readonly limit: number }
  | { readonly type: 'not-canonical' }
  | { readonly type: 'malformed' | 'not-a-member' | 'identity'; readonly path: string }
  | { readonly type: 'proof-invalid' | 'signature-invalid' | 'key-mismatch'; readonly path: string };

/** @param items keys of single trustees, or texts of threshold parameters, in the order of the record */
export function writeTrustees(
  items: readonly (
    | { readonly kind: 'single'; readonly key: TrusteeKey }
    | { readonly kind: 'threshold'; readonly text: string }
  )[],
): string {
  void items;
  throw new Error('not written yet');
}

export function parseTrustees(group: Group, text: string): Result<Trustees, TrusteesFault> {
  void [group, text];
  throw new Error('not written yet');
}

/** y: the product of the keys of all items. */
export function electionPublicKey(group: Group, trustees: Pick<Trustees, 'items'>): bigint {
  void [group, trustees];
  throw new Error('not written yet');
}
