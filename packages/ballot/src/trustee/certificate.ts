import type { Group } from '../group/group.ts';
import { sha256Hex } from '../hash.ts';
import { hasFields, isTextArray, type JsonValue, parseCompactJson, writeCompactJson } from '../json.ts';
import type { RandomSource } from '../random.ts';
import { fail, type Result, succeed } from '../result.ts';
import { type CeremonyKeys, type CeremonySecrets, keysOf } from './ceremony-keys.ts';
import {
  isSignedBy,
  parseSignedMessage,
  type SignedMessage,
  signedMessageObject,
  signMessage,
} from './signed-message.ts';

/** A trustee's ceremony keys, signed by itself (format §8.2 step 1). */
export interface Certificate extends CeremonyKeys {
  readonly signed: SignedMessage;
  /** Hex SHA-256 of the message: read aloud and compared, it shows that all saw the same keys. */
  readonly id: string;
}

/** A trustee's commitments to its polynomial, signed (format §8.2 step 3). */
export interface CommittedPolynomial {
  readonly signed: SignedMessage;
  /** g^a_0, g^a_1, … */
  readonly commitments: readonly bigint[];
}

export type SignedObjectProblem = 'malformed' | 'not-a-member' | 'signature-invalid';

/** Longest inner text: 50 elements. */
const INNER_LENGTH_LIMIT = 64 * 1024;

export function signCertificate(group: Group, secrets: CeremonySecrets, random: RandomSource): SignedMessage {
  const { verificationKey, encryptionKey } = keysOf(group, secrets);
  const message = writeCompactJson({
    verification: group.formatElement(verificationKey),
    encryption: group.formatElement(encryptionKey),
  });
  return signMessage(group, secrets.signingSecret, message, random);
}

/** Reads a certificate and checks membership (not 1) of both keys and its own signature. */
export function readCertificate(
  group: Group,
  value: JsonValue | undefined,
): Result<Certificate, SignedObjectProblem> {
  const signed = parseSignedMessage(group, value);
  const inner = signed === undefined ? undefined : parseInner(signed.message);
  if (signed === undefined || !hasFields(inner, ['verification', 'encryption'])) return fail('malformed');
  const { verification, encryption } = inner;
  const verificationKey = typeof verification === 'string' ? group.parseElement(verification) : undefined;
  const encryptionKey = typeof encryption === 'string' ? group.parseElement(encryption) : undefined;
  if (verificationKey === undefined || encryptionKey === undefined) return fail('malformed');
  if ([verificationKey, encryptionKey].some((key) => key === 1n || !group.isMember(key))) {
    return fail('not-a-member');
  }
  if (!isSignedBy(group, verificationKey, signed)) return fail('signature-invalid');
  return succeed({ signed, id: sha256Hex(signed.message), verificationKey, encryptionKey });
}

export function signCommitments(
  group: Group,
  secrets: CeremonySecrets,
  coefficients: readonly bigint[],
  random: RandomSource,
): SignedMessage {
  const commitments = coefficients.map((coefficient) =>
    group.formatElement(group.generator.power(coefficient)),
  );
  return signMessage(group, secrets.signingSecret, writeCompactJson({ coefexps: commitments }), random);
}

/** Reads commitments and checks membership (not 1) of each and the signature by their owner. */
export function readCommitments(
  group: Group,
  verificationKey: bigint,
  value: JsonValue | undefined,
): Result<CommittedPolynomial, SignedObjectProblem> {
  const signed = parseSignedMessage(group, value);
  const inner = signed === undefined ? undefined : parseInner(signed.message);
  if (signed === undefined || !hasFields(inner, ['coefexps'])) return fail('malformed');
  const texts = inner.coefexps;
  if (!isTextArray(texts)) return fail('malformed');
  const commitments = texts.flatMap((text) => group.parseElement(text) ?? []);
  if (commitments.length !== texts.length || commitments.length === 0) return fail('malformed');
  if (commitments.some((element) => element === 1n || !group.isMember(element))) return fail('not-a-member');
  return isSignedBy(group, verificationKey, signed)
    ? succeed({ signed, commitments })
    : fail('signature-invalid');
}

/** The text of a certificate or of commitments, as it travels. */
export function writeSigned(group: Group, signed: SignedMessage): string {
  return writeCompactJson(signedMessageObject(group, signed));
}

function parseInner(text: string): JsonValue | undefined {
  const json = parseCompactJson(text, INNER_LENGTH_LIMIT);
  return json.ok ? json.value : undefined;
}
