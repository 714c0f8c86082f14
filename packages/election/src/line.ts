import { z } from 'zod';

/** Control characters, line and paragraph separators, and marks that turn the reading direction round. */
const FORBIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]/u;

/**
 * One printed line of text: 1 to `maxCharacters` code points, no white space at its ends, Unicode NFC (so that equal looks
 * are equal bytes), and none of the characters that would let a name print as something else.
 */
export function lineSchema(maxCharacters: number) {
  return z
    .string()
    .max(maxCharacters * 2)
    .refine((text) => text.length > 0, 'text-empty')
    .refine((text) => [...text].length <= maxCharacters, 'text-too-long')
    .refine((text) => text === text.trim(), 'text-untrimmed')
    .refine((text) => text === text.normalize('NFC'), 'text-not-nfc')
    .refine((text) => !FORBIDDEN.test(text), 'text-forbidden-character');
}

/** A short name for files and references: lower-case letters, digits and single hyphens, 1 to 40 characters. */
export const slugSchema = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'slug');

/** A SHA-256 digest in 64 lower-case hexadecimal digits. */
export const fingerprintSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'fingerprint')
  .brand<'Fingerprint'>();

/** A SHA-256 digest in 64 lower-case hexadecimal digits. */
export type Fingerprint = z.infer<typeof fingerprintSchema>;
