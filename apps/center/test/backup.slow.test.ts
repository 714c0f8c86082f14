import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { restoreBackup } from '../src/backup/restore-backup.ts';
import { takeBackup } from '../src/backup/take-backup.ts';
import { makeDatabase } from '../src/database/address.ts';
import { connect } from '../src/database/connect.ts';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { openFileStore } from '../src/files/file-store.ts';
import { noteFile } from '../src/files/note-file.ts';
import { keyNames } from '../src/keys.ts';
import { filesFolder } from '../src/open-center.ts';
import { publishPlaces } from '../src/publish/publish-places.ts';
import { recountSums } from '../src/tabulation/recount.ts';
import { TEST_NOW } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';
import { testServer } from './test-database.ts';
import { giveVotes, outcomeVillage } from './village-outcome.ts';

let center: TestCenter;
let folder: string;
const made: string[] = [];
beforeAll(async () => {
  center = await openTestCenter();
  await outcomeVillage(center);
  await giveVotes(center, 100, 50);
  await giveVotes(center, 101, 50, 'Salah salin,\tdengan tab dan \\ garis.');
  const kept = await center.parts.files.keep(Buffer.from('foto buatan'), 100);
  if (!kept.ok) throw new Error(kept.error.type);
  await inScope(center.parts.database, OWN_WORK, (transaction) =>
    noteFile(transaction, kept.value, TEST_NOW),
  );
  center.parts.keys.secret('one-time-code');
  folder = join(mkdtempSync(join(tmpdir(), 'bilik-backup-')), 'backup');
  const taken = await takeBackup(ordered(), folder);
  if (!taken.ok) throw new Error(taken.error.type);
});
afterAll(async () => {
  const client = new pg.Client({ connectionString: await testServer() });
  await client.connect();
  for (const name of made) await client.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
  await client.end();
  await center.close();
});

const ordered = () => ({
  ...center.parts,
  ...{
    url: center.store.url,
    places: publishPlaces(center.home),
    keysThere: keyNames(center.home),
    now: TEST_NOW,
  },
});

/** Restores into a new database of its own. */
async function restore(from = folder) {
  const name = `restored_${process.pid}_${made.length}`;
  const url = await makeDatabase(await testServer(), name);
  made.push(name);
  const home = mkdtempSync(join(tmpdir(), 'bilik-restored-'));
  const files = openFileStore(filesFolder(home));
  const { site, key: logKey } = publishPlaces(home);
  const restoring = { url, files, site, logKey, now: TEST_NOW, onBroken: () => {} };
  return { ...restoring, restoring, answer: await restoreBackup(restoring, from) };
}

test('a restored center has every row and file, gives out the next numbers, and its sums hold', async () => {
  const { url, files, answer } = await restore();
  expect(answer.ok).toBe(true);
  const database = connect(url, { onBroken: () => {} });
  const parts = { ...center.parts, database };
  try {
    expect(await inScope(database, OWN_WORK, recountSums)).toEqual([]);
    const next = await giveVotes({ parts }, 102, 50, 'Sesudah dipulihkan.');
    expect(next).toBe(await giveVotes(center, 102, 50, 'Di kantor lama.'));
    const [file] = await inScope(database, OWN_WORK, (transaction) =>
      transaction.selectFrom('file').select('sha256').execute(),
    );
    expect(readFileSync(files.path(file?.sha256 ?? ''), 'utf8')).toBe('foto buatan');
  } finally {
    await database.destroy();
  }
});

test('it is restored into an empty database alone, and overwrites no folder', async () => {
  const { restoring } = await restore();
  expect(await restoreBackup(restoring, folder)).toMatchObject({
    ok: false,
    error: { type: 'not-empty' },
  });
  expect(await takeBackup(ordered(), folder)).toEqual({
    ok: false,
    error: { type: 'folder-exists' },
  });
});

test.each<[string, (copy: string) => void, string]>([
  [
    'a changed row',
    (copy) => {
      const path = join(copy, 'tables', 'account.copy.gz');
      writeFileSync(path, gzipSync(gunzipSync(readFileSync(path)).toString().replace('Orang', 'Urang')));
    },
    'backup-damaged',
  ],
  ['a table that is missing', (copy) => rmSync(join(copy, 'tables', 'event.copy.gz')), 'backup-damaged'],
  [
    'a changed file',
    (copy) => {
      const [name = ''] = readdirSync(join(copy, 'files'));
      writeFileSync(join(copy, 'files', name), 'lain');
    },
    'backup-damaged',
  ],
  ['no manifest: it was cut off', (copy) => rmSync(join(copy, 'backup.json')), 'no-backup'],
])('%s is found, and the database stays empty', async (_what, damage, type) => {
  const copy = `${folder}-${made.length}`;
  cpSync(folder, copy, { recursive: true });
  damage(copy);
  const { url, answer } = await restore(copy);
  expect(answer).toMatchObject({ ok: false, error: { type } });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const there = await client.query(`select to_regclass('bilik.account') is not null as made`);
  if (there.rows[0].made) expect((await client.query('select from bilik.account')).rowCount).toBe(0);
  await client.end();
});

test('no key of the center is in a backup', () => {
  const secret = center.parts.keys.secret('one-time-code');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.gz')) continue;
    const content = gunzipSync(readFileSync(join(folder, name)));
    expect(content.includes(secret.toString('hex')) || content.includes(secret), name).toBe(false);
  }
});
