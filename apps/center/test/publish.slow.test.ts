import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import { parseSnapshot, type Snapshot } from '@bilik/publication';
import { encode } from 'fast-png';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { noteFile } from '../src/files/note-file.ts';
import { publishPlaces, writePublication } from '../src/publish/write-publication.ts';
import { recordChange } from '../src/tabulation/record-change.ts';
import { SET_UP_ELECTION } from './set-up-election.ts';
import { TEST_NOW, VILLAGE } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';
import { outcomeVillage } from './village-outcome.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const PLACE = `${VILLAGE}-001`;

let center: TestCenter;
beforeAll(async () => {
  const pages = ['--only', 'portal/periksa'];
  spawnSync(process.execPath, [join(root, 'scripts', 'build-pages.mjs'), ...pages], { stdio: 'inherit' });
  center = await openTestCenter();
  await outcomeVillage(center);
  await asOurs((transaction) =>
    transaction
      .insertInto('sheet')
      .values({
        ...{ election: SET_UP_ELECTION, place: PLACE, area: VILLAGE, step: 'awaited', version: 1, round: 1 },
        ...{ entries: [], parts: '{}', explanations: '[]', cleared: [], held_by_person: false },
        ...{ agreed: null, standing: null, changed_at: TEST_NOW },
      })
      .execute(),
  );
});
afterAll(() => center.close());

const asOurs = <Value>(work: Parameters<typeof inScope<Value>>[2]) =>
  inScope(center.parts.database, OWN_WORK, work);
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
/** The public's own check of the site. */
const check = () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, 'apps/cli/bilik.mjs'), 'portal', 'check', publishPlaces(center.home).site],
    { encoding: 'utf8' },
  );
  return { status, stdout };
};

let shade = 0;
/** A sheet's photo, drawn; with a text chunk it says more than the sheet. */
function photo(text?: string): Buffer {
  shade += 1;
  const plain = Buffer.from(
    encode({ width: 8, height: 8, data: new Uint8Array(64).fill(shade), channels: 1 }),
  );
  if (text === undefined) return plain;
  const body = Buffer.from(`tEXtComment\0${text}`, 'latin1');
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)]);
}

/** What a definitive version of the sheet leaves behind: its photo, and its figures in the official sums. */
async function giveVersion(version: number, c1: number, bytes: Buffer): Promise<void> {
  const kept = await center.parts.files.keep(bytes, 10_000);
  if (!kept.ok) throw new Error(kept.error.type);
  await asOurs(async (transaction) => {
    await noteFile(transaction, kept.value, TEST_NOW);
    await transaction
      .insertInto('sheet_photo')
      .values({
        ...{ election: SET_UP_ELECTION, place: PLACE, area: VILLAGE, version, account: 'committee' },
        ...{ sha256: kept.value.sha256, type: 'image/png', at: TEST_NOW },
      })
      .execute();
    const recorded = await recordChange(transaction, {
      ...{ election: SET_UP_ELECTION, place: PLACE, contest: 'kepala-desa', lane: 'official', part: 'whole' },
      figures: { users: c1 + 52, women: 20, valid: c1 + 50, invalid: 2, votes: { c1, c2: 50, blank: 0 } },
      ...{ sourceKind: 'sheet', source: `${PLACE}/${version}`, account: 'committee', at: TEST_NOW },
      reason: version === 1 ? null : 'Salah baca angka.',
    });
    if (!recorded.ok) throw new Error(recorded.error.type);
  });
}

test('a regency before any result is published, and anybody’s check of the site is right', async () => {
  expect(await publish()).toBe(1);
  expect((await published()).villages).toHaveLength(4);
  expect(check()).toMatchObject({ status: 0 });
  expect(await publish(), 'nothing is new').toBeUndefined();
});

test('a result comes with its photo; its correction with both figures and the reason; determined it is said so', async () => {
  await giveVersion(1, 100, photo());
  expect(await publish()).toBe(2);
  expect(placeOf(await published())?.result).toMatchObject({
    version: 1,
    figures: { valid: 150, users: 152 },
  });
  await giveVersion(2, 101, photo());
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
  expect(check()).toMatchObject({ status: 0 });
});

test('a photo that says who took it is not published: its place is left out and named to the office', async () => {
  await giveVersion(3, 102, photo('Orang Buatan, rumahnya'));
  expect(await publish()).toBe(4);
  expect(placeOf(await published())?.result).toBeNull();
  const { body } = await center.act('regency', 'publish.show', { election: SET_UP_ELECTION });
  expect(body.value).toMatchObject({
    publications: [{ number: 4, left_out: [{ place: PLACE, why: 'photo-with-metadata' }] }, {}, {}, {}],
  });
  expect(check()).toMatchObject({ status: 0 });
});

test('a worker that died between keeping the snapshot and writing the site is followed by the same snapshot', async () => {
  await giveVersion(4, 103, photo());
  const places = publishPlaces(center.home);
  const broken = { ...places, key: join(center.home, 'no', 'such', 'folder', 'key') };
  const key = readFileSync(places.key);
  await expect(
    writePublication(center.parts, { ...broken, site: '/dev/null/site' }, SET_UP_ELECTION),
  ).rejects.toThrow();
  const begun = await published();
  expect(begun.number).toBe(5);
  center.moveClock(60_000);
  expect(await publish()).toBe(5);
  expect(await published()).toEqual(begun);
  expect(readFileSync(places.key).equals(key)).toBe(true);
  expect(check()).toMatchObject({ status: 0 });
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

test('no word of the internal lane, no voter and no typist is in any public byte', async () => {
  const site = publishPlaces(center.home).site;
  const names = await sql<{ name: string }>`select name from account`.execute(center.store.owner);
  for (const file of readdirSync(site, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const text = readFileSync(join(file.parentPath, file.name)).toString('latin1');
    for (const { name } of names.rows) expect(text.includes(name), `${file.name} names ${name}`).toBe(false);
  }
  rmSync(site, { recursive: true });
});
