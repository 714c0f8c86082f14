import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { type ForgetOrder, forgetCenter } from '../src/backup/forget-center.ts';
import { takeBackup } from '../src/backup/take-backup.ts';
import { databaseAddress } from '../src/database/address.ts';
import { serverAccount } from '../src/database/embedded/account.ts';
import { openEmbeddedServer } from '../src/database/embedded/server.ts';
import { storePlace } from '../src/database/embedded/store-place.ts';
import { openFileStore } from '../src/files/file-store.ts';
import { openKeys } from '../src/keys.ts';
import { filesFolder, keepKind, makeCenter } from '../src/open-center.ts';
import { publishPlaces } from '../src/publish/publish-places.ts';
import { TEST_NOW } from './small-regency.ts';

const beside = mkdtempSync(join(tmpdir(), 'bilik-forget-'));
afterAll(() => rmSync(beside, { recursive: true, force: true }));

async function newCenter(name: string): Promise<ForgetOrder> {
  const home = join(beside, name);
  mkdirSync(home);
  // the center adopts it
  await openEmbeddedServer(home, { isDurable: false });
  expect((await makeCenter(home, 'real', undefined, () => {})).ok).toBe(true);
  openKeys(home).secret('one-time-code');
  return { home, databaseUrl: undefined, word: name, backup: undefined, keys: undefined };
}
const typeOf = async (order: ForgetOrder) => {
  const answer = await forgetCenter(order);
  return answer.ok ? 'removed' : answer.error.type;
};

test('a real election stays until its backup equals what stands there, its keys lie elsewhere and nobody works with it; then it is gone', async () => {
  const order = await newCenter('pemalang');
  const { home } = order;
  const store = storePlace(home, serverAccount()).folder;
  const { url } = await databaseAddress(home, undefined);
  const kept = openFileStore(filesFolder(home));
  const file = await kept.keep(Buffer.from('foto buatan'), 100);
  if (!file.ok) throw new Error(file.error.type);
  const query = async (text: string, parameters: readonly unknown[] = []) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(text, [...parameters]);
    return client;
  };
  const noted = 'insert into bilik.file (sha256, bytes, kept_at) values ($1, $2, $3)';
  await (await query(noted, [file.value.sha256, 11, TEST_NOW])).end();
  const backup = async (name: string) => {
    const folder = join(beside, name);
    const taken = await takeBackup(
      { url, files: kept, places: publishPlaces(home), keysThere: [], kind: 'real', now: TEST_NOW },
      folder,
    );
    if (!taken.ok) throw new Error(taken.error.type);
    return folder;
  };
  const keys = join(beside, 'keys-elsewhere');
  cpSync(join(home, 'keys'), keys, { recursive: true });
  const first = await backup('first');
  const whole = { ...order, backup: first, keys };

  expect(await typeOf({ ...whole, word: 'ya' })).toBe('word-wrong');
  expect(await typeOf({ ...whole, databaseUrl: 'postgres://elsewhere/bilik' })).toBe('database-of-others');
  expect(await typeOf({ ...whole, backup: undefined })).toBe('backup-not-named');
  expect(await typeOf({ ...whole, keys: undefined })).toBe('backup-not-named');
  const lost = async (changed: Partial<ForgetOrder>) => {
    const answer = await forgetCenter({ ...whole, ...changed });
    return answer.ok || answer.error.type !== 'backup-not-enough' ? [] : answer.error.what;
  };
  expect(await lost({ keys: beside })).toEqual(['keys/one-time-code.key']);
  expect(await lost({ backup: beside })).toEqual(['backup.json']);
  // bytes of a table, and of a file, that are not what the manifest says
  const damaged = join(beside, 'damaged');
  cpSync(first, damaged, { recursive: true });
  writeFileSync(join(damaged, 'tables', 'area.copy.gz'), gzipSync('16.07\n'));
  writeFileSync(join(damaged, 'files', file.value.sha256), 'foto lain');
  expect(await lost({ backup: damaged })).toEqual(['tables/area.copy.gz', `files/${file.value.sha256}`]);
  // what came after it was taken
  await (await query('delete from bilik.file')).end();
  expect(await lost({})).toEqual(['file']);
  const second = await backup('second');
  const working = await query('select 1');
  expect(await forgetCenter({ ...whole, backup: second })).toEqual({
    ok: false,
    error: { type: 'center-in-use', connections: 1 },
  });
  await working.end();
  expect(existsSync(join(home, 'center.json'))).toBe(true);

  mkdirSync(join(home, 'portal'));
  expect(await forgetCenter({ ...whole, backup: second })).toMatchObject({
    ok: true,
    value: { left: ['portal'] },
  });
  expect(existsSync(store)).toBe(false);
  expect(existsSync(join(home, 'keys'))).toBe(false);
  expect(await typeOf({ ...whole, backup: second })).toBe('center-not-made');
});

test('an exercise goes by its word alone; what is not its own stays, and a removal that was cut short is finished', async () => {
  const home = join(beside, 'latihan');
  expect(keepKind(home, 'exercise').ok).toBe(true);
  const order = { home, databaseUrl: undefined, word: 'latihan', backup: undefined, keys: undefined };
  const server = await openEmbeddedServer(home, { isDurable: false });
  const { folder, tables } = storePlace(home, serverAccount());
  await server.stop('immediate');
  expect(await typeOf({ ...order, word: basename(beside) })).toBe('word-wrong');
  expect(existsSync(tables)).toBe(true);
  writeFileSync(join(home, 'catatan.txt'), 'milik panitia');
  // as a cut after the first step leaves it
  renameSync(join(home, 'center.json'), join(home, 'forgotten.json'));
  expect(await forgetCenter(order)).toMatchObject({ ok: true, value: { left: ['catatan.txt'] } });
  expect(existsSync(folder)).toBe(false);
  expect(readFileSync(join(home, 'catatan.txt'), 'utf8')).toBe('milik panitia');
  expect(await typeOf(order)).toBe('center-not-made');
  expect(await typeOf({ ...order, home: beside })).toBe('center-not-made');
});
