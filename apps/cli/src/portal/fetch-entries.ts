import { fail, type Result, succeed } from '@bilik/election';
import {
  CHECKPOINT_PATH,
  type Checkpoint,
  ENTRY_LIMIT_BYTES,
  entryBundlePath,
  equalBytes,
  hashLeaf,
  readEntryBundle,
  tilesOf,
  treeHash,
} from '@bilik/publication';
import type { CopyFolder } from './copy-folder.ts';
import type { FileFault } from './fetch-files.ts';
import type { SiteServer } from './site-server.ts';

/**
 * The log's entries, those that the copy has and those that it lacks, when they are what the checkpoint signs. They say the hash of every manifest, and so of
 * every file that was ever published; nothing is written here.
 */
export async function fetchEntries(
  server: SiteServer,
  copy: CopyFolder,
  checkpoint: Checkpoint,
): Promise<Result<readonly Uint8Array[], FileFault>> {
  const withCopy = await readEntries(server, copy, checkpoint);
  if (withCopy.ok && isSigned(withCopy.value, checkpoint)) return withCopy;
  // a bundle of the copy may be damaged: the server's own word
  const asked = await readEntries(server, undefined, checkpoint);
  if (!asked.ok || isSigned(asked.value, checkpoint)) return asked;
  return fail({ path: CHECKPOINT_PATH, problem: { type: 'other-bytes' } });
}

const isSigned = (entries: readonly Uint8Array[], { root }: Checkpoint): boolean =>
  equalBytes(treeHash(entries.map(hashLeaf)), root);

async function readEntries(
  server: SiteServer,
  copy: CopyFolder | undefined,
  { size }: Checkpoint,
): Promise<Result<readonly Uint8Array[], FileFault>> {
  const entries: Uint8Array[] = [];
  for (const { level, index, width } of tilesOf(size)) {
    if (level > 0) break;
    const path = entryBundlePath(index, width);
    const kept = copy?.bytes(path);
    const keptBundle = kept && readEntryBundle(kept, width);
    if (keptBundle !== undefined) {
      entries.push(...keptBundle);
      continue;
    }
    const answer = await server.ask(path, width * (2 + ENTRY_LIMIT_BYTES));
    if (!answer.ok) return fail({ path, problem: answer.error });
    const bundle = readEntryBundle(answer.value, width);
    if (bundle === undefined) return fail({ path, problem: { type: 'other-bytes' } });
    entries.push(...bundle);
  }
  return succeed(entries);
}
