import type { Group } from '../group/group.ts';
import { hasFields, type JsonValue } from '../json.ts';
import { checkKnowledge, messageContext, proveKnowledge } from '../proof/knowledge.ts';
import { type Proof, parseProof, proofObject } from '../proof/proof.ts';
import type { RandomSource } from '../random.ts';

/** A text signed by a trustee's ceremony key (format §8.1). */
export interface SignedMessage {
  readonly message: string;
  readonly signature: Proof;
}

export function signMessage(
  group: Group,
  signingSecret: bigint,
  message: string,
  random: RandomSource,
): SignedMessage {
  return { message, signature: proveKnowledge(group, signingSecret, messageContext(message), random) };
}

/** Whether the signature is by the owner of this verification key, which must be a member (checked elsewhere). */
export function isSignedBy(
  group: Group,
  verificationKey: bigint,
  { message, signature }: SignedMessage,
): boolean {
  return checkKnowledge(group, verificationKey, messageContext(message), signature);
}

export function signedMessageObject(group: Group, { message, signature }: SignedMessage) {
  return { message, signature: proofObject(group, signature) };
}

/** Exactly the two fields, in order. */
export function parseSignedMessage(group: Group, value: JsonValue | undefined): SignedMessage | undefined {
  if (!hasFields(value, ['message', 'signature']) || typeof value.message !== 'string') return undefined;
  const signature = parseProof(group, value.signature);
  return signature === undefined ? undefined : { message: value.message, signature };
}
