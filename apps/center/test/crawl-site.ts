import {
  archivePath,
  CHECKPOINT_PATH,
  entryBundlePath,
  KEY_PATH,
  MANIFEST_PATH,
  openManifest,
  readCheckpoint,
  readNoteKey,
  SNAPSHOT_PATH,
  tilePath,
  tilesOf,
} from '@bilik/publication';

async function bytesOf(address: string, path: string): Promise<Buffer> {
  const answer = await fetch(`${address}/publik/${path}`);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  if (answer.headers.has('set-cookie')) throw new Error(`${path} sets a cookie`);
  return Buffer.from(await answer.arrayBuffer());
}

/** Everything that a stranger can reach who knows nothing but the address: by the newest manifest, the earlier ones, and the log. */
export async function crawlSite(address: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const take = async (path: string) => {
    const bytes = files.get(path) ?? (await bytesOf(address, path));
    files.set(path, bytes);
    return bytes.toString('utf8');
  };
  const key = readNoteKey((await take(KEY_PATH)).trim());
  const manifestOf = (text: string) => {
    const opened = key === undefined ? undefined : openManifest(text, key);
    if (opened?.ok !== true) throw new Error('a manifest that the key of the site did not sign');
    return opened.value;
  };
  const newest = manifestOf(await take(MANIFEST_PATH));
  for (const { path } of newest.files) await take(path);
  const sizes = [];
  for (let number = 1; number < newest.number; number += 1) {
    await take(archivePath(number, SNAPSHOT_PATH));
    sizes.push(manifestOf(await take(archivePath(number, MANIFEST_PATH))).logSize + 1);
  }
  const checkpoint = readCheckpoint(await take(CHECKPOINT_PATH));
  if (!checkpoint.ok) throw new Error('no checkpoint');
  for (const size of [...sizes, checkpoint.value.size]) {
    for (const tile of tilesOf(size)) {
      await take(tilePath(tile));
      if (tile.level === 0) await take(entryBundlePath(tile.index, tile.width));
    }
  }
  return files;
}
