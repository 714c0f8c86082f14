import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';

/** The disk did not take a write. Nothing that depended on it was handed out. */
export interface StorageFailed {
  readonly type: 'storage-failed';
  /** The system's own code, such as `ENOSPC`. */
  readonly reason: string;
}

/** One act on the disk. `done` comes after the last, when the new content is safe. */
export type StorageAct = 'write' | 'write-rest' | 'sync' | 'rename' | 'sync-folder' | 'done';

/** Called before each act with the file's name; a test cuts the power there. */
export type StorageHook = (act: StorageAct, fileName: string) => void;

/** Failures of a disk that a device must live with; anything else is a bug and throws. */
const DISK_FAILURES = new Set([
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EIO',
  'ENODEV',
  'EACCES',
  'EPERM',
  'EMFILE',
  'ENFILE',
]);

/** One small file of which exactly one whole version exists at any time, also after a power cut. */
export interface DurableFile<Content> {
  /** What is on the disk, synced; `undefined` when the file was never written. */
  readonly read: () => Content | undefined;
  /** Replaces the whole content; returns only when it would survive a power cut. */
  readonly replace: (
    content: Content,
  ) => { readonly ok: true; readonly value: Content } | { readonly ok: false; readonly error: StorageFailed };
}

/**
 * Opens one file of the trustee's home.
 * @param schema strict: a file of an unknown version is refused, never reset
 * @errors throws when the file on the disk is not what this program wrote: a person has to look at it
 */
export function openDurableFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  hook: StorageHook = () => {},
): DurableFile<z.output<Schema>> {
  const load = (): z.output<Schema> | undefined => {
    const text = readSynced(path);
    if (text === undefined) return undefined;
    const content = schema.safeParse(parseJson(text));
    if (!content.success)
      throw new Error(`${path} is not a file of this program, or was changed. Do not use it.`);
    return content.data;
  };
  let content = load();
  let isUnsure = false;
  return {
    read() {
      if (isUnsure) content = load();
      isUnsure = false;
      return content;
    },
    replace(next) {
      try {
        writeWhole(path, `${JSON.stringify(next)}\n`, hook);
      } catch (error) {
        // Which of the two versions stands is asked of the disk, at the next reading.
        isUnsure = true;
        if (isDiskFailure(error)) return { ok: false, error: { type: 'storage-failed', reason: error.code } };
        throw error;
      }
      content = next;
      isUnsure = false;
      return { ok: true, value: next };
    },
  };
}

function isDiskFailure(error: unknown): error is Error & { readonly code: string } {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    DISK_FAILURES.has(error.code)
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Writes beside, syncs, renames, syncs the folder: after a cut the old or the new version stands, never a part of one. */
function writeWhole(path: string, text: string, hook: StorageHook): void {
  const name = basename(path);
  const beside = join(dirname(path), `.${name}.part`);
  const bytes = Buffer.from(text, 'utf8');
  const middle = bytes.length >> 1;
  hook('write', name);
  const file = openSync(beside, 'w', 0o600);
  try {
    writeAll(file, bytes.subarray(0, middle));
    hook('write-rest', name);
    writeAll(file, bytes.subarray(middle));
    hook('sync', name);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  hook('rename', name);
  renameSync(beside, path);
  hook('sync-folder', name);
  syncPath(dirname(path));
  hook('done', name);
}

function writeAll(file: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

/** Reads a file after making sure that what is read would survive a power cut. */
function readSynced(path: string): string | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    fsyncSync(file);
    syncPath(dirname(path));
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

function syncPath(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
