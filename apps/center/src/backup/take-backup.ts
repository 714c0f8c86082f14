import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import type { FileStore } from '../files/file-store.ts';
import { BACKUP_MANIFEST, type BackupManifest, tableFile } from './backup-manifest.ts';
import { copyOut } from './copy-table.ts';
import { tablesInOrder } from './table-list.ts';

export type BackupRefusal =
  /** The folder exists: a backup overwrites nothing. */
  { readonly type: 'folder-exists' };

/**
 * Copies all tables, as they were at one moment, and all files into a new folder; the center goes on meanwhile. Keys are not in it: they lie
 * beside the database and are kept elsewhere. The manifest is written last.
 * @param url of the owner's login: row security does not hold for it
 */
export async function takeBackup(
  {
    url,
    files,
    kind,
    now,
  }: {
    readonly url: string;
    readonly files: FileStore;
    readonly kind: 'exercise' | 'real';
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
    await client.query('begin isolation level repeatable read read only');
    const { rows: migrations } = await client.query<{ name: string }>(
      'select name from migration order by name',
    );
    const { rows: kept } = await client.query<{ sha256: string }>('select sha256 from file order by sha256');
    const tables: BackupManifest['tables'] = [];
    for (const table of await tablesInOrder(client)) {
      tables.push({
        name: table.name,
        ...(await copyOut(client, table, join(folder, tableFile(table.name)))),
      });
    }
    await client.query('commit');
    // files never change: whatever the snapshot names is still there
    for (const { sha256 } of kept) await copyKept(files.path(sha256), join(folder, 'files', sha256));
    const manifest: BackupManifest = {
      ...{ format: 'bilik/center-backup/1', kind, taken_at: now.toISOString() },
      migrations: migrations.map(({ name }) => name),
      tables,
      files: kept.map(({ sha256 }) => sha256),
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

async function copyKept(from: string, to: string): Promise<void> {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to);
}

function syncFolder(folder: string): void {
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
