import { createHash } from 'node:crypto';
import { z } from 'zod';
import { signedBytes } from '../signed-bytes.ts';
import { type FileAnswer, Hex256, readCanonicalFile } from '../signed-file.ts';
import { LongText, ROUNDS, ShownName } from './ceremony-names.ts';

/**
 * One trustee's message of one step as it travels between devices. What is around the message is not signed: it only
 * sorts files and gives early, clear refusals. What counts is inside, signed and checked by arithmetic.
 */
export const CeremonyMessage = z.strictObject({
  format: z.literal('bilik/ceremony/1'),
  ceremony: ShownName,
  round: z.enum(ROUNDS),
  name: ShownName,
  /** Id of the sender's certificate. */
  from: Hex256,
  /** From the second step on: digest of threshold and certificates that the sender works with. */
  agreed: Hex256.optional(),
  message: LongText,
});
export type CeremonyMessage = z.output<typeof CeremonyMessage>;

export const MESSAGE_LIMIT_BYTES: number = 4 * 1024 * 1024;

/** @errors as `readCanonicalFile` */
export function parseCeremonyMessage(text: string): FileAnswer<CeremonyMessage> {
  return readCanonicalFile(CeremonyMessage, asWritten(text), MESSAGE_LIMIT_BYTES);
}

/** Mail programs and editors leave a newline more or less at the end, or put a mark at the start. */
export function asWritten(text: string): string {
  return `${text.replace(/^\uFEFF/, '').trimEnd()}\n`;
}

/** Hex digest of what all trustees must agree on after the first step: ceremony, threshold, certificates in their order. */
export function agreementOf(ceremony: string, threshold: number, certificates: readonly string[]): string {
  return createHash('sha256')
    .update(signedBytes('ceremony-list', [ceremony, String(threshold), ...certificates]))
    .digest('hex');
}
