import { openPackageFile } from './package/package-file.ts';

/**
 * Reads a small file of a stick: a plain file under that very name, never what a link or a pipe leads to, and never more than it may have.
 * Throws what a failing medium says.
 * @returns undefined when no plain file of at most `mostBytes` has this name
 */
export function readPlainFile(path: string, mostBytes: number): Buffer | undefined {
  const file = openPackageFile(path);
  if (file === undefined) return undefined;
  try {
    const { bytes, read } = file.source;
    return bytes > mostBytes ? undefined : Buffer.from(read(0, bytes));
  } finally {
    file.close();
  }
}
