import type { Group } from '../group/group.ts';
import { hasFields, isJsonArray, type JsonValue, writeCompactJson } from '../json.ts';
import { fail, type Result, succeed } from '../result.ts';
import {
  type Certificate,
  type CommittedPolynomial,
  readCertificate,
  readCommitments,
} from './certificate.ts';
import { shareKey } from './polynomial.ts';
import { signedMessageObject } from './signed-message.ts';
import { checkTrusteeKey, parseTrusteeKey, type TrusteeKey, trusteeKeyObject } from './single.ts';

/** Most trustees of one list: a bound on the work that a hostile list can ask for. */
export const TRUSTEE_LIMIT = 50;

/** What the key ceremony leaves in the record (format §8.3). */
export interface ThresholdParameters {
  /** Trustees that suffice to open a sum. */
  readonly threshold: number;
  readonly certificates: readonly Certificate[];
  readonly committed: readonly CommittedPolynomial[];
  /** Public key of each trustee's share. */
  readonly verificationKeys: readonly TrusteeKey[];
}

/** Which part of the trustees object is wrong, and how. */
export interface TrusteesPartFault {
  readonly type: 'malformed' | 'not-a-member' | 'signature-invalid' | 'proof-invalid' | 'key-mismatch';
  readonly path: string;
}

/** The JSON object, fields in the format's order. */
export function thresholdParametersObject(group: Group, parameters: ThresholdParameters) {
  return {
    threshold: parameters.threshold,
    certs: parameters.certificates.map(({ signed }) => signedMessageObject(group, signed)),
    coefexps: parameters.committed.map(({ signed }) => signedMessageObject(group, signed)),
    verification_keys: parameters.verificationKeys.map((key) => trusteeKeyObject(group, key)),
  };
}

export function writeThresholdParameters(group: Group, parameters: ThresholdParameters): string {
  return writeCompactJson(thresholdParametersObject(group, parameters));
}

/**
 * Reads threshold parameters and checks everything of §8.4, and what the tool leaves out: membership of every key and
 * commitment, and that as many of each are there.
 */
export function readThresholdParameters(
  group: Group,
  value: JsonValue | undefined,
  path: string,
): Result<ThresholdParameters, TrusteesPartFault> {
  if (
    !hasFields(value, ['threshold', 'certs', 'coefexps', 'verification_keys']) ||
    !isJsonArray(value.certs) ||
    !isJsonArray(value.coefexps) ||
    !isJsonArray(value.verification_keys)
  ) {
    return fail({ type: 'malformed', path });
  }
  if (value.certs.length > TRUSTEE_LIMIT) return fail({ type: 'malformed', path: `${path}.certs` });
  const { threshold, certs, coefexps, verification_keys: keys } = value;
  if (
    typeof threshold !== 'number' ||
    !Number.isInteger(threshold) ||
    threshold < 1 ||
    threshold > certs.length
  ) {
    return fail({ type: 'malformed', path: `${path}.threshold` });
  }
  if (coefexps.length !== certs.length) return fail({ type: 'malformed', path: `${path}.coefexps` });
  if (keys.length !== certs.length) return fail({ type: 'malformed', path: `${path}.verification_keys` });

  const certificates: Certificate[] = [];
  const committed: CommittedPolynomial[] = [];
  for (const [index, cert] of certs.entries()) {
    const certificate = readCertificate(group, cert);
    if (!certificate.ok) return fail({ type: certificate.error, path: `${path}.certs[${index}]` });
    const commitments = readCommitments(group, certificate.value.verificationKey, coefexps[index]);
    const commitmentPath = `${path}.coefexps[${index}]`;
    if (!commitments.ok) return fail({ type: commitments.error, path: commitmentPath });
    if (commitments.value.commitments.length !== threshold) {
      return fail({ type: 'malformed', path: commitmentPath });
    }
    certificates.push(certificate.value);
    committed.push(commitments.value);
  }
  const allCommitments = committed.map(({ commitments }) => commitments);
  const verificationKeys: TrusteeKey[] = [];
  for (const [index, item] of keys.entries()) {
    const keyPath = `${path}.verification_keys[${index}]`;
    const key = parseTrusteeKey(group, item);
    if (key === undefined) return fail({ type: 'malformed', path: keyPath });
    if (!group.isMember(key.publicKey)) return fail({ type: 'not-a-member', path: keyPath });
    if (!checkTrusteeKey(group, key)) return fail({ type: 'proof-invalid', path: keyPath });
    if (key.publicKey !== shareKey(group, allCommitments, index + 1)) {
      return fail({ type: 'key-mismatch', path: keyPath });
    }
    verificationKeys.push(key);
  }
  return succeed({ threshold, certificates, committed, verificationKeys });
}

/** The key that all trustees together stand for: Π_i g^a_i0 (format §8.5). */
export function thresholdPublicKey(group: Group, { committed }: ThresholdParameters): bigint {
  return committed.reduce((product, { commitments }) => group.multiply(product, commitments[0] ?? 1n), 1n);
}
