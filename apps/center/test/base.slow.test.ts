import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACTS } from '../src/accounts/acts.ts';
import { codeAt } from '../src/accounts/one-time-code.ts';
import { openSecret } from '../src/accounts/sealed-secret.ts';
import { serverAccount } from '../src/database/embedded/account.ts';
import { serverPrograms } from '../src/database/embedded/programs.ts';
import { runProgram } from '../src/database/embedded/run-program.ts';
import { openEmbeddedServer } from '../src/database/embedded/server.ts';
import { storePlace } from '../src/database/embedded/store-place.ts';
import { migrate } from '../src/database/migrate.ts';
import { inScope } from '../src/database/scope.ts';
import { DISK_RESERVE_BYTES, hasDiskRoom } from '../src/files/room-for-uploads.ts';
import { keepKind, openCenter } from '../src/open-center.ts';
import { addAccount } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

const byName = (left: string, right: string) => (left < right ? -1 : 1);

let center: TestCenter;
beforeAll(async () => {
  center = await openTestCenter();
});
afterAll(() => center.close());

describe('row security', () => {
  const codes = (area: string | undefined) => {
    const work = (transaction: Parameters<Parameters<typeof inScope>[2]>[0]) =>
      transaction.selectFrom('place').select('area').orderBy('area').execute();
    return area === undefined
      ? center.store.database.transaction().execute(work)
      : inScope(center.store.database, { area, account: null }, work);
  };

  test.each([
    ['*', 4],
    ['16.07', 4],
    ['16.07.01', 2],
    ['16.07.01.2001', 1],
    ['16.06', 0],
    ['16.0', 0],
    ['', 0],
    ['%', 0],
  ])('a scope of %j sees %i polling places', async (area, count) => {
    expect(await codes(area)).toHaveLength(count);
  });

  test('without a scope nothing is seen', async () => {
    expect(await codes(undefined)).toEqual([]);
  });

  test('no row goes into a foreign area', async () => {
    const insert = inScope(center.store.database, { area: '16.06', account: null }, (transaction) =>
      transaction
        .insertInto('place')
        .values({
          ...{ election: 'pilkades-2026', id: '16.07.01.2001-002', area: '16.07.01.2001', number: 2 },
          ...{ name: null, mode: 'paper' },
        })
        .execute(),
    );
    await expect(insert).rejects.toThrow(/row-level security/);
  });

  test('the role that serves people changes no event and deletes nothing', async () => {
    for (const statement of ['update event set act = act', 'delete from place', 'drop table place']) {
      await expect(sql.raw(statement).execute(center.store.database)).rejects.toThrow(
        /permission denied|must be owner/,
      );
    }
  });
});

test('a database of a later program is refused, and nothing is changed', async () => {
  const { owner } = center.store;
  await sql`insert into bilik.migration (name, timestamp) values ('0999-from-the-future', '')`.execute(owner);
  expect(await migrate(owner)).toEqual({
    ok: false,
    error: { type: 'schema-unknown', migrations: ['0999-from-the-future'] },
  });
  await sql`delete from bilik.migration where name = '0999-from-the-future'`.execute(owner);
  expect(await migrate(owner)).toEqual({ ok: true, value: [] });
});

test('a database of an earlier program is not served before it is brought forward, also by a step whose number stands in between', async () => {
  const { owner, url } = center.store;
  keepKind(center.home, 'exercise');
  const opened = async () => {
    const answer = await openCenter(center.home, {
      ...{ part: 'asks', databaseUrl: url, now: center.parts.now, onBroken: () => {} },
    });
    if (!answer.ok) return answer.error;
    await answer.value.close();
    return 'opened';
  };
  const between = '0082-lane-reasons';
  await sql`drop table bilik.lane_reason`.execute(owner);
  await sql`delete from bilik.migration where name = ${between}`.execute(owner);
  expect(await opened()).toEqual({ type: 'schema-behind', migrations: [between] });
  expect(await migrate(owner)).toEqual({ ok: true, value: [between] });
  expect(await opened()).toBe('opened');
});

test('an account begins by invitation, signs in with password and code, and no code is taken twice', async () => {
  const invited = await center.act('regency', 'accounts.invite', {
    ...{ account: 'desk.2', name: 'Orang Buatan', role: 'desk', area: '16.07' },
  });
  const { invitation } = invited.body.value as { readonly invitation: string };
  const begin = (given: string) =>
    center.post('/api/begin-account', { account: 'desk.2', invitation: given });
  expect((await begin('0000-0000-0000')).body.error?.type).toBe('invitation-wrong');
  expect((await begin(invitation)).status).toBe(200);
  const code = async () => {
    const row = await center.store.owner
      .selectFrom('account')
      .select('totp')
      .where('id', '=', 'desk.2')
      .executeTakeFirstOrThrow();
    const secret = openSecret(row.totp ?? '', center.parts.keys.secret('one-time-code'), 'desk.2');
    return codeAt(secret, center.parts.now());
  };
  const password = 'kata sandi buatan';
  const finish = { account: 'desk.2', invitation, password, code: await code() };
  expect((await center.post('/api/finish-account', finish)).status).toBe(200);
  expect((await center.post('/api/finish-account', finish)).body.error?.type).toBe('invitation-wrong');

  const signIn = async (given: object) =>
    center.post('/api/sign-in', { account: 'desk.2', password, code: await code(), ...given });
  expect((await signIn({})).body.error?.type, 'the code of the first sign-in').toBe('sign-in-wrong');
  center.moveClock(60_000);
  expect((await signIn({ password: 'kata sandi lain' })).body.error?.type).toBe('sign-in-wrong');
  const good = await signIn({});
  expect([good.status, good.cookie.startsWith('bilik-center=')]).toEqual([200, true]);
  for (let attempt = 0; attempt < 6; attempt += 1) await signIn({ code: '000000' });
  expect((await signIn({})).body.error?.type).toBe('sign-in-pause');
  center.moveClock(16 * 60_000);
  expect((await signIn({})).status).toBe(200);
});

test('a session ends after half a day, and with its account', async () => {
  await center.act('regency', 'accounts.invite', {
    ...{ account: 'pemantau.2', name: 'Orang Buatan', role: 'observer', area: '16.07.05' },
  });
  expect((await center.act('pemantau.2', 'accounts.me')).status).toBe(200);
  expect((await center.act('regency', 'accounts.close', { account: 'pemantau.2' })).status).toBe(200);
  expect((await center.act('pemantau.2', 'accounts.me')).status).toBe(401);
  expect((await center.act(undefined, 'accounts.me')).status).toBe(401);
});

test('an account that is closed while the body of its request is on the way does nothing more', async () => {
  await center.act('regency', 'accounts.invite', {
    ...{ account: 'pemantau.3', name: 'Orang Buatan', role: 'observer', area: '16.07.05' },
  });
  // read when the head was let in
  const body = Readable.from(
    (async function* () {
      yield '{';
      await center.act('regency', 'accounts.close', { account: 'pemantau.3' });
      yield '}';
    })(),
    { objectMode: false },
  );
  expect((await center.act('pemantau.3', 'accounts.me', body)).status).toBe(401);
});

test('a file comes piece by piece, broken off and repeated, and is kept once under its hash', async () => {
  const id = 'a'.repeat(32);
  const upload = (input: object) => center.act('committee', 'files.upload', { id, ...input });
  const bytes = Buffer.from('nama;nik\n'.repeat(1000));
  const sha256 = (await import('node:crypto')).createHash('sha256').update(bytes).digest('hex');
  await upload({ step: 'begin', name: 'daftar.csv', bytes: bytes.length });
  const piece = (from: number, to: number) =>
    upload({ step: 'piece', at: from, bytes: bytes.subarray(from, to).toString('base64') });
  expect((await piece(5000, 9000)).body.error).toEqual({ type: 'piece-not-next', have: 0 });
  await piece(0, 5000);
  await piece(0, 5000);
  expect((await upload({ step: 'finish', sha256 })).body.error?.type).toBe('upload-not-complete');
  expect((await upload({ step: 'begin', name: 'daftar.csv', bytes: bytes.length })).body.value).toEqual({
    have: 5000,
  });
  await piece(5000, 9000);
  expect((await piece(9000, 9001)).body.value).toEqual({ have: 9000 });
  expect((await upload({ step: 'finish', sha256 })).status).toBe(200);
  expect(await center.parts.files.has(sha256)).toBe(true);
  expect((await center.act('regency', 'files.upload', { id, step: 'finish', sha256 })).body.error?.type).toBe(
    'upload-unknown',
  );
});

describe('uploads that are not finished', () => {
  const BYTES = 256 * 1024 * 1024;
  const idOf = (number: number) => String(number).padStart(32, '0');
  const begin = (number: number, bytes = BYTES, account = 'committee') =>
    center.act(account, 'files.upload', { step: 'begin', id: idOf(number), name: 'daftar.csv', bytes });
  const piece = (number: number) =>
    center.act('committee', 'files.upload', { step: 'piece', id: idOf(number), at: 0, bytes: 'AAAA' });

  test('are bounded for each account, also when many begin at once; they are gone on with, or begin anew after a day', async () => {
    const begun = await Promise.all([1, 2, 3, 4, 5].map((number) => begin(number)));
    expect(begun.filter(({ status }) => status === 200)).toHaveLength(2);
    const again = begun.findIndex(({ status }) => status === 200) + 1;
    expect((await begin(again)).status).toBe(200);
    expect((await piece(again)).status).toBe(200);
    expect((await begin(6, 1)).body.error?.type).toBe('too-many-uploads');
    expect((await begin(60, 1, 'registrar')).status, 'others are heard').toBe(200);
    center.moveClock(25 * 3_600_000);
    center.signInAnew('committee');
    expect((await piece(again)).body.error?.type, 'a day is over').toBe('upload-unknown');
    expect((await begin(again)).body.value).toEqual({ have: 0 });
  });

  test('are bounded for each village and sub-district: however many accounts one makes, others begin', async () => {
    center.moveClock(25 * 3_600_000);
    for (const account of ['sub-district', 'registrar', 'technician']) center.signInAnew(account);
    const plant = (area: string, bytes: number, count: number) =>
      sql`insert into bilik.upload (id, area, account, name, bytes, sha256, begun_at)
        select md5(${area} || ${bytes}::text || n), ${area}, 'orang' || n, 'x', ${bytes}, null, ${center.parts.now()}
        from generate_series(1, ${count}::integer) as n`.execute(center.store.owner);
    const photo = 12 * 1024 * 1024;
    await plant('16.07.01.2002', BYTES, 2);
    await plant('16.07.01.2002', photo, 21);
    await addAccount(center.store.database, { id: 'desa.penuh', role: 'committee', area: '16.07.01.2002' });
    expect((await begin(80, photo, 'desa.penuh')).body.error?.type).toBe('too-many-uploads');
    expect((await begin(80, BYTES, 'desa.penuh')).body.error?.type).toBe('too-many-uploads');
    expect((await begin(81, photo, 'sub-district')).status, 'another of the sub-district').toBe(200);
    await plant('16.07.01', BYTES, 2);
    await plant('16.07.01', photo, 64);
    expect((await begin(82, BYTES, 'sub-district')).body.error?.type).toBe('too-many-uploads');
    expect((await begin(82, photo, 'technician')).body.error?.type).toBe('too-many-uploads');
    expect((await begin(83, BYTES, 'registrar')).status, 'the regency').toBe(200);
    expect((await begin(84, photo, 'registrar')).status, 'the regency').toBe(200);
  });

  test('that are finished count within a day for their village and sub-district too, and not for others', async () => {
    center.moveClock(25 * 3_600_000);
    for (const account of ['sub-district', 'registrar', 'technician']) center.signInAnew(account);
    const finished = (area: string, bytes: number, count: number) =>
      sql`insert into bilik.upload (id, area, account, name, bytes, sha256, begun_at)
        select md5(${area} || 'finished' || ${bytes}::text || n), ${area}, 'orang', 'x', ${bytes}, (select min(sha256) from bilik.file), ${center.parts.now()}
        from generate_series(1, ${count}::integer) as n`.execute(center.store.owner);
    const photo = 12 * 1024 * 1024;
    await finished('16.07.01.2002', BYTES, 3);
    await finished('16.07.01.2002', BYTES - photo, 1);
    center.signInAnew('desa.penuh');
    expect((await begin(90, photo, 'desa.penuh')).status, 'what is left').toBe(200);
    expect((await begin(91, photo, 'desa.penuh')).body.error?.type).toBe('too-many-uploads');
    await finished('16.07.01', BYTES, 12);
    expect((await begin(92, photo, 'sub-district')).body.error?.type).toBe('too-many-uploads');
    expect((await begin(93, photo, 'registrar')).status, 'the regency').toBe(200);
    center.moveClock(25 * 3_600_000);
    center.signInAnew('desa.penuh');
    expect((await begin(91, photo, 'desa.penuh')).status, 'the day after').toBe(200);
  });

  test('are not taken by a disk that has little more left than the database needs', async () => {
    const { bavail, bsize } = await statfs(center.home);
    const free = bavail * bsize;
    expect(await hasDiskRoom(center.home, 1)).toBe(true);
    expect(await hasDiskRoom(center.home, free - DISK_RESERVE_BYTES / 2)).toBe(false);
  });

  test('are bounded for all accounts together, and what nobody goes on with is removed', async () => {
    const dayAgo = new Date(Date.now() - 25 * 3_600_000);
    for (const name of [`seseorang.${'e'.repeat(32)}`, `${'d'.repeat(64)}.0`]) {
      writeFileSync(join(center.home, 'incoming', name), 'x');
      utimesSync(join(center.home, 'incoming', name), dayAgo, dayAgo);
    }
    center.moveClock(25 * 3_600_000);
    center.signInAnew('committee');
    await sql`insert into bilik.upload (id, area, account, name, bytes, sha256, begun_at)
      select md5(n::text), '16.07', 'orang' || n, 'x', ${BYTES}, null, ${center.parts.now()} from generate_series(1, 15) as n`.execute(
      center.store.owner,
    );
    expect((await begin(70)).status).toBe(200);
    expect((await begin(71)).body.error?.type).toBe('too-many-uploads');
    expect((await begin(72, 1)).status, 'a photo has room of its own').toBe(200);
    expect(readdirSync(join(center.home, 'incoming'))).not.toContain(`seseorang.${'e'.repeat(32)}`);
    expect(readdirSync(join(center.home, 'incoming')), 'a sealed result waits').toContain(
      `${'d'.repeat(64)}.0`,
    );
  });
});

test('every route is an act of the table, and every act has a route', () => {
  expect(center.acts.names()).toEqual(Object.keys(ACTS).toSorted(byName));
});

test('the server outlives who started it, is adopted, and is ended in order', async () => {
  const home = mkdtempSync(join(tmpdir(), 'bilik-server-'));
  const [first, second] = await Promise.all([openEmbeddedServer(home), openEmbeddedServer(home)]);
  expect(first?.url).toBe(second?.url);
  const third = await openEmbeddedServer(home);
  expect(third.wasRunning).toBe(true);
  await third.stop('immediate');
  // the tables want repair, and somebody else has just begun to start them
  const account = serverAccount();
  const { tables, socketFolder, log } = storePlace(home, account);
  const settings = `-k ${socketFolder} -h ''`;
  const begun = ['-D', tables, '-l', log, '-W', '-o', settings, 'start'];
  await runProgram(serverPrograms(account).pg_ctl, begun, account);
  const adopted = await openEmbeddedServer(home);
  const client = new pg.Client({ connectionString: adopted.url });
  await client.connect();
  expect((await client.query('select 1 as one')).rows, 'it answers at once').toEqual([{ one: 1 }]);
  await client.end();
  await adopted.stop();
  expect(existsSync(home)).toBe(true);
  rmSync(home, { recursive: true, force: true });
});
