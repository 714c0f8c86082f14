import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Answer, accept, type RefusalOf, refuse } from '../api/refusal.ts';

export type IncomingFile = 'record' | 'void-list';

/** A record of 20,000 ballots has about 240 MB. */
export const LIMIT_BYTES: Readonly<Record<IncomingFile, number>> = {
  record: 256 * 1024 * 1024,
  'void-list': 16 * 1024 * 1024,
};

/**
 * A sender whose file is too large is heard out, up to this many times the limit, without keeping what it says: cut off in
 * mid-sentence it would not hear the answer.
 */
const PATIENCE = 4;

const NAMES: Readonly<Record<IncomingFile, string>> = { record: 'record.bel', 'void-list': 'void.json' };

/** Bytes as they arrive. */
export type ByteStream = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export type IncomingRefusal = RefusalOf<'file-too-large' | 'upload-cut-short' | 'storage-failed'>;

/** Files that came from elsewhere. Nothing of them is believed; they lie here only until they are checked. */
export interface IncomingFiles {
  /**
   * Streams a file to disk, never more of it than the limit.
   * @param declaredBytes what the sender said of its length: a shorter file was cut off
   */
  readonly receive: (
    file: IncomingFile,
    bytes: ByteStream,
    declaredBytes?: number,
  ) => Promise<Answer<{ readonly bytes: number }, IncomingRefusal>>;
  /** Size in bytes, or `undefined` when the file is not here. */
  readonly size: (file: IncomingFile) => number | undefined;
  readonly path: (file: IncomingFile) => string;
  readonly readVoidList: () => string;
}

export function openIncomingFiles(home: string): IncomingFiles {
  const folder = join(home, 'incoming');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = (file: IncomingFile) => join(folder, NAMES[file]);
  return {
    path,
    size: (file) => statSync(path(file), { throwIfNoEntry: false })?.size,
    readVoidList: () => readFileSync(path('void-list'), 'utf8'),
    async receive(file, bytes, declaredBytes) {
      const limitBytes = LIMIT_BYTES[file];
      const tooLarge = () => refuse({ type: 'file-too-large', file, limitBytes });
      if (declaredBytes !== undefined && declaredBytes > limitBytes) return tooLarge();
      const beside = `${path(file)}.part`;
      const part = await open(beside, 'w', 0o600);
      let received = 0;
      try {
        for await (const piece of bytes) {
          received += piece.length;
          if (received > PATIENCE * limitBytes) return tooLarge();
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
      if (received > limitBytes) return tooLarge();
      if (declaredBytes !== undefined && received !== declaredBytes) {
        return refuse({ type: 'upload-cut-short' });
      }
      await rename(beside, path(file));
      return accept({ bytes: received });
    },
  };
}
