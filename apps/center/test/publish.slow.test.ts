import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSnapshot, type Snapshot, snapshotText } from '@bilik/publication';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { noteFile } from '../src/files/note-file.ts';
import { openCenterDoor } from '../src/http/center-door.ts';
import { publishPlaces } from '../src/publish/publish-places.ts';
import { writePublication } from '../src/publish/write-publication.ts';
import { crawlSite } from './crawl-site.ts';
import { drawnPhoto, giveSheetVersion, PLACE, pictureOfText } from './photographed-sheet.ts';
import { SET_UP_ELECTION } from './set-up-election.ts';
import { VILLAGE } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';
import { giveVotes, outcomeVillage } from './village-outcome.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let center: TestCenter;
let address: string;
let closePublicDoor: () => Promise<void>;
const broken: Error[] = [];
beforeAll(async () => {
  const pages = ['--only', 'portal/periksa'];
  spawnSync(process.execPath, [join(root, 'scripts', 'build-pages.mjs'), ...pages], { stdio: 'inherit' });
  center = await openTestCenter();
  await outcomeVillage(center);
  // whoever reads what is public reaches no database: that of this door would throw at the first question
  const untouchable = new Proxy(center.parts.database, {
    get() {
      throw new Error('the database was asked');
    },
  });
  const { door } = await openCenterDoor(
    { ...center.parts, database: untouchable },
    {
      hostNames: [],
      incomingFolder: join(center.home, 'incoming-of-nobody'),
      publishPlaces: publishPlaces(center.home),
      onBroken: (error) => broken.push(error),
    },
  );
  address = await door.listen({ host: '127.0.0.1', port: 0 });
  closePublicDoor = () => door.close();
});
afterAll(async () => {
  await closePublicDoor();
  await center.close();
  expect(broken).toEqual([]);
});

const asOurs = <Value>(work: Parameters<typeof inScope<Value>>[2]) =>
  inScope(center.parts.database, OWN_WORK, work);
/** What the office reads of the last try. */
const failed = async () => {
  const { body } = await center.act('regency', 'publish.show', { election: SET_UP_ELECTION });
  return (body.value as { readonly failed: unknown }).failed;
};
const publish = () => writePublication(center.parts, publishPlaces(center.home), SET_UP_ELECTION);
const published = async (): Promise<Snapshot> => {
  const row = await asOurs((transaction) =>
    transaction
      .selectFrom('publication')
      .select('snapshot')
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow(),
  );
  const read = parseSnapshot(readFileSync(center.parts.files.path(row.snapshot), 'utf8'));
  if (!read.ok) throw new Error('unreadable');
  return read.value;
};
const placeOf = (snapshot: Snapshot) =>
  snapshot.villages.flatMap(({ places }) => places).find(({ id }) => id === PLACE);
/** The public’s own check of a copy of the site. */
const check = (folder: string) =>
  spawnSync(process.execPath, [join(root, 'apps/cli/bilik.mjs'), 'portal', 'check', folder], {
    encoding: 'utf8',
  });

/** A definitive version of the sheet with a photo of its own. */
const giveVersion = (version: number, c1: number, photo = drawnPhoto()) =>
  giveSheetVersion(center, { version, c1, photo });

test('before anything is published the page says so in both languages, and that it is an exercise', async () => {
  const answer = await fetch(`${address}/publik/`);
  const text = await answer.text();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  for (const said of ['Belum ada yang diumumkan', 'Nothing is published yet', 'LATIHAN']) {
    expect(text).toContain(said);
  }
});

test('a regency is published before any result, and nothing twice', async () => {
  expect(await publish()).toBe(1);
  expect((await published()).villages).toHaveLength(4);
  expect(await publish(), 'nothing is new').toBeUndefined();
});

test('a result comes with its photo; its correction with both figures and the reason; determined it is said so', async () => {
  await giveVersion(1, 100);
  expect(await publish()).toBe(2);
  expect(placeOf(await published())?.result).toMatchObject({
    version: 1,
    figures: { valid: 150, users: 150 },
  });
  await giveVersion(2, 101);
  const { body } = await center.act('committee', 'outcome.village', {
    ...{ election: SET_UP_ELECTION, area: VILLAGE, contest: 'kepala-desa' },
  });
  const { changes } = body.value as { readonly changes: readonly number[] };
  const determined = await center.act('committee', 'outcome.determine', {
    ...{ election: SET_UP_ELECTION, area: VILLAGE, contest: 'kepala-desa', changes },
    people: ['Ketua Buatan', 'Anggota Buatan'],
  });
  expect(determined.status).toBe(200);
  expect(await publish()).toBe(3);
  const snapshot = await published();
  expect(snapshot.corrections).toMatchObject([
    { place: PLACE, version: 2, reason: 'Salah baca angka.', before: { valid: 150 }, after: { valid: 151 } },
  ]);
  const village = snapshot.villages.find(({ code }) => code === VILLAGE);
  expect(village).toMatchObject({ state: 'determined', determination: { candidate: 1 } });
});

test('a photo that says who took it is not published and is named to the office: its place keeps the photo of before', async () => {
  const photoOf = async () =>
    placeOf(await published())?.result?.parts.map(({ evidence }) => evidence.sheetPhotos);
  const before = await photoOf();
  await giveVersion(3, 102, drawnPhoto('Orang Buatan, rumahnya'));
  expect(await publish()).toBe(4);
  expect(placeOf(await published())?.result).toMatchObject({ version: 3, figures: { valid: 152 } });
  expect(await photoOf()).toEqual(before);
  const village = (await published()).villages.find(({ code }) => code === VILLAGE);
  expect(village, 'what was determined on other figures is named').toMatchObject({
    ...{ state: 'provisional', determination: null },
    fallen: [{ candidate: 1, why: expect.stringContaining('tidak lagi sesuai') }],
  });
  const { body } = await center.act('regency', 'publish.show', { election: SET_UP_ELECTION });
  expect(body.value).toMatchObject({
    publications: [{ number: 4, left_out: [{ place: PLACE, why: 'photo-of-before' }] }, {}, {}, {}],
  });
});

test('a worker that died between keeping the snapshot and writing the site is followed by the same snapshot', async () => {
  await giveVersion(4, 103);
  const places = publishPlaces(center.home);
  const broken = { ...places, key: join(center.home, 'no', 'such', 'folder', 'key') };
  const key = readFileSync(places.key);
  await expect(
    writePublication(center.parts, { ...broken, site: '/dev/null/site' }, SET_UP_ELECTION),
  ).rejects.toThrow();
  expect(await failed(), 'the office reads why').toMatchObject({ why: 'portal' });
  const begun = await published();
  expect(begun.number).toBe(5);
  center.moveClock(60_000);
  expect(await publish()).toBe(5);
  expect(await failed()).toBeNull();
  expect(await published()).toEqual(begun);
  expect(readFileSync(places.key).equals(key)).toBe(true);
});

test('a picture whose pixels spell a NIK is not published, and stops nothing', async () => {
  const before = placeOf(await published())?.result?.parts[0];
  if (before?.source !== 'sheet') throw new Error('no sheet');
  await giveVersion(5, 104, pictureOfText(' 1607990101900001 '));
  expect(await publish()).toBe(6);
  const result = placeOf(await published())?.result;
  expect(result).toMatchObject({ version: 5, figures: { valid: 154 } });
  expect(result?.parts).toMatchObject([{ evidence: { sheetPhotos: before.evidence.sheetPhotos } }]);
});

test('a snapshot that was begun and that the portal refuses for ever is abandoned, and its number is used', async () => {
  await giveVersion(6, 105);
  const stopped = { ...publishPlaces(center.home), site: '/dev/null/site' };
  await expect(writePublication(center.parts, stopped, SET_UP_ELECTION)).rejects.toThrow();
  const begun = await published();
  const spoiled = snapshotText(begun).replace(begun.event.title.id, 'Hubungi 081234567890');
  const kept = await center.parts.files.keep(Buffer.from(spoiled), 1_000_000);
  if (!kept.ok) throw new Error(kept.error.type);
  await asOurs(async (transaction) => {
    await noteFile(transaction, kept.value, center.parts.now());
    await transaction
      .updateTable('publication')
      .set({ snapshot: kept.value.sha256, facts: 'f'.repeat(64) })
      .where('number', '=', begun.number)
      .execute();
  });
  expect(await publish()).toBe(begun.number);
  expect(await published()).toMatchObject({ number: 7, previous: begun.previous, event: begun.event });
});

/** What the screen names of the newest publication. */
const leftOut = async () => {
  const { body } = await center.act('regency', 'publish.show', { election: SET_UP_ELECTION });
  return (body.value as { publications: { left_out: object[] }[] }).publications[0]?.left_out;
};
const villageOf = (snapshot: Snapshot) => snapshot.villages.find(({ code }) => code === VILLAGE);
/** Changes what the village's ballot says, as a store of before could hold it. */
const rename = (from: string, to: string) =>
  sql`update bilik.contest set options = replace(options::text, ${from}, ${to})::jsonb where area = ${VILLAGE}`.execute(
    center.store.owner,
  );

test('a candidate’s name that must not be public keeps that village back, and nobody else', async () => {
  const before = villageOf(await published());
  await rename('Calon Buatan Satu', 'Calon 1607990101900001');
  await giveVersion(7, 106);
  expect(await publish()).toBe(8);
  expect(villageOf(await published())).toEqual(before);
  expect((await published()).villages).toHaveLength(4);
  expect(await leftOut()).toEqual([{ village: VILLAGE, why: 'text-not-public', stays: true }]);
  await rename('Calon 1607990101900001', 'Calon Buatan Satu');
  expect(await publish()).toBe(9);
  expect(placeOf(await published())?.result).toMatchObject({ version: 7, figures: { valid: 156 } });
  expect(await leftOut()).toEqual([]);
});

test('other candidates, and another way of voting, than when its result was published keep a village as it was', async () => {
  const before = villageOf(await published());
  await rename('Calon Buatan Dua', 'Orang Lain');
  expect(await publish()).toBe(10);
  expect(await leftOut()).toEqual([{ village: VILLAGE, why: 'candidates-changed', stays: true }]);
  await rename('Orang Lain', 'Calon Buatan Dua');
  await sql`update bilik.place set mode = 'electronic' where id = ${PLACE}`.execute(center.store.owner);
  expect(await publish()).toBe(11);
  expect(await leftOut()).toEqual([{ village: VILLAGE, why: 'contradicts', stays: true }]);
  expect(villageOf(await published())).toEqual(before);
  await sql`update bilik.place set mode = 'paper' where id = ${PLACE}`.execute(center.store.owner);
});

test('registered voters that change after a result was published stay as they were published, and the office hears of it', async () => {
  const { registered } = placeOf(await published()) ?? {};
  await sql`update bilik.place set registered_l = registered_l + 1 where id = ${PLACE}`.execute(
    center.store.owner,
  );
  await giveVersion(8, 107);
  expect(await publish()).toBe(12);
  expect(placeOf(await published())).toMatchObject({ registered, result: { version: 8 } });
  expect(await leftOut()).toEqual([{ place: PLACE, why: 'voters-of-before' }]);
  await sql`update bilik.place set registered_l = registered_l - 1 where id = ${PLACE}`.execute(
    center.store.owner,
  );
});

test('a polling place whose name must not be public is published without it; one that is counted keeps its name', async () => {
  const rename = (place: string | undefined, name: string | null) =>
    sql`update bilik.place set name = ${name} where id = ${place}`.execute(center.store.owner);
  const awaited = (await published()).villages
    .filter(({ code }) => code !== VILLAGE)
    .flatMap(({ places }) => places)[0]?.id;
  await rename(awaited, 'WA 0812 3456 7890');
  await rename(PLACE, 'Balai lain');
  expect(await publish()).toBe(13);
  const snapshot = await published();
  expect(placeOf(snapshot)).toMatchObject({ name: null, result: { version: 8 } });
  expect(snapshot.villages.flatMap(({ places }) => places).find(({ id }) => id === awaited)?.name).toBeNull();
  expect(await leftOut()).toEqual([{ place: awaited, why: 'name-of-place' }]);
  await rename(awaited, null);
  await rename(PLACE, null);
});

test('files of a sealed result are judged before: their place waits with a reason, and its village’s others do not', async () => {
  const keep = async (text: string) => {
    const kept = await center.parts.files.keep(Buffer.from(text), 10_000);
    if (!kept.ok) throw new Error(kept.error.type);
    await asOurs((transaction) => noteFile(transaction, kept.value, center.parts.now()));
    return kept.value.sha256;
  };
  const files = [await keep('a record "1607990101900001"'), await keep('{}'), await keep('{"result":1}')];
  const source = 'd'.repeat(64);
  const now = center.parts.now();
  await asOurs((transaction) =>
    transaction
      .insertInto('delivery')
      .values({
        ...{
          id: source,
          election: SET_UP_ELECTION,
          place: PLACE,
          area: VILLAGE,
          manifest: '{}',
          state: 'right',
        },
        ...{ reasons: '[]', files: JSON.stringify(files), receipt: null },
        ...{ begun_at: now, whole_at: now, decided_at: now },
      })
      .execute(),
  );
  const published7 = placeOf(await published())?.result;
  await giveVotes(center, 108, 50, 'Hasil mesin menggantikan.', source, 'record');
  expect(await publish()).toBe(14);
  expect(placeOf(await published())).toMatchObject({
    result: null,
    withheld: { version: published7?.version, figures: published7?.figures },
  });
  expect(await leftOut()).toEqual([{ place: PLACE, why: 'files-not-public' }]);
  await giveVersion(10, 109);
  expect(await publish()).toBe(15);
  expect(placeOf(await published())?.result).toMatchObject({ version: 10, figures: { valid: 159 } });
});

test('each version of a sheet comes with its code, also where its photo is that of before; without one it waits', async () => {
  const codeOf = async () => placeOf(await published())?.result?.parts[0]?.evidence.code;
  const codes = new Set([await codeOf()]);
  await giveVersion(11, 110, drawnPhoto('Orang Buatan'));
  expect(await publish()).toBe(16);
  codes.add(await codeOf());
  expect(await leftOut()).toEqual([{ place: PLACE, why: 'photo-of-before' }]);
  expect([...codes]).toEqual([expect.any(String), expect.any(String)]);
  await giveVersion(12, 111);
  await sql`update bilik.sheet set standing = null where place = ${PLACE}`.execute(center.store.owner);
  expect(await publish()).toBe(17);
  expect(await leftOut()).toEqual([{ place: PLACE, why: 'code-missing' }]);
  expect(placeOf(await published())).toMatchObject({ result: null, withheld: { version: 11 } });
  await giveVersion(13, 112);
  expect(await publish()).toBe(18);
});

const OTHER_VILLAGE = '16.07.01.2002';

test('a candidate’s portrait that comes as a sheet’s photo is nobody’s sheet: its place keeps the photo of before, and nothing stops', async () => {
  const portrait = drawnPhoto();
  const sha256 = createHash('sha256').update(portrait).digest('hex');
  await sql`insert into bilik.contest (election, area, id, position, office, title, options)
    select election, ${OTHER_VILLAGE}, id, position, office, title,
      jsonb_set(options, '{0,photo}', to_jsonb(${sha256}::text)) from bilik.contest
    where area = ${VILLAGE} and election = ${SET_UP_ELECTION}
    on conflict (election, area, id) do update set options = excluded.options`.execute(center.store.owner);
  const before = placeOf(await published())?.result?.parts[0]?.evidence.sheetPhotos;
  await giveVersion(14, 113, portrait);
  expect(await publish()).toBe(19);
  const snapshot = await published();
  expect(snapshot.files.find((file) => file.sha256 === sha256)?.kind).toBe('candidate-photo');
  expect(placeOf(snapshot)?.result).toMatchObject({ version: 14 });
  expect(placeOf(snapshot)?.result?.parts[0]?.evidence).toMatchObject({
    ...{ sheetPhotos: before?.slice(0, 1), codePhoto: 'not-shown' },
  });
  expect(await leftOut()).toEqual([{ place: PLACE, why: 'photo-of-before' }]);
});

test('a village of more polling places than results are published with stays as it was, named, and the others go on', async () => {
  const before = (await published()).villages.find(({ code }) => code === OTHER_VILLAGE);
  await sql`insert into bilik.place (election, id, area, number, mode)
    select ${SET_UP_ELECTION}, ${OTHER_VILLAGE} || '-' || lpad((700 + number)::text, 3, '0'), ${OTHER_VILLAGE}, 700 + number, 'paper'
    from generate_series(1, 201) as number`.execute(center.store.owner);
  await giveVersion(15, 114);
  expect(await publish()).toBe(20);
  expect(await leftOut()).toEqual([{ village: OTHER_VILLAGE, why: 'contradicts', stays: true }]);
  const snapshot = await published();
  expect(snapshot.villages.find(({ code }) => code === OTHER_VILLAGE)).toEqual(before);
  expect(placeOf(snapshot)?.result).toMatchObject({ version: 15 });
  await sql`delete from bilik.place where area = ${OTHER_VILLAGE} and number > 700`.execute(
    center.store.owner,
  );
});

test('a sub-district reads what was left out of its own villages, and no name of others’', async () => {
  const ours = [
    { place: '16.07.01.2001-001', why: 'code-missing' },
    { village: '16.07.01.2002', why: 'gone', stays: true },
  ];
  const others = [
    { place: '16.07.05.2003-001', why: 'code-missing' },
    { village: '16.07.05.2004', why: 'gone', stays: true },
  ];
  await sql`update bilik.publication set left_out = ${JSON.stringify([...ours, ...others])}::jsonb`.execute(
    center.store.owner,
  );
  const seenBy = async (account: string) => {
    const { body } = await center.act(account, 'publish.show', { election: SET_UP_ELECTION });
    return (body.value as { publications: { left_out: object[] }[] }).publications[0]?.left_out;
  };
  expect(await seenBy('sub-district')).toEqual(ours);
  expect(await seenBy('observer')).toEqual(ours);
  expect(await seenBy('regency')).toEqual([...ours, ...others]);
  await sql`update bilik.publication set left_out = '[]'`.execute(center.store.owner);
});

test('nothing is published before people opened it; a reason is kept', async () => {
  const election = SET_UP_ELECTION;
  const now = () => center.act('regency', 'publish.now', { election });
  expect((await now()).body.error?.type).toBe('publishing-paused');
  await center.act('regency', 'publish.decide', { election, open: true, reason: 'Hari pemungutan suara.' });
  expect((await now()).status).toBe(200);
  await center.act('regency', 'publish.decide', { election, open: false, reason: 'Ada kekeliruan.' });
  expect((await now()).body.error?.type).toBe('publishing-paused');
});

test('what is served is what was written: a stranger’s crawl equals the folder, and the public’s own check of it is right', async () => {
  const { site } = publishPlaces(center.home);
  const written = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)));
  const served = await crawlSite(address);
  expect([...served.keys()].toSorted()).toEqual(written.toSorted());
  const copy = mkdtempSync(join(tmpdir(), 'bilik-crawl-'));
  for (const [path, bytes] of served) {
    expect(bytes.equals(readFileSync(join(site, path))), path).toBe(true);
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), bytes);
  }
  const { status, stdout } = check(copy);
  rmSync(copy, { recursive: true });
  expect(status, stdout).toBe(0);
});

test.each([
  ['', 'text/html; charset=utf-8', 'no-cache'],
  ['en/index.html', 'text/html; charset=utf-8', 'no-cache'],
  ['data/tps.csv', 'text/csv; charset=utf-8', 'no-cache'],
  ['snapshot.json', 'application/json; charset=utf-8', 'no-cache'],
  ['manifest', 'text/plain; charset=utf-8', 'no-cache'],
  ['checkpoint', 'text/plain; charset=utf-8', 'no-cache'],
  ['arsip/000001/manifest', 'text/plain; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['tile/0/000.p/1', 'application/octet-stream', 'public, max-age=31536000, immutable'],
])('%s is said to be %s, %s', async (path, type, cache) => {
  const { headers } = await fetch(`${address}/publik/${path}`);
  expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([type, cache]);
});

/** The path goes out as it is written. */
const rawStatus = (path: string) =>
  new Promise<{ readonly status: number; readonly text: string }>((resolve, reject) => {
    const { port } = new URL(address);
    const asked = request({ host: '127.0.0.1', port, path }, (response) => {
      let text = '';
      response.on('data', (piece: Buffer) => {
        text += piece.toString('latin1');
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asked.on('error', reject);
    asked.end();
  });

test('neither the key of the log nor a kept file beside the site can be reached from it', async () => {
  const [kept = ''] = readdirSync(join(center.home, 'files'), { recursive: true, encoding: 'utf8' });
  for (const beside of ['keys/portal.key', `files/${kept}`, 'keys']) {
    for (const up of ['..', '%2e%2e', '..%2f', '%2e%2e%2f', '..%5c', 'desa/../..', 'desa/%2e%2e/%2e%2e']) {
      const { status, text } = await rawStatus(`/publik/${up}/${beside}`);
      expect([400, 404], `${up}/${beside}`).toContain(status);
      expect(text).not.toContain('PRIVATE');
    }
  }
});

test('no word of the internal lane, no voter and no typist is in any public byte', async () => {
  const site = publishPlaces(center.home).site;
  const names = await sql<{ name: string }>`select name from account`.execute(center.store.owner);
  for (const file of readdirSync(site, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const text = readFileSync(join(file.parentPath, file.name)).toString('latin1');
    for (const { name } of names.rows) expect(text.includes(name), `${file.name} names ${name}`).toBe(false);
  }
});

test('a village that left the event is named in public with its reason, in words that may be public', async () => {
  const before = await published();
  const other = before.villages.find(({ code }) => code !== VILLAGE);
  if (other === undefined) throw new Error('four villages');
  const decidedOn = center.parts.now().toISOString().slice(0, 10);
  const fact = { type: 'left', decidedOn, reason: 'Digabung; hubungi 0812 3456 7890' };
  const input = { election: SET_UP_ELECTION, village: other.code, fact };
  expect((await center.act('regency', 'calendar.decide', input)).status).toBe(200);
  expect(await publish()).toBe(before.number + 1);
  const after = await published();
  expect(after.left).toMatchObject([{ code: other.code, name: other.name, on: decidedOn }]);
  expect(after.left?.[0]?.reason).toContain('tersimpan lengkap di kantor');
  expect(after.villages).toHaveLength(before.villages.length - 1);
  expect(await leftOut()).toEqual([]);
  const { stdout, status } = check(publishPlaces(center.home).site);
  expect(status, stdout).toBe(0);
});

test('what is no village’s, or the machine’s, is told to the office until a publication succeeds', async () => {
  const title = (id: string) =>
    center.store.owner
      .updateTable('election')
      .set({ title: JSON.stringify({ id, en: 'Village heads' }) })
      .where('id', '=', SET_UP_ELECTION)
      .execute();
  const { title: before } = await center.store.owner
    .selectFrom('election')
    .select('title')
    .where('id', '=', SET_UP_ELECTION)
    .executeTakeFirstOrThrow();
  await title('Hubungi 081234567890');
  await expect(publish()).rejects.toThrow('nothing is published');
  expect(await failed()).toMatchObject({ why: 'facts' });
  await title('Pemilihan kepala desa lain');
  const full = { ...center.parts.files, keep: () => Promise.reject(new Error('ENOSPC')) };
  const onFull = { ...center.parts, files: full };
  await expect(writePublication(onFull, publishPlaces(center.home), SET_UP_ELECTION)).rejects.toThrow();
  expect(await failed()).toMatchObject({ why: 'machine' });
  await title(before.id);
  await publish();
  expect(await failed()).toBeNull();
});
