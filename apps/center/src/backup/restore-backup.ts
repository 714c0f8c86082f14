import { createReadStream, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { connectAsOwner } from '../database/connect.ts';
import { migrate, migrateOnly, migrationNames } from '../database/migrate.ts';
import type { FileStore } from '../files/file-store.ts';
import {
  BACKUP_MANIFEST,
  type BackupManifest,
  backupManifestSchema,
  SITE_FOLDER,
  tableFile,
} from './backup-manifest.ts';
import { numberOfSite } from './copy-site.ts';
import { copyIn, measureTable } from './copy-table.ts';
import { copyWhole } from './copy-whole.ts';
import { followSite, type SiteRefusal } from './follow-site.ts';
import { judgeSite, logKeyIn, type SiteOriginRefusal } from './judge-site.ts';
import { tablesInOrder } from './table-list.ts';

export type RestoreRefusal =
  /** No folder with a whole manifest. */
  | { readonly type: 'no-backup' }
  /** A later program took it. */
  | { readonly type: 'schema-unknown'; readonly migrations: readonly string[] }
  /** There are rows already: a backup is restored into an empty center only. */
  | { readonly type: 'not-empty'; readonly table: string }
  /** These tables or files are not what the manifest says; nothing of the database was changed. */
  | { readonly type: 'backup-damaged'; readonly what: readonly string[] }
  /** A folder `portal` stands there already, and is no published site. */
  | { readonly type: 'site-unreadable' }
  | SiteOriginRefusal
  | SiteRefusal;

type Refused = { readonly ok: false; readonly error: RestoreRefusal };
export type RestoreAnswer =
  | {
      readonly ok: true;
      readonly value: {
        readonly manifest: BackupManifest;
        /** The published site that stands there now: the backup's own, or one that was put there before. Null: nothing was published. */
        readonly site: { readonly number: number; readonly added: number } | null;
      };
    }
  | Refused;

const FILE_LIMIT_BYTES = 1024 * 1024 * 1024;

/** Reads what a folder says of itself. */
export function readBackup(folder: string): { readonly ok: true; readonly value: BackupManifest } | Refused {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(join(folder, BACKUP_MANIFEST), 'utf8'));
  } catch {
    return { ok: false, error: { type: 'no-backup' } };
  }
  const parsed = backupManifestSchema.safeParse(content);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, error: { type: 'no-backup' } };
}

interface Restoring {
  /** Of the owner's login to an empty database. */
  readonly url: string;
  readonly files: FileStore;
  /** Where the published site stands; one that is there already is newer than the backup's, or as new, and stays. */
  readonly site: string;
  /** Where the log's key lies when it was copied here already. */
  readonly logKey: string;
  readonly now: Date;
  readonly onBroken: (error: Error) => void;
}

/**
 * Fills an empty database from a backup: its schema, then every table in one transaction, each compared by hash with what was taken, then the
 * steps that this program adds. Files are kept by their names, which are their hashes. The published site comes back with them, and the tables learn what it
 * published since. What differs undoes all of it.
 */
export async function restoreBackup(restoring: Restoring, folder: string): Promise<RestoreAnswer> {
  const { url, files, onBroken } = restoring;
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
  const site = await stageSite(restoring, manifest, folder);
  if (!site.ok) return site;
  damaged.push(...site.damaged);
  if (damaged.length > 0) return { ok: false, error: { type: 'backup-damaged', what: damaged } };

  const owner = connectAsOwner(url, { onBroken });
  try {
    const made = await migrateOnly(owner, manifest.migrations);
    // tables of a later program stand there: they are empty, or they are somebody's
    if (!made.ok && made.error.type === 'schema-unknown') {
      return { ok: false, error: { type: 'not-empty', table: made.error.migrations[0] ?? '' } };
    }
    if (!made.ok) throw new Error(`${made.error.type}: the schema of the backup cannot be made`);
    const filled = await fillTables(restoring, manifest, folder, site.staged);
    if ('type' in filled) return { ok: false, error: filled };
    const forward = await migrate(owner);
    if (!forward.ok) throw new Error(`${forward.error.type}: the restored schema cannot be brought forward`);
    return { ok: true, value: { manifest, site: filled.site } };
  } finally {
    await owner.destroy();
  }
}

/** Puts the backup's site beside the place where it shall stand, unless one stands there: that one may come from anywhere, and is judged. */
async function stageSite(
  { site, logKey }: Pick<Restoring, 'site' | 'logKey'>,
  manifest: BackupManifest,
  folder: string,
): Promise<
  { readonly ok: true; readonly staged: string | undefined; readonly damaged: readonly string[] } | Refused
> {
  if (lstatSync(site, { throwIfNoEntry: false }) !== undefined) {
    const refusal = judgeSite(site, manifest.log_key ?? logKeyIn(logKey));
    if (refusal?.type !== 'site-has-links' && numberOfSite(site) === undefined) {
      return { ok: false, error: { type: 'site-unreadable' } };
    }
    return refusal === undefined ? { ok: true, staged: site, damaged: [] } : { ok: false, error: refusal };
  }
  if (manifest.site === null) return { ok: true, staged: undefined, damaged: [] };
  // the portal's process knows a site by this name as one that was not finished
  const staged = `${site}.next`;
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { recursive: true });
  const damaged: string[] = [];
  for (const { path, sha256 } of manifest.site.files) {
    const copied = await copyWhole(join(folder, SITE_FOLDER, path), join(staged, path));
    if (copied !== sha256) damaged.push(`${SITE_FOLDER}/${path}`);
  }
  return { ok: true, staged, damaged };
}

async function fillTables(
  { url, files, site, now }: Restoring,
  manifest: BackupManifest,
  folder: string,
  staged: string | undefined,
): Promise<RestoreRefusal | { readonly site: { readonly number: number; readonly added: number } | null }> {
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
    if (damaged.length > 0) {
      await client.query('rollback');
      return { type: 'backup-damaged', what: damaged };
    }
    const number = staged === undefined ? undefined : numberOfSite(staged);
    if (staged === undefined || number === undefined) {
      await client.query('commit');
      return { site: null };
    }
    const followed = await followSite(client, files, { folder: staged, number }, now);
    if ('type' in followed) {
      await client.query('rollback');
      return followed;
    }
    // first the site: killed here the next call finds it standing, and the database empty
    if (staged !== site) renameSync(staged, site);
    await client.query('commit');
    return { site: { number, added: followed.added } };
  } finally {
    await client.end();
  }
}
