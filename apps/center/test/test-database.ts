import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { makeDatabase } from '../src/database/address.ts';
import { connect, connectAsOwner, type Database } from '../src/database/connect.ts';
import { openEmbeddedServer } from '../src/database/embedded/server.ts';
import { migrate } from '../src/database/migrate.ts';
import { migrateJobs } from '../src/jobs/jobs.ts';

/** A migrated database of a test's own, on a real server that all tests of this machine share. */
export interface TestDatabase {
  readonly url: string;
  /** As those who serve people. */
  readonly database: Database;
  /** As the tables' owner, for whom row security does not hold. */
  readonly owner: Database;
  readonly close: () => Promise<void>;
}

/** It does not wait for the disk; all else is as in a regency. */
const HOME = join(tmpdir(), 'bilik-test-center');

const broken = (error: Error) => {
  throw error;
};

/** Opens the server that tests share. @returns address of its maintenance database */
export async function testServer(): Promise<string> {
  mkdirSync(HOME, { recursive: true });
  return (await openEmbeddedServer(HOME, { isDurable: false })).url;
}

/** A new database, copied from one that is migrated once for each state of the migrations. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const template = `template_${migrationsHash()}`;
  await makeTemplate(server, template);
  const name = `test_${process.pid}_${randomBytes(5).toString('hex')}`;
  const url = await makeDatabase(server, name, template);
  let isOver = false;
  // the database is dropped under connections that have not quite ended
  const onBroken = (error: Error) => {
    if (!isOver) throw error;
  };
  const database = connect(url, { onBroken, most: 6 });
  const owner = connectAsOwner(url, { onBroken });
  return {
    url,
    database,
    owner,
    async close() {
      isOver = true;
      await database.destroy();
      await owner.destroy();
      await asServer(server, async (client) => {
        await sessionsEnded(client, name);
        await client.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
      });
    },
  };
}

/** A closed pool's sessions end a moment later; one that is cut off by force would be an error that nobody hears. */
async function sessionsEnded(client: pg.Client, name: string): Promise<void> {
  const MOST_LOOKS = 100;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const { rows } = await client.query(
      'select pg_sleep(case when count(*) > 0 then 0.01 else 0 end), count(*)::int as left from pg_stat_activity where datname = $1',
      [name],
    );
    if (rows[0]?.left === 0) return;
  }
}

async function makeTemplate(server: string, template: string): Promise<void> {
  await asServer(server, async (client) => {
    // whoever comes second waits until the first one's template is whole
    await client.query('select pg_advisory_lock(7346)');
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (rowCount === 1) return;
    const making = `${template}_making`;
    await client.query(`drop database if exists ${pg.escapeIdentifier(making)} with (force)`);
    const url = await makeDatabase(server, making);
    const owner = connectAsOwner(url, { onBroken: broken });
    const migrated = await migrate(owner);
    await owner.destroy();
    if (!migrated.ok) throw new Error(JSON.stringify(migrated.error));
    await migrateJobs(url, broken);
    await client.query(
      `alter database ${pg.escapeIdentifier(making)} rename to ${pg.escapeIdentifier(template)}`,
    );
  });
}

async function asServer(server: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function migrationsHash(): string {
  const folder = fileURLToPath(new URL('../src/database/migrations', import.meta.url));
  const jobs = fileURLToPath(new URL('../src/jobs/jobs.ts', import.meta.url));
  const hash = createHash('sha256').update(readFileSync(jobs));
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 16);
}
