import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { isMediumFailure } from './medium-failure.ts';

/** Everything of ours lies in these folders of a medium. */
const OUR_FOLDERS = ['store', 'count'];

/**
 * A stick comes from people's hands. Where ours lies there must be two plain folders with nothing but plain files in them: a link would have
 * this station write into another place of its own disk, or delete there, a pipe would let it wait for ever, and a folder where a file of
 * the record belongs would stop the closing.
 * @returns what is no such folder or file, or cannot be looked at, below the root; undefined when all is plain or nothing is there
 */
export function notPlainOn(root: string): string | undefined {
  for (const folder of OUR_FOLDERS) {
    const there = looked(join(root, folder));
    if (there === undefined) continue;
    if (!there.isDirectory()) return folder;
    const entries = entriesOf(join(root, folder));
    if (entries === undefined) return folder;
    const strange = entries.find((entry) => !entry.isFile());
    if (strange !== undefined) return join(folder, strange.name);
  }
  return undefined;
}

function entriesOf(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (!isMediumFailure(error)) throw error;
    return undefined;
  }
}

function looked(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    if (!isMediumFailure(error)) throw error;
    return undefined;
  }
}
