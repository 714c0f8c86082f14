import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { readBase64, writeBase64 } from './base64.ts';
import { publicKeyOfSeed } from './ed25519.ts';

/** What a key signs: a note's text (C2SP signed-note, type 1), or a checkpoint with the time (C2SP tlog-cosignature, type 4). */
export const NOTE_KEY_TYPES = { note: 0x01, cosignature: 0x04 } as const;
export type NoteKeyKind = keyof typeof NOTE_KEY_TYPES;

/** Whose signatures are believed. */
export interface NoteKey {
  /** As in `pilkades.banyuasinkab.go.id/log`; no space and no plus. */
  readonly name: string;
  readonly kind: NoteKeyKind;
  /** 8 lower-case hex digits. */
  readonly keyId: string;
  /** 32 bytes of Ed25519. */
  readonly publicKey: Uint8Array;
}

/** A key with which notes are signed. */
export interface NoteSigner extends NoteKey {
  /** 32 bytes; secret. */
  readonly seed: Uint8Array;
}

const NAME_LIMIT = 120;
const NAME = /^[^\s+\p{Cc}\p{Z}]+$/u;
const SIGNER_PREFIX = 'PRIVATE+KEY+';

export function isKeyName(name: string): boolean {
  return name.length <= NAME_LIMIT && NAME.test(name);
}

/** First four bytes of SHA-256 over name, newline, type and key. @source C2SP signed-note, Signatures */
function keyIdOf(name: string, kind: NoteKeyKind, publicKey: Uint8Array): string {
  const digest = sha256
    .create()
    .update(new TextEncoder().encode(`${name}\n`))
    .update(Uint8Array.of(NOTE_KEY_TYPES[kind]))
    .update(publicKey)
    .digest();
  return bytesToHex(digest.subarray(0, 4));
}

/** @throws RangeError when the name is none that a key may have */
export function noteSigner(name: string, kind: NoteKeyKind, seed: Uint8Array): NoteSigner {
  if (!isKeyName(name)) throw new RangeError(`No name of a key: ${JSON.stringify(name)}`);
  const publicKey = publicKeyOfSeed(seed);
  return { name, kind, keyId: keyIdOf(name, kind, publicKey), publicKey, seed };
}

/** `name+keyid+base64(type, key)`, as witnesses and logs give their keys to others. @source C2SP signed-note, Verifier keys */
export function writeNoteKey({ name, kind, keyId, publicKey }: NoteKey): string {
  return `${name}+${keyId}+${writeBase64(typed(kind, publicKey))}`;
}

/** @returns undefined when the text is no such key, or its id is not that of its name and key */
export function readNoteKey(text: string): NoteKey | undefined {
  const [name, keyId, rest] = threeParts(text);
  const read = readTyped(rest);
  if (read === undefined || !isKeyName(name)) return undefined;
  const { kind, bytes: publicKey } = read;
  return keyId === keyIdOf(name, kind, publicKey) ? { name, kind, keyId, publicKey } : undefined;
}

/** `PRIVATE+KEY+name+keyid+base64(type, seed)`: the text of a key file that nobody else may read. */
export function writeNoteSigner({ name, kind, keyId, seed }: NoteSigner): string {
  return `${SIGNER_PREFIX}${name}+${keyId}+${writeBase64(typed(kind, seed))}`;
}

/** @returns undefined when the text is no such key, or its id is not that of its name and key */
export function readNoteSigner(text: string): NoteSigner | undefined {
  if (!text.startsWith(SIGNER_PREFIX)) return undefined;
  const [name, keyId, rest] = threeParts(text.slice(SIGNER_PREFIX.length));
  const read = readTyped(rest);
  if (read === undefined || !isKeyName(name)) return undefined;
  const signer = noteSigner(name, read.kind, read.bytes);
  return signer.keyId === keyId ? signer : undefined;
}

/** A name has no plus, base64 has. */
function threeParts(text: string): readonly [string, string, string] {
  const [, name = '', keyId = '', rest = ''] = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/s.exec(text) ?? [];
  return [name, keyId, rest];
}

function typed(kind: NoteKeyKind, bytes: Uint8Array): Uint8Array {
  return Uint8Array.of(NOTE_KEY_TYPES[kind], ...bytes);
}

function readTyped(text: string): { readonly kind: NoteKeyKind; readonly bytes: Uint8Array } | undefined {
  const bytes = readBase64(text);
  if (bytes === undefined || bytes.length !== 33) return undefined;
  const kind = (['note', 'cosignature'] as const).find((name) => NOTE_KEY_TYPES[name] === bytes[0]);
  return kind === undefined ? undefined : { kind, bytes: bytes.slice(1) };
}

/** The four bytes that a signature begins with. */
export function keyIdBytes({ keyId }: NoteKey): Uint8Array {
  return hexToBytes(keyId);
}
