import { createHash } from 'node:crypto';
import type { KeptFileName, MediaFiles } from '../store/media-files.ts';
import { isMediumFailure } from '../store/medium-failure.ts';

/** A file that belongs to the record, or the store with the ballots, is not what was written and cannot be made again. */
export interface RecordDamaged {
  readonly type: 'record-damaged';
  readonly files: readonly DamagedFile[];
}
export type DamagedFile = KeptFileName | 'station.db';

type Made =
  | { readonly ok: true; readonly value: Buffer }
  | { readonly ok: false; readonly error: RecordDamaged };

/** One file that is signed or handed out: read again each time, and believed only by the hash that was kept when it was written. */
export interface KeptFile {
  /**
   * The very bytes that were written: as they lie on a medium, or made again; put back where they are missing. Undefined while no hash is kept.
   * @errors 'record-damaged' when neither has the kept hash; nothing may be signed or served then
   */
  readonly read: () => Made | undefined;
}

export interface KeptFileParts {
  readonly name: KeptFileName;
  readonly files: MediaFiles;
  /** SHA-256 in hex of what was written. */
  readonly keptHash: () => string | undefined;
  /** The same bytes from what they were made of. @throws DamagedContent, or what the medium says */
  readonly makeAgain: () => Uint8Array;
  /** It is cheap to make, and must at all times be what its source gives: then an untouched file alone is not enough. */
  readonly followsSource?: boolean;
}

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function openKeptFile({
  name,
  files,
  keptHash,
  makeAgain,
  followsSource = false,
}: KeptFileParts): KeptFile {
  const putBack = (bytes: Uint8Array): void => {
    // a medium that takes nothing now still lets the right bytes be handed out
    unlessDamaged(() => files.write(name, bytes));
  };
  return {
    read() {
      const kept = keptHash();
      if (kept === undefined) return undefined;
      const copies = files.copies(name);
      const isWhole = (bytes: Buffer | undefined): bytes is Buffer =>
        bytes !== undefined && hashOf(bytes) === kept;
      const lying = followsSource ? undefined : copies.find(isWhole);
      const made = lying ?? unlessDamaged(() => Buffer.from(makeAgain()));
      if (made === undefined || hashOf(made) !== kept) {
        return { ok: false, error: { type: 'record-damaged', files: [name] } };
      }
      if (!copies.every(isWhole)) putBack(made);
      return { ok: true, value: made };
    },
  };
}

/** Undefined when the medium says no, or no longer gives what was stored on it. */
export function unlessDamaged<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch (error) {
    if (isMediumFailure(error)) return undefined;
    throw error;
  }
}
