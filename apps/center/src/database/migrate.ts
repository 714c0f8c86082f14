import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './connect.ts';

const FOLDER = fileURLToPath(new URL('migrations', import.meta.url));
const FILE = /^(\d{4}-[a-z-]+)\.sql$/;

/** What a center's program and its database have to do with each other. */
export type SchemaRefusal =
  /** The database was made by a later program. */
  | { readonly type: 'schema-unknown'; readonly migrations: readonly string[] }
  /** A step failed; the database is as before. */
  | { readonly type: 'migration-failed'; readonly migration: string; readonly words: string };

export type SchemaAnswer =
  | { readonly ok: true; readonly value: readonly string[] }
  | { readonly ok: false; readonly error: SchemaRefusal };

/** The names of all steps, in order. */
export function migrationNames(): readonly string[] {
  return readdirSync(FOLDER)
    .flatMap((file) => FILE.exec(file)?.[1] ?? [])
    .sort();
}

/**
 * Brings a database forward to this program's schema, all steps in one transaction. Several processes may ask at once. There is no way back.
 * @param owner connected as the tables' owner @returns the steps that were made now
 * @errors 'schema-unknown': nothing was changed · 'migration-failed': nothing was changed
 */
export function migrate(owner: Database): Promise<SchemaAnswer> {
  return migrateTo(owner, undefined);
}

/** The same as far as a named step: the schema of a backup. @param last one of `migrationNames()` */
export function migrateUpTo(owner: Database, last: string): Promise<SchemaAnswer> {
  return migrateTo(owner, last);
}

async function migrateTo(owner: Database, last: string | undefined): Promise<SchemaAnswer> {
  const names = migrationNames();
  const migrator = new Migrator({
    db: owner,
    migrationTableSchema: 'bilik',
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
    provider: {
      getMigrations: async () => Object.fromEntries(names.map((name) => [name, migrationOf(name)])),
    },
  });
  const unknown = await unknownMigrations(owner, names);
  if (unknown.length > 0) return { ok: false, error: { type: 'schema-unknown', migrations: unknown } };
  const { results = [], error } = await (last === undefined
    ? migrator.migrateToLatest()
    : migrator.migrateTo(last));
  if (error !== undefined) {
    const failed = results.find(({ status }) => status === 'Error')?.migrationName ?? '';
    const words = error instanceof Error ? error.message : String(error);
    return { ok: false, error: { type: 'migration-failed', migration: failed, words } };
  }
  return {
    ok: true,
    value: results.filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName),
  };
}

/** Steps that the database knows and this program does not. */
export async function unknownMigrations(
  owner: Database,
  names = migrationNames(),
): Promise<readonly string[]> {
  const known = await sql<{
    found: boolean;
  }>`select to_regclass('bilik.migration') is not null as found`.execute(owner);
  if (known.rows[0]?.found !== true) return [];
  const { rows } = await sql<{ name: string }>`select name from bilik.migration order by name`.execute(owner);
  return rows.map(({ name }) => name).filter((name) => !names.includes(name));
}

function migrationOf(name: string): Migration {
  return {
    async up(database) {
      await sql.raw(readFileSync(`${FOLDER}/${name}.sql`, 'utf8')).execute(database);
    },
  };
}
