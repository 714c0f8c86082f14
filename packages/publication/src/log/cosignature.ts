import { isSignedBy, signBytes } from './ed25519.ts';
import type { NoteKey, NoteSigner } from './note-key.ts';
import { type Note, signaturesOf, writeNote, writeSignatureLine } from './signed-note.ts';

/** A witness says: at this time, this was the largest tree of that log that I saw, and it began with all that I saw before. */
export interface Cosignature {
  readonly witness: string;
  /** Seconds since 1970. */
  readonly time: number;
}

const TIME_BYTES = 8;

/** @source C2SP tlog-cosignature, Ed25519 signed message */
function signedMessage(time: bigint, checkpointText: string): Uint8Array {
  return new TextEncoder().encode(`cosignature/v1\ntime ${time}\n${checkpointText}`);
}

/**
 * One signature line over a checkpoint's text.
 * @param time seconds since 1970, 0 or more
 * @throws RangeError when the key is of another kind, or the time is no whole number
 */
export function cosign(checkpointText: string, signer: NoteSigner, time: number): string {
  if (signer.kind !== 'cosignature') throw new RangeError('This key signs no cosignatures');
  const seconds = BigInt(time);
  const bytes = new Uint8Array(TIME_BYTES + 64);
  new DataView(bytes.buffer).setBigUint64(0, seconds);
  bytes.set(signBytes(signedMessage(seconds, checkpointText), signer.seed), TIME_BYTES);
  return writeSignatureLine(signer, bytes);
}

/** The cosignatures of a witness on a note that verify; those that do not are none. */
export function cosignaturesOf(note: Note, witness: NoteKey): readonly Cosignature[] {
  if (witness.kind !== 'cosignature') return [];
  return signaturesOf(note, witness).flatMap(({ bytes }) => {
    if (bytes.length !== TIME_BYTES + 64) return [];
    const time = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
    const isRight =
      time <= BigInt(Number.MAX_SAFE_INTEGER) &&
      isSignedBy(signedMessage(time, note.text), bytes.slice(TIME_BYTES), witness.publicKey);
    return isRight ? [{ witness: witness.name, time: Number(time) }] : [];
  });
}

/** The note with a line more, or in place of an older one of the same key. */
export function addSignatureLine(note: Note, key: NoteKey, line: string): string {
  const kept = note.signatures.filter(({ name, keyId }) => name !== key.name || keyId !== key.keyId);
  return writeNote(note.text, [...kept.map((signature) => signature.line), line]);
}
