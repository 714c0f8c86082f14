import type { Group } from '../group/group.ts';
import {
  hasFields,
  isJsonArray,
  isTextArray,
  type JsonValue,
  parseCompactJson,
  writeCompactJson,
} from '../json.ts';
import { type RandomSource, randomScalar } from '../random.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Ccm } from './ccm.ts';
import { type CeremonySecrets, generateCeremonySeed, keysOf, secretsFromSeed } from './ceremony-keys.ts';
import {
  type Certificate,
  type CommittedPolynomial,
  readCertificate,
  readCommitments,
  signCertificate,
  signCommitments,
  writeSigned,
} from './certificate.ts';
import { type ChannelProblem, receiveMessage, sendMessage } from './channel.ts';
import { evaluateInExponent, evaluatePolynomial, shareKey } from './polynomial.ts';
import { signedMessageObject } from './signed-message.ts';
import {
  checkTrusteeKey,
  makeTrusteeKey,
  parseTrusteeKey,
  type TrusteeKey,
  trusteeKeyObject,
} from './single.ts';
import { type ThresholdParameters, TRUSTEE_LIMIT, writeThresholdParameters } from './threshold-parameters.ts';

/**
 * What went wrong in a key ceremony. `trustee` is the one whose message is at fault, counted from 1 in the order of the
 * certificates; 0 when it is the list or the request itself.
 */
export interface CeremonyFault {
  readonly trustee: number;
  readonly problem:
    | ChannelProblem
    /** Fewer messages than trustees, or coefficients than the threshold. */
    | 'wrong-count'
    /** Two certificates with one key. */
    | 'repeated-certificate'
    /** Our own seed belongs to none of the certificates. */
    | 'not-among-certificates'
    /** The threshold is not within 1 and the number of trustees. */
    | 'threshold-out-of-range'
    /** A secret does not fit the sender's commitments: the sender lies, and can be shown to. */
    | 'secret-mismatch'
    /** The list holds other commitments of ours than we made. */
    | 'own-polynomial-changed'
    /** A key's proof of possession does not hold. */
    | 'proof-invalid'
    /** A trustee's public key is not the one that all commitments give. */
    | 'key-mismatch';
}

/** All trustees' certificates, in the agreed order: the same in every step. */
export interface CeremonyList {
  readonly group: Group;
  readonly certificates: readonly string[];
}

/** A step that one trustee takes with its own secret. */
export interface TrusteeStep extends CeremonyList {
  /** The trustee's own seed from step 1. */
  readonly seed: string;
  readonly random: RandomSource;
  readonly ccm: Ccm;
}

/** What step 6 gives. */
export interface CeremonyOutcome {
  /** Text of the threshold parameters, for `writeTrustees`. */
  readonly parameters: string;
  /** For each trustee its encrypted decryption key, for `openDecryptionKey`. */
  readonly decryptionKeys: readonly string[];
}

/** Longest message of a step: fifty trustees, all needed: 2 million characters. */
const STEP_LENGTH_LIMIT = 4 * 1024 * 1024;
/** Secrets may arrive unreduced, a few times q (format §8.2). */
const UNREDUCED_SECRET = /^(?:0|[1-9][0-9]{0,99})$/;

/** Step 1, each trustee: keep `seed` secret (22 Base58 digits; nothing else need be kept), hand in `certificate`. */
export function makeCertificate(group: Group, random: RandomSource): { seed: string; certificate: string } {
  const seed = generateCeremonySeed(random);
  const signed = signCertificate(group, secretsFromSeed(seed), random);
  return { seed, certificate: writeSigned(group, signed) };
}

/** Step 2, anyone. @returns hex id of each certificate, to be read aloud and compared */
export function checkCertificates(list: CeremonyList): Result<readonly string[], CeremonyFault> {
  const certificates = readCertificates(list);
  return certificates.ok ? succeed(certificates.value.map(({ id }) => id)) : certificates;
}

/**
 * Step 3, each trustee: a secret polynomial, its value for every other trustee, and commitments to it. Draws all
 * coefficients first; then for the backup to oneself, for each secret and for the commitments what they draw.
 * @param step.threshold how many trustees shall open a sum, 1..number of trustees
 * @returns the message for the table
 */
export function makePolynomial(
  step: TrusteeStep & { readonly threshold: number },
): Result<string, CeremonyFault> {
  const { group, threshold, random } = step;
  const read = readOwnStep(step);
  if (!read.ok) return read;
  const { certificates, secrets, own } = read.value;
  if (!Number.isInteger(threshold) || threshold < 1 || threshold > certificates.length) {
    return fail({ trustee: 0, problem: 'threshold-out-of-range' });
  }
  const coefficients = Array.from({ length: threshold }, () => randomScalar(group, random));
  const send = (recipientKey: bigint, message: JsonValue) =>
    sendMessage({ ...step, signingSecret: secrets.signingSecret, recipientKey }, writeCompactJson(message));
  const polynomial = send(own.encryptionKey, { polynomial: coefficients.map(group.formatScalar) });
  const secretMessages = certificates.map(({ encryptionKey }, index) =>
    send(encryptionKey, {
      secret: group.formatScalar(evaluatePolynomial(group, coefficients, index + 1)),
    }),
  );
  const coefexps = signedMessageObject(group, signCommitments(group, secrets, coefficients, random));
  return succeed(writeCompactJson({ polynomial, secrets: secretMessages, coefexps }));
}

/** Step 4, the table: sorts the messages of step 3 by recipient. @returns for each trustee its input to step 5 */
export function makeShareInputs(
  input: CeremonyList & { readonly polynomials: readonly string[] },
): Result<readonly string[], CeremonyFault> {
  const { group } = input;
  const certificates = readCertificates(input);
  if (!certificates.ok) return certificates;
  const polynomials = readPolynomials(group, certificates.value, input.polynomials);
  if (!polynomials.ok) return polynomials;
  const coefexps = polynomials.value.map(({ committed }) => signedMessageObject(group, committed.signed));
  return succeed(
    polynomials.value.map(({ polynomial }, index) =>
      writeCompactJson({
        polynomial,
        secrets: polynomials.value.map(({ secrets }) => secrets[index] ?? ''),
        coefexps,
      }),
    ),
  );
}

/**
 * Step 5, each trustee: checks what all sent and that its own polynomial is still there, and adds its secrets up.
 * @param step.name written into the trustee's public key
 * @returns the message for the table: the trustee's decryption key, encrypted to itself, and its public key
 */
export function makeShareOutput(
  step: TrusteeStep & { readonly shareInput: string; readonly name?: string },
): Result<string, CeremonyFault> {
  const { group, random, name } = step;
  const read = readOwnStep(step);
  if (!read.ok) return read;
  const { certificates, secrets, own, number } = read.value;
  const input = parseStep(step.shareInput);
  if (
    !hasFields(input, ['polynomial', 'secrets', 'coefexps']) ||
    typeof input.polynomial !== 'string' ||
    !isTextArray(input.secrets, certificates.length) ||
    !isJsonArray(input.coefexps) ||
    input.coefexps.length !== certificates.length
  ) {
    return fail({ trustee: 0, problem: 'malformed' });
  }
  const backup = receiveMessage({ ...step, secrets, senderKey: own.verificationKey }, input.polynomial);
  if (!backup.ok) return fail({ trustee: number, problem: 'own-polynomial-changed' });
  const coefficients = readScalars(group, parseStep(backup.value), 'polynomial');
  const expected = coefficients?.map((coefficient) => group.generator.power(coefficient));

  let privateKey = 0n;
  for (const [index, { verificationKey }] of certificates.entries()) {
    const trustee = index + 1;
    const committed = readCommitments(group, verificationKey, input.coefexps[index]);
    if (!committed.ok) return fail({ trustee, problem: committed.error });
    const { commitments } = committed.value;
    if (trustee === number && expected?.join() !== commitments.join()) {
      return fail({ trustee, problem: 'own-polynomial-changed' });
    }
    if (commitments.length !== expected?.length) return fail({ trustee, problem: 'wrong-count' });
    const message = receiveMessage(
      { ...step, secrets, senderKey: verificationKey },
      input.secrets[index] ?? '',
    );
    if (!message.ok) return fail({ trustee, problem: message.error });
    const secret = readSecret(group, parseStep(message.value), 'secret');
    if (secret === undefined) return fail({ trustee, problem: 'malformed' });
    if (group.generator.power(secret) !== evaluateInExponent(group, commitments, number)) {
      return fail({ trustee, problem: 'secret-mismatch' });
    }
    privateKey = (privateKey + secret) % group.q;
  }
  const key = trusteeKeyObject(group, makeTrusteeKey(group, privateKey, random, name));
  const decryptionKey = sendMessage(
    { ...step, signingSecret: secrets.signingSecret, recipientKey: own.encryptionKey },
    writeCompactJson({ decryption_key: group.formatScalar(privateKey) }),
  );
  return succeed(writeCompactJson({ private_key: decryptionKey, public_key: key }));
}

/** Step 6, the table: checks every trustee's public key against all commitments. */
export function makeThresholdParameters(
  input: CeremonyList & { readonly polynomials: readonly string[]; readonly shareOutputs: readonly string[] },
): Result<CeremonyOutcome, CeremonyFault> {
  const { group, shareOutputs } = input;
  const certificates = readCertificates(input);
  if (!certificates.ok) return certificates;
  const polynomials = readPolynomials(group, certificates.value, input.polynomials);
  if (!polynomials.ok) return polynomials;
  if (shareOutputs.length !== certificates.value.length) return fail({ trustee: 0, problem: 'wrong-count' });
  const committed = polynomials.value.map((polynomial) => polynomial.committed);
  const allCommitments = committed.map(({ commitments }) => commitments);
  const verificationKeys: TrusteeKey[] = [];
  const decryptionKeys: string[] = [];
  for (const [index, text] of shareOutputs.entries()) {
    const trustee = index + 1;
    const output = parseStep(text);
    const hasForm = hasFields(output, ['private_key', 'public_key']);
    const key = hasForm ? parseTrusteeKey(group, output.public_key) : undefined;
    if (!hasForm || typeof output.private_key !== 'string' || key === undefined) {
      return fail({ trustee, problem: 'malformed' });
    }
    if (!checkTrusteeKey(group, key)) return fail({ trustee, problem: 'proof-invalid' });
    if (key.publicKey !== shareKey(group, allCommitments, trustee)) {
      return fail({ trustee, problem: 'key-mismatch' });
    }
    verificationKeys.push(key);
    decryptionKeys.push(output.private_key);
  }
  const parameters: ThresholdParameters = {
    threshold: allCommitments[0]?.length ?? 0,
    certificates: certificates.value,
    committed,
    verificationKeys,
  };
  return succeed({ parameters: writeThresholdParameters(group, parameters), decryptionKeys });
}

/** A trustee's secret x, 0..q−1, from its seed and its encrypted decryption key of step 6. */
export function openDecryptionKey(input: {
  readonly group: Group;
  readonly seed: string;
  readonly decryptionKey: string;
  readonly random: RandomSource;
  readonly ccm: Ccm;
}): Result<bigint, ChannelProblem> {
  const { group, seed, decryptionKey } = input;
  const secrets = secretsFromSeed(seed);
  const senderKey = keysOf(group, secrets).verificationKey;
  const message = receiveMessage({ ...input, secrets, senderKey }, decryptionKey);
  if (!message.ok) return message;
  const privateKey = readSecret(group, parseStep(message.value), 'decryption_key');
  return privateKey === undefined ? fail('malformed') : succeed(privateKey);
}

function readCertificates({
  group,
  certificates,
}: CeremonyList): Result<readonly Certificate[], CeremonyFault> {
  if (certificates.length === 0 || certificates.length > TRUSTEE_LIMIT) {
    return fail({ trustee: 0, problem: 'wrong-count' });
  }
  const read: Certificate[] = [];
  const keys = new Set<bigint>();
  for (const [index, text] of certificates.entries()) {
    const trustee = index + 1;
    const certificate = readCertificate(group, parseStep(text));
    if (!certificate.ok) return fail({ trustee, problem: certificate.error });
    for (const key of [certificate.value.verificationKey, certificate.value.encryptionKey]) {
      if (keys.has(key)) return fail({ trustee, problem: 'repeated-certificate' });
      keys.add(key);
    }
    read.push(certificate.value);
  }
  return succeed(read);
}

interface OwnStep {
  readonly certificates: readonly Certificate[];
  readonly secrets: CeremonySecrets;
  readonly own: Certificate;
  /** Our own number, from 1. */
  readonly number: number;
}

function readOwnStep({ group, certificates, seed }: TrusteeStep): Result<OwnStep, CeremonyFault> {
  const read = readCertificates({ group, certificates });
  if (!read.ok) return read;
  const secrets = secretsFromSeed(seed);
  const keys = keysOf(group, secrets);
  const index = read.value.findIndex(
    (certificate) =>
      certificate.verificationKey === keys.verificationKey &&
      certificate.encryptionKey === keys.encryptionKey,
  );
  const own = read.value[index];
  if (own === undefined) return fail({ trustee: 0, problem: 'not-among-certificates' });
  return succeed({ certificates: read.value, secrets, own, number: index + 1 });
}

interface ReadPolynomial {
  readonly polynomial: string;
  readonly secrets: readonly string[];
  readonly committed: CommittedPolynomial;
}

function readPolynomials(
  group: Group,
  certificates: readonly Certificate[],
  texts: readonly string[],
): Result<readonly ReadPolynomial[], CeremonyFault> {
  if (texts.length !== certificates.length) return fail({ trustee: 0, problem: 'wrong-count' });
  const read: ReadPolynomial[] = [];
  for (const [index, certificate] of certificates.entries()) {
    const trustee = index + 1;
    const object = parseStep(texts[index] ?? '');
    if (
      !hasFields(object, ['polynomial', 'secrets', 'coefexps']) ||
      typeof object.polynomial !== 'string' ||
      !isTextArray(object.secrets)
    ) {
      return fail({ trustee, problem: 'malformed' });
    }
    const { polynomial, secrets } = object;
    const committed = readCommitments(group, certificate.verificationKey, object.coefexps);
    if (!committed.ok) return fail({ trustee, problem: committed.error });
    const threshold = read[0]?.committed.commitments.length ?? committed.value.commitments.length;
    if (secrets.length !== certificates.length || committed.value.commitments.length !== threshold) {
      return fail({ trustee, problem: 'wrong-count' });
    }
    read.push({ polynomial, secrets, committed: committed.value });
  }
  return succeed(read);
}

function parseStep(text: string): JsonValue | undefined {
  const json = parseCompactJson(text, STEP_LENGTH_LIMIT);
  return json.ok ? json.value : undefined;
}

/** The one secret of an object with this one field, reduced mod q. */
function readSecret(group: Group, value: JsonValue | undefined, field: string): bigint | undefined {
  if (!hasFields(value, [field])) return undefined;
  const text = value[field];
  return typeof text === 'string' && UNREDUCED_SECRET.test(text) ? BigInt(text) % group.q : undefined;
}

function readScalars(group: Group, value: JsonValue | undefined, field: string): bigint[] | undefined {
  if (!hasFields(value, [field])) return undefined;
  const texts = value[field];
  if (!isTextArray(texts) || !texts.every((text) => UNREDUCED_SECRET.test(text))) return undefined;
  return texts.map((text) => BigInt(text) % group.q);
}
