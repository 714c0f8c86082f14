import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { isMediumFailure } from './medium-failure.ts';

/** Everything of ours lies in these folders of a medium. */
const OUR_FOLDERS = ['store', 'count'];

/**
 * A stick comes from people's hands. Where ours lies there must be plain folders and plain files: a link would have this station write
 * into another place of its own disk, or delete there, and a pipe would let it wait for ever.
 * @returns what is neither, below the root; undefined when all is plain or nothing is there
 */
export function notPlainOn(root: string): string | undefined {
  for (const folder of OUR_FOLDERS) {
    const there = looked(join(root, folder));
    if (there === undefined) continue;
    if (!there.isDirectory()) return folder;
    const strange = readdirSync(join(root, folder), { withFileTypes: true }).find(
      (entry) => !entry.isFile() && !entry.isDirectory(),
    );
    if (strange !== undefined) return join(folder, strange.name);
  }
  return undefined;
}

function looked(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    if (!isMediumFailure(error)) throw error;
    return undefined;
  }
}
