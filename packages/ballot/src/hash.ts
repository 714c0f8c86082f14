import { sha256 } from '@noble/hashes/sha2.js';
import type { Group } from './group/group.ts';
import { bytesToInteger } from './random.ts';

const utf8 = new TextEncoder();

/** SHA-256 of the UTF-8 bytes of a text, in 32 bytes. */
export function sha256Bytes(text: string): Uint8Array {
  return sha256(utf8.encode(text));
}

/** Lower-case hex, 64 digits: names of records and references between objects (format §2.3). */
export function sha256Hex(text: string): string {
  return toHex(sha256Bytes(text));
}

/** Base64 without padding, 43 characters: election fingerprint, ballot hash, tracker (format §2.3). */
export function sha256Base64(text: string): string {
  return toBase64(sha256Bytes(text)).slice(0, 43);
}

/** SHA-256 as a big-endian integer, reduced mod q: every proof challenge (format §2.3). */
export function hashToScalar(group: Group, text: string): bigint {
  return bytesToInteger(group.engine.sha256(text)) % group.q;
}

/** Lower-case hex digits of some bytes. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

/** Standard Base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Whether a value is 64 lower-case hex digits. */
export function isHexHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}
