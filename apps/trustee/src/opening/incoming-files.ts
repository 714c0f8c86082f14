import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Answer, accept, type RefusalOf, refuse } from '../api/refusal.ts';

export type IncomingFile = 'record' | 'void-list';

/** 800 bytes for each void card: three times as many as a polling place has. */
const VOID_LIST_LIMIT_BYTES = 16 * 1024 * 1024;

/**
 * A sender whose file is too large is heard out, up to this many times the limit, without keeping what it says: cut off in
 * mid-sentence it would not hear the answer.
 */
const PATIENCE = 4;

const NAMES: Readonly<Record<IncomingFile, string>> = { record: 'record.bel', 'void-list': 'void.json' };

/** Bytes as they arrive. */
export type ByteStream = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export type IncomingRefusal = RefusalOf<'file-too-large' | 'upload-cut-short' | 'storage-failed'>;

/** A whole file that lies beside the place it was sent for. Exactly one of the two is called, once. */
export interface Arrived {
  readonly bytes: number;
  /** Puts it in its place, where a check finds it. */
  readonly place: () => void;
  readonly discard: () => void;
}

/** Files that came from elsewhere. Nothing of them is believed; they lie here only until they are checked. */
export interface IncomingFiles {
  /**
   * Streams a file to disk, never more of it than the limit. Several at once do not meet: each is written beside, under a name of its
   * own, and the last that is whole stands.
   * @param declaredBytes what the sender said of its length: a shorter file was cut off
   */
  readonly receive: (
    file: IncomingFile,
    bytes: ByteStream,
    declaredBytes?: number,
  ) => Promise<Answer<Arrived, IncomingRefusal>>;
  /** Size in bytes, or `undefined` when the file is not here. */
  readonly size: (file: IncomingFile) => number | undefined;
  readonly path: (file: IncomingFile) => string;
  readonly readVoidList: () => string;
}

/**
 * @param home whose uploads that a dead process left half done are removed
 * @param recordLimitBytes what the largest record of this device's election weighs
 */
export function openIncomingFiles(home: string, recordLimitBytes: () => number): IncomingFiles {
  const folder = join(home, 'incoming');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.part')) rmSync(join(folder, name), { force: true });
  }
  let uploads = 0;
  const path = (file: IncomingFile) => join(folder, NAMES[file]);
  return {
    path,
    size: (file) => statSync(path(file), { throwIfNoEntry: false })?.size,
    readVoidList: () => readFileSync(path('void-list'), 'utf8'),
    async receive(file, bytes, declaredBytes) {
      const limitBytes = file === 'record' ? recordLimitBytes() : VOID_LIST_LIMIT_BYTES;
      if (declaredBytes !== undefined && declaredBytes > limitBytes) return tooLarge(file, limitBytes);
      uploads += 1;
      const beside = `${path(file)}.${uploads}.part`;
      const discard = () => rmSync(beside, { force: true });
      const received = await writeBeside(beside, bytes, file, limitBytes);
      if (!received.ok) {
        discard();
        return received;
      }
      if (declaredBytes !== undefined && received.value !== declaredBytes) {
        discard();
        return refuse({ type: 'upload-cut-short' });
      }
      return accept({ bytes: received.value, place: () => renameSync(beside, path(file)), discard });
    },
  };
}

function tooLarge(file: IncomingFile, limitBytes: number): Answer<never, RefusalOf<'file-too-large'>> {
  return refuse({ type: 'file-too-large', file, limitBytes });
}

/** @returns the length in bytes */
async function writeBeside(
  beside: string,
  bytes: ByteStream,
  file: IncomingFile,
  limitBytes: number,
): Promise<Answer<number, IncomingRefusal>> {
  const part = await open(beside, 'wx', 0o600);
  let received = 0;
  try {
    for await (const piece of bytes) {
      received += piece.length;
      if (received > PATIENCE * limitBytes) return tooLarge(file, limitBytes);
      if (received <= limitBytes) await part.writeFile(piece);
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EROFS' || code === 'EIO'
      ? refuse({ type: 'storage-failed', reason: code })
      : refuse({ type: 'upload-cut-short' });
  } finally {
    await part.close();
  }
  return received > limitBytes ? tooLarge(file, limitBytes) : accept(received);
}
