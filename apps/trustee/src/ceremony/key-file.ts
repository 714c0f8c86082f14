import { LongText, MAX_TRUSTEES, ShownName } from '@bilik/transfer';
import { z } from 'zod';
import { SealedSecret } from '../secret/sealed-secret.ts';

const CertificateText = z.string().min(1).max(16_384);
export const CertificateTexts: z.ZodArray<z.ZodString> = z.array(CertificateText).min(1).max(MAX_TRUSTEES);
export const Threshold: z.ZodInt = z.int().min(1).max(MAX_TRUSTEES);
const Hex256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What one trustee's device keeps of its key: one whole file, replaced at each step before that step's message is handed
 * out. Every field that is there stays as it is for ever.
 */
export const KeyFile = z.strictObject({
  format: z.literal('bilik/trustee-key/1'),
  ceremony: ShownName,
  name: ShownName,
  /** The seed from which both ceremony keys come. */
  seed: SealedSecret,
  /** Step 1. */
  certificate: CertificateText,
  certificateId: Hex256,
  /** Step 3, and what it was made for. */
  polynomial: z
    .strictObject({ certificates: CertificateTexts, threshold: Threshold, message: LongText })
    .optional(),
  /** Step 5: what came in, and what went out. */
  share: z.strictObject({ input: LongText, output: LongText }).optional(),
  /** Step 6, after the key was tested. */
  key: z
    .strictObject({
      parameters: LongText,
      /** Under this trustee's own encryption key, so it is as secret as the seed. */
      decryptionKey: LongText,
      /** This trustee's number among the certificates, from 1. */
      ownerIndex: z.int().min(1).max(MAX_TRUSTEES),
      /** Hex SHA-256 of the verification key with its JSON quotes: the tool's checksum of it. */
      verificationKeyFingerprint: Hex256,
    })
    .optional(),
  /** The key came onto this device from a key sheet: what its first device gave, this one does not know. */
  isRestored: z.literal(true).optional(),
});
export type KeyFile = z.output<typeof KeyFile>;

/** Ceremonies that this device left before their end; it never takes part in them again. */
export const AbandonedFile = z.strictObject({
  format: z.literal('bilik/abandoned-ceremonies/1'),
  ceremonies: z.array(ShownName).max(1000),
});
export type AbandonedFile = z.output<typeof AbandonedFile>;

/** What a seed is bound to on the disk. */
export function seedBinding({
  ceremony,
  name,
  certificate,
}: Pick<KeyFile, 'ceremony' | 'name' | 'certificate'>): readonly string[] {
  return [ceremony, name, certificate];
}
