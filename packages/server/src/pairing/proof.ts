// Runs in pages and in processes: no Node module here.

/** A pairing code: 8 decimal digits, valid for two minutes and once. */
export const PAIRING_CODE: RegExp = /^[0-9]{8}$/;

/** What the board's QR says: so that a camera pointed at something else is not taken for a code. */
export function pairingQrText(code: string): string {
  return `BILIK-PERANGKAT.1.${code}`;
}

const field = (text: string): string => `/${text.length}:${text}`;

/** What a device signs with its secret to show that it was prepared for this station. @param nonce the station's, 64 hex digits */
export function identityMessage(device: string, nonce: string): string {
  return `bilik/v1/device${field(device)}${field(nonce)}`;
}

/** What a device signs with its secret to show that somebody at the board gave it this code. */
export function pairingMessage(device: string, code: string, nonce: string): string {
  return `bilik/v1/pair${field(device)}${field(code)}${field(nonce)}`;
}

export interface PairingProofs {
  /** HMAC-SHA-256 of `identityMessage`, hex. */
  readonly identity: string;
  /** HMAC-SHA-256 of `pairingMessage`, hex. The code itself never leaves the device. */
  readonly proof: string;
}

/**
 * Both proofs of a device.
 * @param secret 32 bytes in hex
 */
export async function makePairingProofs(input: {
  readonly device: string;
  readonly secret: string;
  readonly code: string;
  readonly nonce: string;
}): Promise<PairingProofs> {
  const { device, secret, code, nonce } = input;
  return {
    identity: await hmac(secret, identityMessage(device, nonce)),
    proof: await hmac(secret, pairingMessage(device, code, nonce)),
  };
}

/**
 * What a device signs with its secret to go on at a station that took over, with the session that it had before.
 * @param session SHA-256 of that session's token, hex: what both media hold of it
 */
export function followMessage(device: string, session: string, nonce: string): string {
  return `bilik/v1/follow${field(device)}${field(session)}${field(nonce)}`;
}

/** @returns HMAC-SHA-256 of `followMessage`, hex */
export function makeFollowProof(input: {
  readonly device: string;
  readonly secret: string;
  readonly session: string;
  readonly nonce: string;
}): Promise<string> {
  return hmac(input.secret, followMessage(input.device, input.session, input.nonce));
}

async function hmac(secret: string, message: string): Promise<string> {
  const bytes = Uint8Array.from(secret.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const { subtle } = globalThis.crypto;
  const key = await subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mac = await subtle.sign('HMAC', key, new TextEncoder().encode(message));
  return Array.from(new Uint8Array(mac), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
