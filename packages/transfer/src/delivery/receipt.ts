import { pollingPlaceIdSchema } from '@bilik/election';
import { z } from 'zod';
import {
  type FileAnswer,
  Fingerprint,
  Hex256,
  readCanonicalFile,
  Signature,
  writeCanonicalFile,
} from '../signed-file.ts';
import { checkFields, publicKeyOf, signFields } from '../signed-text.ts';

const Receipt = z.strictObject({
  format: z.literal('bilik/receipt/1'),
  polling_place: pollingPlaceIdSchema,
  election_hash: Fingerprint,
  /** Hex SHA-256 of the delivery's manifest, which names every file by its hash. */
  delivery: Hex256,
  /** The receiver's clock, to the minute, in UTC. */
  received_at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/),
  /** Base64 of the receiver's Ed25519 key. */
  receiver: z.base64().length(44),
  signature: Signature,
});

/** A receiver's word that it has a delivery whole and found it right. */
export type Receipt = z.output<typeof Receipt>;

const LIMIT_BYTES = 4 * 1024;

const fieldsOf = (receipt: Omit<Receipt, 'signature'>): string[] => [
  receipt.format,
  receipt.polling_place,
  receipt.election_hash,
  receipt.delivery,
  receipt.received_at,
  receipt.receiver,
];

/** @param receivedAtMs milliseconds since 1970 UTC */
export function writeReceipt(
  receipt: Pick<Receipt, 'polling_place' | 'election_hash' | 'delivery'>,
  receivedAtMs: number,
  privateKeyPem: string,
): string {
  const unsigned = Receipt.omit({ signature: true }).parse({
    format: 'bilik/receipt/1',
    ...receipt,
    received_at: `${new Date(receivedAtMs).toISOString().slice(0, 16)}Z`,
    receiver: publicKeyOf(privateKeyPem),
  });
  return writeCanonicalFile({
    ...unsigned,
    signature: signFields(privateKeyPem, 'receipt', fieldsOf(unsigned)),
  });
}

/**
 * Reads a receipt and checks that its own key signed it, for this delivery. Whose key it is, people compare.
 * @errors 'file-too-large' · 'file-not-json' · 'file-malformed' · 'file-not-canonical' · 'file-of-other-record' · 'file-signature-wrong'
 */
export function readReceipt(text: string, delivery: string): FileAnswer<Receipt> {
  const read = readCanonicalFile(Receipt, text, LIMIT_BYTES);
  if (!read.ok) return read;
  const receipt = read.value;
  if (receipt.delivery !== delivery) return { ok: false, error: { type: 'file-of-other-record' } };
  return checkFields(receipt.receiver, 'receipt', fieldsOf(receipt), receipt.signature)
    ? read
    : { ok: false, error: { type: 'file-signature-wrong' } };
}
