import type { Group } from '../group/group.ts';
import type { RandomSource } from '../random.ts';
import type { Result } from '../result.ts';

/** A signing key pair that gives its holder one ballot. */
export interface Credential {
  /** s, 0..q−1; never stored or shown by anyone but the holder of the card. */
  readonly secret: bigint;
  /** C = g^s, as listed in the record. */
  readonly publicKey: bigint;
}

/** Why a text is not a credential as Belenios prints them. */
export type CredentialFormFault =
  | { readonly type: 'wrong-length' }
  | { readonly type: 'wrong-character' }
  | { readonly type: 'check-digit-wrong' };

export function generateCredential(random: RandomSource): string {
  void random;
  throw new Error('not written yet');
}

export function checkCredentialForm(text: string): Result<string, CredentialFormFault> {
  void text;
  throw new Error('not written yet');
}

export function deriveCredential(group: Group, uuid: string, text: string): Credential {
  void [group, uuid, text];
  throw new Error('not written yet');
}
