import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { connectAsOwner } from '../database/connect.ts';
import { migrate, migrateUpTo, migrationNames } from '../database/migrate.ts';
import type { FileStore } from '../files/file-store.ts';
import { BACKUP_MANIFEST, type BackupManifest, backupManifestSchema, tableFile } from './backup-manifest.ts';
import { copyIn, measureTable } from './copy-table.ts';
import { tablesInOrder } from './table-list.ts';

export type RestoreRefusal =
  /** No folder with a whole manifest. */
  | { readonly type: 'no-backup' }
  /** A later program took it. */
  | { readonly type: 'schema-unknown'; readonly migrations: readonly string[] }
  /** There are rows already: a backup is restored into an empty center only. */
  | { readonly type: 'not-empty'; readonly table: string }
  /** These tables or files are not what the manifest says; nothing of the database was changed. */
  | { readonly type: 'backup-damaged'; readonly what: readonly string[] };

export type RestoreAnswer =
  | { readonly ok: true; readonly value: BackupManifest }
  | { readonly ok: false; readonly error: RestoreRefusal };

const FILE_LIMIT_BYTES = 1024 * 1024 * 1024;

/** Reads what a folder says of itself. */
export function readBackup(folder: string): RestoreAnswer {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(join(folder, BACKUP_MANIFEST), 'utf8'));
  } catch {
    return { ok: false, error: { type: 'no-backup' } };
  }
  const parsed = backupManifestSchema.safeParse(content);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, error: { type: 'no-backup' } };
}

/**
 * Fills an empty database from a backup: its schema, then every table in one transaction, each compared by hash with what was taken, then the
 * steps that this program adds. Files are kept by their names, which are their hashes. What differs undoes all of it.
 * @param url of the owner's login to an empty database
 */
export async function restoreBackup(
  {
    url,
    files,
    onBroken,
  }: {
    readonly url: string;
    readonly files: FileStore;
    readonly onBroken: (error: Error) => void;
  },
  folder: string,
): Promise<RestoreAnswer> {
  const read = readBackup(folder);
  if (!read.ok) return read;
  const manifest = read.value;
  const known = migrationNames();
  const unknown = manifest.migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0) return { ok: false, error: { type: 'schema-unknown', migrations: unknown } };
  const damaged: string[] = [];
  for (const sha256 of manifest.files) {
    const kept = await files
      .keep(createReadStream(join(folder, 'files', sha256)), FILE_LIMIT_BYTES)
      .catch(() => undefined);
    if (kept?.ok !== true || kept.value.sha256 !== sha256) damaged.push(sha256);
  }
  if (damaged.length > 0) return { ok: false, error: { type: 'backup-damaged', what: damaged } };

  const owner = connectAsOwner(url, { onBroken });
  try {
    const last = manifest.migrations.at(-1) ?? '';
    const made = await migrateUpTo(owner, last);
    if (!made.ok) throw new Error(`${made.error.type}: the schema of the backup cannot be made`);
    const refusal = await fillTables(url, manifest, folder);
    if (refusal !== undefined) return { ok: false, error: refusal };
    const forward = await migrate(owner);
    if (!forward.ok) throw new Error(`${forward.error.type}: the restored schema cannot be brought forward`);
    return { ok: true, value: manifest };
  } finally {
    await owner.destroy();
  }
}

async function fillTables(
  url: string,
  manifest: BackupManifest,
  folder: string,
): Promise<RestoreRefusal | undefined> {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=bilik' });
  await client.connect();
  try {
    const tables = await tablesInOrder(client);
    for (const { name } of tables) {
      const { rowCount } = await client.query(`select from bilik.${pg.escapeIdentifier(name)} limit 1`);
      if (rowCount !== 0) return { type: 'not-empty', table: name };
    }
    await client.query('begin');
    const damaged: string[] = [];
    for (const table of tables) {
      const taken = manifest.tables.find(({ name }) => name === table.name);
      if (taken === undefined) continue;
      const filled = await copyIn(client, table, join(folder, tableFile(table.name))).catch(() => undefined);
      // a statement that failed has ended the transaction: nothing more can be asked in it
      if (filled === undefined) {
        damaged.push(table.name);
        break;
      }
      const stands = await measureTable(client, table);
      if (stands.sha256 !== taken.sha256 || stands.rows !== taken.rows) damaged.push(table.name);
    }
    await client.query(damaged.length === 0 ? 'commit' : 'rollback');
    return damaged.length === 0 ? undefined : { type: 'backup-damaged', what: damaged };
  } finally {
    await client.end();
  }
}
