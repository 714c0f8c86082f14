import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { tableFile } from './backup-manifest.ts';
import { measureTable } from './copy-table.ts';
import { readBackup } from './restore-backup.ts';
import { tablesInOrder } from './table-list.ts';

/**
 * Compares a backup with a center that stands: the backup's own bytes by the hashes of its manifest, then every table and every file of the center
 * with what the manifest says of it. Nobody may work in the center meanwhile.
 * @param url of the owner's login
 * @returns what is damaged in the backup, missing from it or changed since; none: everything but the keys could be restored from it
 */
export async function lostWithout(
  { url, kind }: { readonly url: string; readonly kind: 'exercise' | 'real' },
  folder: string,
): Promise<readonly string[]> {
  const read = readBackup(folder);
  if (!read.ok) return ['backup.json'];
  const manifest = read.value;
  if (manifest.kind !== kind) return [`kind: ${manifest.kind}`];
  const lost: string[] = [];
  for (const { name, sha256 } of manifest.tables) {
    if ((await hashOf(join(folder, tableFile(name)), true)) !== sha256) lost.push(tableFile(name));
  }
  for (const sha256 of manifest.files) {
    if ((await hashOf(join(folder, 'files', sha256), false)) !== sha256) lost.push(`files/${sha256}`);
  }
  const client = new pg.Client({ connectionString: url, options: '-c search_path=bilik' });
  await client.connect();
  try {
    for (const table of await tablesInOrder(client)) {
      const taken = manifest.tables.find(({ name }) => name === table.name);
      const stands = await measureTable(client, table);
      if (taken === undefined || stands.sha256 !== taken.sha256) lost.push(table.name);
    }
  } finally {
    await client.end();
  }
  return lost;
}

/** @returns SHA-256 in hex; undefined for what is not there, or is no packed file where one should be */
async function hashOf(path: string, isPacked: boolean): Promise<string | undefined> {
  if (!existsSync(path)) return undefined;
  const hash = createHash('sha256');
  try {
    if (isPacked) await pipeline(createReadStream(path), createGunzip(), hash);
    else await pipeline(createReadStream(path), hash);
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}
