import { createHash } from 'node:crypto';
import { readCanonicalFile, writeCanonicalFile } from '@bilik/transfer';
import { z } from 'zod';
import { type Answer, accept, type RefusalOf, refuse } from '../api/refusal.ts';
import { type KeyFile, LongText, ShownName } from './key-file.ts';
import { ROUNDS, type Round } from './rounds.ts';

const Hex256 = z.string().regex(/^[0-9a-f]{64}$/);

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

export function parseCeremonyMessage(text: string): Answer<CeremonyMessage, RefusalOf<'message-unreadable'>> {
  // Mail programs and editors leave a newline more or less at the end, or put a mark at the start.
  const trimmed = `${text.replace(/^\uFEFF/, '').trimEnd()}\n`;
  const read = readCanonicalFile(CeremonyMessage, trimmed, MESSAGE_LIMIT_BYTES);
  return read.ok ? accept(read.value) : refuse({ type: 'message-unreadable' });
}

/** Hex digest of what all trustees must agree on after the first step: ceremony, threshold, certificates in their order. */
export function agreementOf(ceremony: string, threshold: number, certificates: readonly string[]): string {
  const hash = createHash('sha256');
  for (const field of ['bilik/v1/ceremony-list', ceremony, String(threshold), ...certificates]) {
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(Buffer.byteLength(field, 'utf8')));
    hash.update(length).update(field, 'utf8');
  }
  return hash.digest('hex');
}

/** The text of this device's own message of a step; `undefined` before the step was done. */
export function ownMessage(file: KeyFile, round: Round): string | undefined {
  const { ceremony, name, certificateId: from, polynomial, share } = file;
  const message =
    round === 'certificate' ? file.certificate : round === 'polynomial' ? polynomial?.message : share?.output;
  if (message === undefined) return undefined;
  const agreed =
    polynomial === undefined || round === 'certificate'
      ? {}
      : { agreed: agreementOf(ceremony, polynomial.threshold, polynomial.certificates) };
  return writeCanonicalFile({
    format: 'bilik/ceremony/1',
    ceremony,
    round,
    name,
    from,
    ...agreed,
    message,
  } satisfies CeremonyMessage);
}
