import type { Group } from '../group/group.ts';
import { hasFields, isJsonObject, type JsonValue } from '../json.ts';
import { checkKnowledge, possessionContext, proveKnowledge } from '../proof/knowledge.ts';
import { type Proof, parseProof, proofObject } from '../proof/proof.ts';
import { type RandomSource, randomScalar } from '../random.ts';

/** A trustee's public key with the proof that its secret is known (format §7). */
export interface TrusteeKey {
  readonly publicKey: bigint;
  readonly proof: Proof;
  /** Free text, at most 500 characters. */
  readonly name?: string;
}

const NAME_LENGTH_LIMIT = 500;

/** A new trustee whose share is always needed. The private key, 0..q−1, is what `decryptTally` needs. */
export function generateTrustee(
  group: Group,
  random: RandomSource,
  name?: string,
): { readonly privateKey: bigint; readonly key: TrusteeKey } {
  const privateKey = randomScalar(group, random);
  return { privateKey, key: makeTrusteeKey(group, privateKey, random, name) };
}

/** The public key of a secret, with its proof of possession. */
export function makeTrusteeKey(
  group: Group,
  privateKey: bigint,
  random: RandomSource,
  name?: string,
): TrusteeKey {
  const publicKey = group.generator.power(privateKey);
  const proof = proveKnowledge(group, privateKey, possessionContext(group, publicKey), random);
  return { publicKey, proof, ...(name === undefined ? {} : { name }) };
}

/** Whether the key is a member other than 1 and its proof of possession holds. */
export function checkTrusteeKey(group: Group, { publicKey, proof }: TrusteeKey): boolean {
  return (
    publicKey !== 1n &&
    group.isMember(publicKey) &&
    checkKnowledge(group, publicKey, possessionContext(group, publicKey), proof)
  );
}

/** The JSON object of a key, fields in the format's order. */
export function trusteeKeyObject(group: Group, { publicKey, proof, name }: TrusteeKey) {
  return {
    pok: proofObject(group, proof),
    public_key: group.formatElement(publicKey),
    ...(name === undefined ? {} : { name }),
  };
}

/** Exactly these fields, in order; says nothing about the proof. */
export function parseTrusteeKey(group: Group, value: JsonValue | undefined): TrusteeKey | undefined {
  if (
    !isJsonObject(value) ||
    !hasFields(value, ['pok', 'public_key', ...('name' in value ? ['name'] : [])])
  ) {
    return undefined;
  }
  const { pok, public_key, name } = value;
  const proof = parseProof(group, pok);
  const publicKey = typeof public_key === 'string' ? group.parseElement(public_key) : undefined;
  if (proof === undefined || publicKey === undefined) return undefined;
  if (name === undefined) return { publicKey, proof };
  return typeof name === 'string' && name.length <= NAME_LENGTH_LIMIT
    ? { publicKey, proof, name }
    : undefined;
}
