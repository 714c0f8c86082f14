import { fail, type Result, succeed } from '@bilik/election';
import { bytesToHex } from '@noble/hashes/utils.js';
import { readBase64, writeBase64 } from './base64.ts';
import { isSignedBy, signBytes } from './ed25519.ts';
import { isKeyName, keyIdBytes, type NoteKey, type NoteSigner } from './note-key.ts';

/** Why a note is not believed. */
export type NoteProblem =
  | { readonly type: 'note-too-large'; readonly limitCharacters: number }
  /** No text, blank line and signature lines as notes have them. */
  | { readonly type: 'note-malformed' }
  /** A key that is known signed something else. */
  | { readonly type: 'note-signature-wrong'; readonly name: string }
  /** No signature of a key that is known. */
  | { readonly type: 'note-not-signed' };

/** One signature line. */
export interface NoteSignature {
  readonly name: string;
  /** 8 hex digits. */
  readonly keyId: string;
  /** What follows the key id. */
  readonly bytes: Uint8Array;
  /** The whole line with its newline, as it was read or is to be written. */
  readonly line: string;
}

/** A note taken apart, nothing verified. */
export interface Note {
  /** Ends with a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** More lines than any log gathers; C2SP asks for at least 16. */
const SIGNATURE_LIMIT = 100;
/** A manifest of some thousand files is the largest note of ours. */
const NOTE_LIMIT_CHARACTERS = 32 * 1024 * 1024;

// A lone surrogate is no UTF-8; a control character other than newline is in no note.
const FORBIDDEN = /\p{Cc}|\p{Cs}|\ufffd/u;
const LINE = /^\u2014 (\S+) (\S+)$/u;

/** @errors 'note-too-large' · 'note-malformed'. @source C2SP signed-note, Format */
export function readNote(note: string): Result<Note, NoteProblem> {
  if (note.length > NOTE_LIMIT_CHARACTERS) {
    return fail({ type: 'note-too-large', limitCharacters: NOTE_LIMIT_CHARACTERS });
  }
  const malformed = fail({ type: 'note-malformed' } as const);
  const cut = note.lastIndexOf('\n\n');
  if (cut < 0 || !note.endsWith('\n') || FORBIDDEN.test(note.replaceAll('\n', ''))) return malformed;
  const text = note.slice(0, cut + 1);
  const lines = note.slice(cut + 2, -1).split('\n');
  if (text === '\n' || lines.length > SIGNATURE_LIMIT) return malformed;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = readSignatureLine(line);
    if (signature === undefined) return malformed;
    signatures.push(signature);
  }
  return succeed({ text, signatures });
}

/** @param line without its newline. @returns undefined when it is no signature line */
export function readSignatureLine(line: string): NoteSignature | undefined {
  const [, name = '', encoded = ''] = LINE.exec(line) ?? [];
  const bytes = readBase64(encoded);
  if (!isKeyName(name) || bytes === undefined || bytes.length <= 4) return undefined;
  return {
    name,
    keyId: bytesToHex(bytes.slice(0, 4)),
    bytes: bytes.slice(4),
    line: `\u2014 ${name} ${encoded}\n`,
  };
}

export function writeSignatureLine(key: NoteKey, bytes: Uint8Array): string {
  return `\u2014 ${key.name} ${writeBase64(Uint8Array.of(...keyIdBytes(key), ...bytes))}\n`;
}

/** Joins a text and its signature lines. @throws RangeError when the text does not end with a newline */
export function writeNote(text: string, lines: readonly string[]): string {
  if (!text.endsWith('\n')) throw new RangeError('A note ends with a newline');
  return `${text}\n${lines.join('')}`;
}

/** A note with one signature. @throws RangeError when the key signs checkpoints with the time only */
export function signNote(text: string, signer: NoteSigner): string {
  if (signer.kind !== 'note') throw new RangeError('This key signs no notes');
  return writeNote(text, [
    writeSignatureLine(signer, signBytes(new TextEncoder().encode(text), signer.seed)),
  ]);
}

/**
 * The note, when that key signed it; signatures of others are left alone.
 * @errors as `readNote`, and 'note-signature-wrong' · 'note-not-signed'
 */
export function openNote(note: string, key: NoteKey): Result<Note, NoteProblem> {
  const read = readNote(note);
  if (!read.ok) return read;
  const own = signaturesOf(read.value, key);
  if (own.length === 0 || key.kind !== 'note') return fail({ type: 'note-not-signed' });
  const message = new TextEncoder().encode(read.value.text);
  return own.every(({ bytes }) => isSignedBy(message, bytes, key.publicKey))
    ? read
    : fail({ type: 'note-signature-wrong', name: key.name });
}

/** The lines that say that they are of this key. */
export function signaturesOf({ signatures }: Note, { name, keyId }: NoteKey): readonly NoteSignature[] {
  return signatures.filter((signature) => signature.name === name && signature.keyId === keyId);
}
