import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app speaks it: SHA-1, six digits, half a minute. */
const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;

function codes(secret: Uint8Array, label: string): TOTP {
  const bytes = new Uint8Array(secret);
  return new TOTP({
    issuer: 'Bilik',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: new Secret({ buffer: bytes.buffer }),
  });
}

/** A new secret for an authenticator app, and the address that its QR code holds. */
export function newCodeSecret(account: string): { readonly secret: Buffer; readonly uri: string } {
  const secret = randomBytes(SECRET_BYTES);
  return { secret, uri: codes(secret, account).toString() };
}

/**
 * The time step of a code that holds now, half a minute early or late allowed.
 * @param lastStep the last step whose code was taken: an older or equal one is not taken again (RFC 6238, 5.2)
 * @returns undefined when the code does not hold
 */
export function stepOfCode(
  secret: Uint8Array,
  code: string,
  lastStep: number,
  now: Date,
): number | undefined {
  const delta = codes(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 });
  if (delta === null) return undefined;
  const step = Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta;
  return step > lastStep ? step : undefined;
}

/** The code of this moment: for tests and for an exercise's envelopes. */
export function codeAt(secret: Uint8Array, now: Date): string {
  return codes(secret, '').generate({ timestamp: now.getTime() });
}

/** The secret of such a text. */
export function codeSecretBytes(text: string): Uint8Array {
  return Secret.fromBase32(text).bytes;
}

/** The secret as people type it into an app that cannot scan. */
export function codeSecretText(secret: Uint8Array): string {
  return new Secret({ buffer: new Uint8Array(secret).buffer }).base32;
}
