import type { Group } from '../group/group.ts';
import type { RandomSource } from '../random.ts';

/** A trustee's public key with the proof that its secret is known (format §7). */
export interface TrusteeKey {
  readonly publicKey: bigint;
  readonly challenge: bigint;
  readonly response: bigint;
  readonly name?: string;
}

/** A trustee whose share is always needed. */
export function generateTrustee(
  group: Group,
  random: RandomSource,
  name?: string,
): { readonly privateKey: bigint; readonly key: TrusteeKey } {
  void [group, random, name];
  throw new Error('not written yet');
}

/** Whether the key is a member other than 1 and the proof holds. */
export function checkTrusteeKey(group: Group, key: TrusteeKey): boolean {
  void [group, key];
  throw new Error('not written yet');
}
