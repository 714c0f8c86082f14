import type { CallError, CallResult } from '@bilik/ui/call';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, randomBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import { toBase64 } from '../common/base64.ts';
import { callAct } from './call-act.ts';

/** Bytes of one request; what a slow line carries within its patience. */
const PIECE_BYTES = 192 * 1024;
const haveSchema = z.object({ have: z.number() });

/** 16 random bytes in hexadecimal, as everything that may be sent twice is named. */
export function newSendingId(): string {
  return bytesToHex(randomBytes(16));
}

/** SHA-256 of a file's bytes, in hexadecimal. */
export async function hashOfFile(file: Blob): Promise<string> {
  return bytesToHex(sha256(new Uint8Array(await file.arrayBuffer())));
}

/**
 * Sends a file piece by piece; an interrupted one goes on where it stopped when it is called with the same id.
 * @param account as this account or not at all; left out: as whoever is signed in
 * @returns the file's SHA-256 in hexadecimal @errors whatever the wire or the center said
 */
export async function sendFile(
  file: Blob,
  name: string,
  id: string,
  account?: string,
): Promise<CallResult<string, { readonly type: string }>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const hash = bytesToHex(sha256(bytes));
  const upload = (input: object) => callAct('files.upload', { id, ...input }, haveSchema, account);
  const begun = await upload({ step: 'begin', name, bytes: bytes.length });
  if (!begun.ok) return begun;
  for (let at = begun.value.have; at < bytes.length; at += PIECE_BYTES) {
    const piece = toBase64(bytes.subarray(at, at + PIECE_BYTES));
    const sent = await upload({ step: 'piece', at, bytes: piece });
    if (!sent.ok) return sent;
  }
  const finished = await upload({ step: 'finish', sha256: hash });
  return finished.ok ? { ok: true, value: hash } : finished;
}

const NO_ROOM = ['too-many-uploads', 'disk-nearly-full'] as const;
/** Why the center takes no more files for now. */
export type NoRoom = (typeof NO_ROOM)[number];

/** What became of a file that a person waits for: its hash, or why there is none. */
export type Uploaded =
  | { readonly type: 'kept'; readonly sha256: string }
  | { readonly type: 'not-arrived' }
  | { readonly type: NoRoom };

/** The same for a person who waits. */
export async function uploadFile(file: Blob, name: string): Promise<Uploaded> {
  const sent = await sendFile(file, name, newSendingId());
  if (sent.ok) return { type: 'kept', sha256: sent.value };
  return { type: noRoomFor(sent.error) ?? 'not-arrived' };
}

/** Whether the center takes no more files for now, and why. */
export function noRoomFor(error: CallError<{ readonly type: string }>): NoRoom | undefined {
  return error.type === 'refused' ? NO_ROOM.find((name) => name === error.refusal.type) : undefined;
}
