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
  /** The database was made by an earlier program, or nobody made its tables yet: `center init` brings it forward. */
  | { readonly type: 'schema-behind'; readonly migrations: readonly string[] }
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
 * Numbers go by room: a step that comes later may stand before one that was made already.
 * @param owner connected as the tables' owner @returns the steps that were made now
 * @errors 'schema-unknown': nothing was changed · 'migration-failed': nothing was changed
 */
export function migrate(owner: Database): Promise<SchemaAnswer> {
  return migrateOnly(owner, migrationNames());
}

/** The same for these steps alone: the schema of a backup. @param names of `migrationNames()` */
export async function migrateOnly(owner: Database, names: readonly string[]): Promise<SchemaAnswer> {
  const migrator = new Migrator({
    db: owner,
    migrationTableSchema: 'bilik',
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
    allowUnorderedMigrations: true,
    provider: {
      getMigrations: async () => Object.fromEntries(names.map((name) => [name, migrationOf(name)])),
    },
  });
  const unknown = await unknownMigrations(owner, names);
  if (unknown.length > 0) return { ok: false, error: { type: 'schema-unknown', migrations: unknown } };
  const { results = [], error } = await migrator.migrateToLatest();
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
async function unknownMigrations(owner: Database, names: readonly string[]): Promise<readonly string[]> {
  return (await madeMigrations(owner)).filter((name) => !names.includes(name));
}

/** @returns undefined when the database has exactly this program's schema */
export async function schemaRefusal(
  owner: Database,
): Promise<Exclude<SchemaRefusal, { readonly type: 'migration-failed' }> | undefined> {
  const names = migrationNames();
  const made = await madeMigrations(owner);
  const unknown = made.filter((name) => !names.includes(name));
  if (unknown.length > 0) return { type: 'schema-unknown', migrations: unknown };
  const missing = names.filter((name) => !made.includes(name));
  return missing.length === 0 ? undefined : { type: 'schema-behind', migrations: missing };
}

async function madeMigrations(owner: Database): Promise<readonly string[]> {
  const known = await sql<{
    found: boolean;
  }>`select to_regclass('bilik.migration') is not null as found`.execute(owner);
  if (known.rows[0]?.found !== true) return [];
  const { rows } = await sql<{ name: string }>`select name from bilik.migration order by name`.execute(owner);
  return rows.map(({ name }) => name);
}

function migrationOf(name: string): Migration {
  return {
    async up(database) {
      await sql.raw(readFileSync(`${FOLDER}/${name}.sql`, 'utf8')).execute(database);
    },
  };
}
