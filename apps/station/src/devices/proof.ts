import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether whoever gave this proof of a message holds the device's secret: an HMAC with SHA-256, compared in the same time whatever it is.
 * @param secret 32 bytes, hex
 * @param given  hex
 */
export function isProof(secret: string, message: string, given: string): boolean {
  const expected = createHmac('sha256', Buffer.from(secret, 'hex')).update(message).digest();
  const shown = Buffer.from(given, 'hex');
  return shown.length === expected.length && timingSafeEqual(shown, expected);
}
