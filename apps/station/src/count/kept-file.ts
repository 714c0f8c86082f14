import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isMediumFailure } from '../store/medium-failure.ts';
import { writeWholeFile } from '../store/whole-file.ts';

/** What the station makes of a closed day, by the name under which it lies on the medium. */
export type CountFile = 'sealed.bel' | 'void.json' | 'record.bel' | 'result.json';

/** A file that belongs to the record, or the store with the ballots, is not what was written and cannot be made again. */
export interface RecordDamaged {
  readonly type: 'record-damaged';
  readonly files: readonly DamagedFile[];
}
export type DamagedFile = CountFile | 'station.db';

type Made =
  | { readonly ok: true; readonly value: Buffer }
  | { readonly ok: false; readonly error: RecordDamaged };

/** One file that is signed or handed out: read again each time, and believed only by the hash that was kept when it was written. */
export interface KeptFile {
  readonly path: string;
  /**
   * The very bytes that were written: as they lie there, or made again and put back. Undefined while no hash is kept.
   * @errors 'record-damaged' when neither has the kept hash; nothing may be signed or served then
   */
  readonly read: () => Made | undefined;
}

export interface KeptFileParts {
  readonly name: CountFile;
  readonly path: string;
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
  path,
  keptHash,
  makeAgain,
  followsSource = false,
}: KeptFileParts): KeptFile {
  const found = (): Buffer | undefined => unlessDamaged(() => readFileSync(path));
  const putBack = (bytes: Uint8Array): void => {
    // a medium that takes nothing now still lets the right bytes be handed out
    unlessDamaged(() => writeWholeFile(path, bytes));
  };
  return {
    path,
    read() {
      const kept = keptHash();
      if (kept === undefined) return undefined;
      const lying = found();
      const isWhole = lying !== undefined && hashOf(lying) === kept;
      if (isWhole && !followsSource) return { ok: true, value: lying };
      const made = unlessDamaged(() => Buffer.from(makeAgain()));
      if (made === undefined || hashOf(made) !== kept) {
        return { ok: false, error: { type: 'record-damaged', files: [name] } };
      }
      if (!isWhole) putBack(made);
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
