import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { FileStore } from '../files/file-store.ts';
import type { PublishPlaces } from '../publish/publish-places.ts';
import { BACKUP_MANIFEST, type BackupManifest, SITE_FOLDER, tableFile } from './backup-manifest.ts';
import { type CopiedSite, copySite } from './copy-site.ts';
import { copyOut } from './copy-table.ts';
import { copyWhole } from './copy-whole.ts';
import { logKeyIn } from './judge-site.ts';
import { tablesInOrder } from './table-list.ts';

export type BackupRefusal =
  /** The folder exists: a backup overwrites nothing. */
  | { readonly type: 'folder-exists' }
  /** These files of the center are missing, or are not the bytes that their names say. The folder is no backup. */
  | { readonly type: 'files-damaged'; readonly what: readonly string[] };

/** A publication comes once a minute at most. */
const ATTEMPTS = 5;

/**
 * Copies all tables, as they were at one moment, all files, and the published site of that moment into a new folder; the center goes on meanwhile. Keys are not in it:
 * they lie beside the database and are kept elsewhere. The manifest is written last.
 * @param url of the owner's login: row security does not hold for it
 */
export async function takeBackup(
  {
    url,
    files,
    places,
    kind,
    keysThere,
    now,
  }: {
    readonly url: string;
    readonly files: FileStore;
    readonly places: Pick<PublishPlaces, 'site' | 'setAside' | 'key'>;
    readonly kind: 'exercise' | 'real';
    /** Names of the center's keys. */
    readonly keysThere: readonly string[];
    readonly now: Date;
  },
  folder: string,
): Promise<
  | { readonly ok: true; readonly value: BackupManifest }
  | { readonly ok: false; readonly error: BackupRefusal }
> {
  if (existsSync(folder)) return { ok: false, error: { type: 'folder-exists' } };
  mkdirSync(join(folder, 'tables'), { recursive: true, mode: 0o700 });
  const client = new pg.Client({ connectionString: url, options: '-c search_path=bilik' });
  await client.connect();
  try {
    const site = await beginWithSite(client, places, join(folder, SITE_FOLDER));
    const { rows: migrations } = await client.query<{ name: string }>(
      'select name from migration order by name',
    );
    const { rows: kept } = await client.query<{ sha256: string; is_erased: boolean }>(
      `select sha256, exists (select from voter_erasure where files ? sha256) as is_erased from file order by sha256`,
    );
    const tables: BackupManifest['tables'] = [];
    for (const table of await tablesInOrder(client)) {
      tables.push({
        name: table.name,
        ...(await copyOut(client, table, join(folder, tableFile(table.name)))),
      });
    }
    await client.query('commit');
    // files never change: whatever the snapshot names is still there, but for lists whose people were erased
    const copied: string[] = [];
    const damaged: string[] = [];
    for (const { sha256, is_erased } of kept) {
      const found = await copyWhole(files.path(sha256), join(folder, 'files', sha256));
      if (found === sha256) copied.push(sha256);
      else if (found !== undefined || !is_erased) damaged.push(sha256);
    }
    // found now, while another copy of it may exist; a restore would find it too late
    if (damaged.length > 0) return { ok: false, error: { type: 'files-damaged', what: damaged } };
    const manifest: BackupManifest = {
      ...{ format: 'bilik/center-backup/1', kind, taken_at: now.toISOString() },
      migrations: migrations.map(({ name }) => name),
      ...{ tables, keys: [...keysThere], log_key: logKeyIn(places.key) },
      files: copied,
      site: site ?? null,
    };
    const path = join(folder, BACKUP_MANIFEST);
    writeFileSync(`${path}.part`, `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true });
    renameSync(`${path}.part`, path);
    syncFolder(folder);
    return { ok: true, value: manifest };
  } finally {
    await client.end();
  }
}

/** Begins a transaction that sees one moment, and copies the site that belongs to it: none that is newer than the tables know. */
async function beginWithSite(
  client: pg.Client,
  places: Pick<PublishPlaces, 'site' | 'setAside'>,
  to: string,
): Promise<CopiedSite | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ newest: number }>(
      'select coalesce(max(number), 0)::int as newest from publication',
    );
    const site = await copySite(places, to);
    if (site === undefined || site.number <= (rows[0]?.newest ?? 0)) return site;
    // published between the two: the tables are looked at again
    await client.query('rollback');
  }
  throw new Error('The published site is newer than the tables. No backup was taken.');
}

function syncFolder(folder: string): void {
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
