import { copyFileSync, linkSync, mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes at once this many files: syncing one waits for the medium, not for the processor. */
const FILES_AT_ONCE = 16;

/** Writes files into a folder that nobody reads yet; each is on the medium before this returns. */
export async function stageFiles(
  folder: string,
  files: Iterable<readonly [string, string | Uint8Array]>,
): Promise<void> {
  const iterator = files[Symbol.iterator]();
  const worker = async () => {
    for (let next = iterator.next(); next.done !== true; next = iterator.next()) {
      const [path, content] = next.value;
      await writeWhole(join(folder, path), content);
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, worker));
}

async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** The same file in another folder: nobody changes a published file in its place, so a second name is as good as a copy. */
export function linkOrCopy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    // another medium, or one without links
    copyFileSync(from, to);
  }
}
