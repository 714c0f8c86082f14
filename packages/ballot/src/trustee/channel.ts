import type { Group } from '../group/group.ts';
import { sha256Bytes, toHex } from '../hash.ts';
import { hasFields, type JsonValue, parseCompactJson, writeCompactJson } from '../json.ts';
import { type RandomSource, randomScalar } from '../random.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Ccm } from './ccm.ts';
import type { CeremonySecrets } from './ceremony-keys.ts';
import { isSignedBy, parseSignedMessage, signedMessageObject, signMessage } from './signed-message.ts';

/** Longest message between trustees that is read, in characters: a polynomial of 50 coefficients has about 5,000. */
const MESSAGE_LENGTH_LIMIT = 64 * 1024;
/** The nonce of messages below 65,536 bytes, which all are (format §8.1). */
const NONCE_BYTES = 13;

/** Why a message from another trustee is refused. */
export type ChannelProblem =
  | 'malformed'
  | 'not-a-member'
  | 'cannot-decrypt'
  | 'signature-invalid'
  | 'other-recipient';

/** Who sends and to whom. */
export interface Sender {
  readonly group: Group;
  readonly signingSecret: bigint;
  readonly recipientKey: bigint;
  readonly random: RandomSource;
  readonly ccm: Ccm;
}

/** Who receives and from whom. */
export interface Recipient {
  readonly group: Group;
  readonly secrets: CeremonySecrets;
  readonly senderKey: bigint;
  readonly random: RandomSource;
  readonly ccm: Ccm;
}

/** Signs a text for one recipient and encrypts both (format §8.1). Draws the signature's w, then r and s. */
export function sendMessage(
  { group, signingSecret, recipientKey, random, ccm }: Sender,
  plaintext: string,
): string {
  const addressed = writeCompactJson({ recipient: group.formatElement(recipientKey), message: plaintext });
  const signed = signedMessageObject(group, signMessage(group, signingSecret, addressed, random));
  const [randomness, secret] = [randomScalar(group, random), randomScalar(group, random)];
  const sharedElement = group.generator.power(secret);
  const alpha = group.formatElement(group.generator.power(randomness));
  const mask = group.secretPower(recipientKey, randomness, random);
  const { key, nonce } = keyAndNonce(group.formatElement(sharedElement), alpha);
  const ciphertext = ccm.encrypt(key, nonce, new TextEncoder().encode(writeCompactJson(signed)));
  const beta = group.formatElement(group.multiply(mask, sharedElement));
  return writeCompactJson({ alpha, beta, data: toHex(ciphertext) });
}

/** Opens a message: it must decrypt, be signed by the sender and name us as recipient. @returns the plaintext */
export function receiveMessage(recipient: Recipient, text: string): Result<string, ChannelProblem> {
  const { group, secrets, senderKey } = recipient;
  const opened = decryptMessage(recipient, text);
  if (!opened.ok) return opened;
  const signed = parseSignedMessage(group, parseJson(opened.value));
  if (signed === undefined) return fail('malformed');
  if (!isSignedBy(group, senderKey, signed)) return fail('signature-invalid');
  const addressed = parseJson(signed.message);
  if (!hasFields(addressed, ['recipient', 'message']) || typeof addressed.message !== 'string') {
    return fail('malformed');
  }
  const ownKey = group.formatElement(group.generator.power(secrets.decryptionSecret));
  return addressed.recipient === ownKey ? succeed(addressed.message) : fail('other-recipient');
}

function decryptMessage(
  { group, secrets, random, ccm }: Recipient,
  text: string,
): Result<string, ChannelProblem> {
  const message = parseJson(text);
  if (!hasFields(message, ['alpha', 'beta', 'data'])) return fail('malformed');
  const { alpha: alphaText, beta: betaText, data } = message;
  const alpha = typeof alphaText === 'string' ? group.parseElement(alphaText) : undefined;
  const beta = typeof betaText === 'string' ? group.parseElement(betaText) : undefined;
  const ciphertext = typeof data === 'string' ? fromHex(data) : undefined;
  if (alpha === undefined || beta === undefined || ciphertext === undefined) return fail('malformed');
  // An α outside the group would let its sender learn something about our secret.
  if (!group.isMember(alpha) || !group.isMember(beta)) return fail('not-a-member');
  const mask = group.secretPower(alpha, secrets.decryptionSecret, random);
  const sharedElement = group.multiply(beta, group.invert(mask));
  const { key, nonce } = keyAndNonce(group.formatElement(sharedElement), group.formatElement(alpha));
  const plaintext = ccm.decrypt(key, nonce, ciphertext);
  if (plaintext === undefined) return fail('cannot-decrypt');
  try {
    return succeed(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plaintext));
  } catch {
    return fail('malformed');
  }
}

function keyAndNonce(sharedElement: string, alpha: string): { key: Uint8Array; nonce: Uint8Array } {
  return {
    key: sha256Bytes(`key|${sharedElement}`),
    nonce: sha256Bytes(`iv|${alpha}`).slice(0, NONCE_BYTES),
  };
}

function parseJson(text: string): JsonValue | undefined {
  const json = parseCompactJson(text, MESSAGE_LENGTH_LIMIT);
  return json.ok ? json.value : undefined;
}

function fromHex(text: string): Uint8Array | undefined {
  if (!/^(?:[0-9a-f]{2})+$/.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(2 * index, 2 * index + 2), 16),
  );
}
