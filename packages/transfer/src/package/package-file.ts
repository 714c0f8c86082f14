import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { PackageSource } from './reader.ts';

/** A file from elsewhere, open for reading. */
export interface PackageFile {
  readonly source: PackageSource;
  readonly close: () => void;
}

/** Codes of what is there under a name and is no file to read: a link, a pipe nobody writes to, a socket. */
const NO_FILE: ReadonlySet<string> = new Set(['ELOOP', 'ENXIO', 'EISDIR']);

/**
 * Opens a file of a stick: a plain file under that very name, never what a link or a pipe leads to, and the one that was looked at is the
 * one that is read. Throws what a failing medium says.
 * @returns undefined when no plain file has this name
 */
export function openPackageFile(path: string): PackageFile | undefined {
  const file = openPlainly(path);
  if (file === undefined) return undefined;
  const facts = fstatSync(file);
  if (!facts.isFile()) {
    closeSync(file);
    return undefined;
  }
  return {
    source: {
      bytes: facts.size,
      read(offset, length) {
        const bytes = Buffer.alloc(Math.min(length, Math.max(0, facts.size - offset)));
        let read = 0;
        while (read < bytes.length) {
          const count = readSync(file, bytes, read, bytes.length - read, offset + read);
          if (count === 0) break;
          read += count;
        }
        return bytes.subarray(0, read);
      },
    },
    close: () => closeSync(file),
  };
}

function openPlainly(path: string): number | undefined {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if (error instanceof Error && 'code' in error && NO_FILE.has(String(error.code))) return undefined;
    throw error;
  }
}
