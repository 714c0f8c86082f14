import type { CallResult } from '@bilik/ui/call';
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

/** The same for a person who waits: the hash, or undefined when it did not arrive. */
export async function uploadFile(file: Blob, name: string): Promise<string | undefined> {
  const sent = await sendFile(file, name, newSendingId());
  return sent.ok ? sent.value : undefined;
}
