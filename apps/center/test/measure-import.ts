import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { civilDate, regencyCodeSchema } from '@bilik/election';
import { electingVillages } from '@bilik/intake';
import { sql } from 'kysely';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { CenterParts } from '../src/center-parts.ts';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { openFileStore } from '../src/files/file-store.ts';
import { openKeys } from '../src/keys.ts';
import { openIdentities } from '../src/voters/identity/identities.ts';
import { workOnImport } from '../src/voters/import/import-file.ts';
import { voterPage } from '../src/voters/list/voter-page.ts';
import { openTestDatabase } from './test-database.ts';

/** Imports the regency's CSV named on the command line as a worker does, and prints what it took, as one JSON object. */
const [file = '', villageCount = '240'] = process.argv.slice(2);
const ELECTION = 'bench';
const REGENCY = '16.07';
const ID = '0'.repeat(32);
const votingDate = civilDate('2026-11-15');
const now = new Date('2026-09-01T00:00:00Z');

const store = await openTestDatabase();
const home = mkdtempSync(join(tmpdir(), 'bilik-measure-'));
const parts: CenterParts = {
  database: store.database,
  files: openFileStore(join(home, 'files')),
  keys: openKeys(home),
  kind: 'exercise',
  now: () => now,
  jobs: {
    ask: () => Promise.reject(new Error('nothing is asked here')),
    work: async () => {},
    close: async () => {},
  },
};
const identities = openIdentities(parts.keys);
try {
  await prepare();
  const start = performance.now();
  await workOnImport(parts, identities, ID);
  await inScope(store.database, OWN_WORK, (transaction) =>
    transaction.updateTable('voter_import').set({ state: 'entering' }).where('state', '=', 'ready').execute(),
  );
  await workOnImport(parts, identities, ID);
  const seconds = (performance.now() - start) / 1000;
  // 10⁶ bytes, as limits are given
  const megabytes = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
  const { voters } = await store.owner
    .selectFrom('voter')
    .select(({ fn }) => fn.countAll<number>().as('voters'))
    .executeTakeFirstOrThrow();
  const bytesPerVoter = (await voterBytes()) / voters;
  const slowestPageMs = await slowestPage();
  const copySeconds = await plainCopy();
  console.log(JSON.stringify({ voters, seconds, megabytes, slowestPageMs, copySeconds, bytesPerVoter }));
} finally {
  await store.close();
  rmSync(home, { recursive: true });
}

/** What the rows of all voters take on the disk, indices among them. */
async function voterBytes(): Promise<number> {
  const { rows } = await sql<{
    bytes: number;
  }>`select pg_total_relation_size('bilik.voter')::float8 as bytes`.execute(store.owner);
  return rows[0]?.bytes ?? 0;
}

async function prepare(): Promise<void> {
  const villages = electingVillages(regencyCodeSchema.parse(REGENCY), Number(villageCount));
  const areas = new Map<string, readonly [name: string, parent: string | null]>([
    ['16', ['Sumatera Selatan', null]],
    [REGENCY, ['Banyuasin', '16']],
  ]);
  for (const { subDistrict } of villages) areas.set(subDistrict.code, [subDistrict.name, REGENCY]);
  for (const { code, name, subDistrict } of villages) areas.set(code, [name, subDistrict.code]);
  const kept = await parts.files.keep(createReadStream(file), 1e9);
  if (!kept.ok) throw new Error(kept.error.type);
  await inScope(store.database, OWN_WORK, async (transaction) => {
    for (const [code, [name, parent]] of areas) {
      await transaction.insertInto('area').values({ code, name, parent }).execute();
    }
    await transaction
      .insertInto('election')
      .values({
        ...{ id: ELECTION, area: REGENCY, kind: 'exercise', conduct: 'village-head', zone: 'WIB' },
        ...{ title: '{"id":"Ukur","en":"Bench"}', voting_date: votingDate, created_at: now },
      })
      .execute();
    await transaction
      .insertInto('file')
      .values({ ...kept.value, kept_at: now })
      .execute();
    await transaction
      .insertInto('voter_import')
      .values({
        ...{ id: ID, election: ELECTION, area: REGENCY, file: kept.value.sha256, file_name: 'bench.csv' },
        options: JSON.stringify({ village: null, hiddenRows: 'ask', twoDigitYears: 'ask', assume: {} }),
        ...{ state: 'reading', preview: null, problems: null, voters: null, villages: null },
        ...{ asked_by: 'bench', asked_at: now, done_at: null },
      })
      .execute();
  });
}

/** The slowest of pages of every kind, each asked three times, the best counted: what the database does, not what the machine did meanwhile. */
async function slowestPage(): Promise<number> {
  const [village = REGENCY] = electingVillages(regencyCodeSchema.parse(REGENCY), 3).map(({ code }) => code);
  const kinds = [REGENCY, village.slice(0, 8), village].flatMap((area) =>
    ([null, 'SITI AMINAH', '1607994207600011'] as const).flatMap((text) =>
      (['all', 'ineligible', 'undivided'] as const).map((show) => ({ area, text, show })),
    ),
  );
  let slowest = 0;
  for (const { area, text, show } of kinds) {
    let best = Number.POSITIVE_INFINITY;
    for (let time = 0; time < 3; time += 1) {
      const start = performance.now();
      await inScope(store.database, { area, account: null }, (transaction) =>
        voterPage(transaction, identities, { election: ELECTION, area, votingDate }, { text, show }, null),
      );
      best = Math.min(best, performance.now() - start);
    }
    slowest = Math.max(slowest, best);
  }
  return slowest;
}

/** The yardstick: the same rows out by COPY, and in again into a table with the same columns and indices. */
async function plainCopy(): Promise<number> {
  const [reader, writer] = [0, 1].map(() => new pg.Client({ connectionString: store.url }));
  if (reader === undefined || writer === undefined) throw new Error('no client');
  await reader.connect();
  await writer.connect();
  try {
    await writer.query('create table bilik.voter_copy (like bilik.voter including all)');
    const start = performance.now();
    await pipeline(
      reader.query(copyTo('copy bilik.voter to stdout (format binary)')),
      writer.query(copyFrom('copy bilik.voter_copy from stdin (format binary)')),
    );
    return (performance.now() - start) / 1000;
  } finally {
    await reader.end();
    await writer.end();
  }
}
