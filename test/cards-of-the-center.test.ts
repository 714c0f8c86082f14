import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { deriveCredential, parsePublicCredentials, sha256Hex } from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';
import { openPackage, sourceOf } from '@bilik/transfer';
import { newSigningKey, signPlacePackage } from '@bilik/transfer/issue';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, OWN_WORK } from '../apps/center/src/database/scope.ts';
import type { IssuedPapers } from '../apps/center/src/packages/issue-package.ts';
import { poolProblem } from '../apps/center/src/packages/pool-in-force.ts';
import { fillPlace, holdSitting, OUTFIT, READY } from '../apps/center/test/ready-place.ts';
import { upload } from '../apps/center/test/small-voter-lists.ts';
import { openTestCenter, type TestCenter } from '../apps/center/test/test-center.ts';
import { loadIntoStation } from '../apps/cli/src/package/load-into-station.ts';
import { PdfReading } from '../packages/papers/src/reading/pdf-reading.ts';

/** Of this process alone: whatever it or a library of its puts aside is found here. */
const ownTemporary = mkdtempSync(join(tmpdir(), 'bilik-cards-'));
const beforeTemporary = process.env['TMPDIR'];

let center: TestCenter;
let first: IssuedPapers;
let firstPackage: Buffer;

const group = nativeGroup();
const issue = async (reason?: string) => {
  const { body } = await center.act('regency', 'packages.issue', {
    ...READY,
    ...(reason === undefined ? {} : { reason }),
  });
  return body as { ok: boolean; value: IssuedPapers; error?: { type: string; missing?: string[] } };
};
const file = async () => (await center.paper('regency', 'packages.file', READY)).bytes;

/** The codes on printed sheets, as a voter would read them. */
function codesOf(base64: string): readonly string[] {
  const pages = new PdfReading(Buffer.from(base64, 'base64')).pages;
  return pages.flatMap((page) => page.match(/[0-9]{24}/g) ?? []);
}

beforeAll(async () => {
  process.env['TMPDIR'] = ownTemporary;
  center = await openTestCenter();
  await fillPlace(center);
});
afterAll(async () => {
  await center.close();
  if (beforeTemporary === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = beforeTemporary;
  rmSync(ownTemporary, { recursive: true, force: true });
});

test('what is missing is named one by one, and nothing is issued before all is there', async () => {
  expect(await issue()).toMatchObject({ error: { type: 'place-not-ready', missing: ['outfit', 'keys'] } });
  await center.act('committee', 'packages.outfit', { ...READY, outfit: OUTFIT });
  expect(await issue()).toMatchObject({ error: { missing: ['keys'] } });
  await holdSitting(center);
  const shown = await center.act('regency', 'packages.show', READY);
  expect(shown.body.value).toMatchObject({ missing: [], problems: [] });
  const { body } = await center.act('regency', 'packages.list', { election: READY.election });
  expect(body.value).toMatchObject({ places: [{ place: READY.place, missing: [], version: null }] });
  const begun = performance.now();
  const issued = await issue();
  expect(issued.error).toBeUndefined();
  first = issued.value;
  firstPackage = await file();
  console.log(
    `a package of ${first.cards} cards with its papers: ${Math.round(performance.now() - begun)} ms, ${firstPackage.length} bytes`,
  );
  expect([first.version, first.cards, first.words.length]).toEqual([1, 340, 8]);
});

/** Where a text stands: tables (each row as PostgreSQL writes it out), files of the center, temporary files of the process. */
async function placesWith(codes: readonly string[]): Promise<string[]> {
  const spellings = codes.flatMap((code) => {
    const groups = code.match(/.{4}/g) ?? [];
    return [
      code,
      groups.join(' '),
      groups.join('-'),
      Buffer.from(code).toString('base64').replace(/=+$/, ''),
    ];
  });
  const holds = (text: string) => spellings.some((spelling) => text.includes(spelling));
  const found: string[] = [];
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
    center.store.owner,
  );
  expect(tables.length).toBeGreaterThan(30);
  for (const { name } of tables) {
    const { rows } = await sql
      .raw<{ line: string }>(`select t::text as line from ${name} t`)
      .execute(center.store.owner);
    if (rows.some(({ line }) => holds(line))) found.push(`table ${name}`);
  }
  // the center's own folder stands in it too
  for (const entry of readdirSync(ownTemporary, { recursive: true, encoding: 'utf8' })) {
    const path = join(ownTemporary, entry);
    if (statSync(path).isFile() && holds(readFileSync(path).toString('latin1'))) found.push(basename(entry));
  }
  return found;
}

test('the codes of the cards are on paper and nowhere else: no table, no file, nothing temporary', async () => {
  const codes = codesOf(first.cardSheets);
  expect(new Set(codes).size).toBe(340);
  // they are the right codes: each makes a credential of the public list
  const opened = openPackage(sourceOf(firstPackage));
  const list = opened.ok ? opened.value.read('public-credentials.json') : opened;
  if (!opened.ok || !list.ok) throw new Error('the package is whole');
  const listed = Buffer.from(list.value).toString('utf8');
  const uuid = opened.value.manifest.electionUuid;
  const positions = codes
    .slice(0, 60)
    .map((code) => listed.indexOf(String(deriveCredential(group, uuid, code).publicKey)));
  expect(positions.every((position) => position >= 0)).toBe(true);
  // shuffled: their order on the sheets says nothing of the list
  expect(
    positions.filter((position, index) => index > 0 && position > (positions[index - 1] ?? 0)).length,
  ).toBeLessThan(45);
  const secrets = [...codes, ...codesOf(first.testCardSheets), first.passphrase];
  expect(await placesWith(secrets)).toEqual([]);
  // the detector finds what is planted in each of the three
  const [planted = ''] = codes;
  writeFileSync(join(ownTemporary, 'spool.pdf'), `(${planted.match(/.{4}/g)?.join(' ')})`);
  mkdirSync(join(center.home, 'files'), { recursive: true });
  writeFileSync(join(center.home, 'files', 'note'), planted);
  await center.store.owner
    .insertInto('event')
    .values({
      at: new Date(),
      area: '16.07',
      act: 'test',
      subject: 'x',
      account: null,
      before: null,
      after: JSON.stringify({ planted }),
    })
    .execute();
  expect(new Set(await placesWith(secrets))).toEqual(new Set(['note', 'spool.pdf', 'table bilik.event']));
});

test('packs are counted, sealed and handed over with a paper; a miscounted pack is not sealed', async () => {
  const seal = async (number: number, counted: number, text: string) =>
    (await center.act('regency', 'packages.seal', { ...READY, number, counted, seal: text })).body.error
      ?.type;
  expect(await seal(1, 99, 'BA-1')).toBe('pack-count-differs');
  for (const number of [1, 2, 3]) expect(await seal(number, 100, `BA-${number}`)).toBeUndefined();
  const handOver = () => center.act('regency', 'packages.hand-over', { ...READY, to: 'Orang Buatan Ketua' });
  expect((await handOver()).body.error).toMatchObject({ type: 'packs-not-sealed', numbers: [4] });
  expect(await seal(4, 40, 'BA-3')).toBe('seal-taken');
  expect(await seal(4, 40, 'BA-4')).toBeUndefined();
  expect((await handOver()).status).toBe(200);
  const paper = await center.paper('committee', 'packages.hand-over-paper', READY);
  expect(new PdfReading(paper.bytes).pages.join('')).toContain('BA-4');
  const announcement = await center.paper('committee', 'packages.announcement', READY);
  const text = new PdfReading(announcement.bytes).pages.join('');
  for (const word of first.words) expect(text).toContain(word.toUpperCase());
});

test('nothing is printed twice: whoever issues again says why, and every old card is void, at stations and here', async () => {
  expect(await issue()).toMatchObject({ error: { type: 'package-exists', version: 1 } });
  const home = mkdtempSync(join(ownTemporary, 'station-'));
  const load = async (bytes: Uint8Array, passphrase: string) => {
    const path = join(ownTemporary, 'paket.bilik');
    writeFileSync(path, bytes);
    return loadIntoStation({
      path,
      home,
      passphrase,
      expected: { kind: 'exercise', pollingPlace: READY.place },
    });
  };
  expect(await load(firstPackage, first.passphrase)).toMatchObject({ code: 0 });
  const again = await issue('satu bungkus basah');
  expect(again.error).toBeUndefined();
  const second = again.value;
  const secondPackage = await file();
  const old = new Set(codesOf(first.cardSheets));
  expect(codesOf(second.cardSheets).filter((code) => old.has(code))).toEqual([]);

  const credentials = (bytes: Buffer) => {
    const opened = openPackage(sourceOf(bytes));
    const read = opened.ok ? opened.value.read('public-credentials.json') : opened;
    if (!opened.ok || !read.ok) throw new Error('a package is whole');
    const text = Buffer.from(read.value).toString('utf8');
    // as the check of a delivery spells the list of a record
    const listed = parsePublicCredentials(group, text);
    expect(listed.ok && JSON.stringify([...listed.value.byKey.keys()])).toBe(text);
    return { hash: sha256Hex(text), manifest: opened.value.manifest };
  };
  const [before, after] = [credentials(firstPackage), credentials(secondPackage)];
  expect(after.manifest.version).toBe(2);
  expect(after.manifest.electionFingerprint).toBe(before.manifest.electionFingerprint);
  const judged = (hash: string) =>
    inScope(center.parts.database, OWN_WORK, (transaction) => poolProblem(transaction, READY, hash));
  expect(await judged(after.hash)).toBeUndefined();
  expect(await judged(before.hash)).toEqual({ type: 'pool-void', version: 1, inForce: 2 });
  expect(await judged('0'.repeat(64))).toEqual({ type: 'pool-foreign' });
  expect(await load(secondPackage, second.passphrase)).toMatchObject({ code: 0 });
});

test('a foreign, stale or changed package is refused by its name', async () => {
  const check = async (bytes: Uint8Array) => {
    const id = await upload(
      center,
      'regency',
      bytes,
      `paket-${sha256Hex(Buffer.from(bytes).toString('latin1')).slice(0, 8)}.bilik`,
    );
    return (await center.act('regency', 'packages.check', { upload: id })).body;
  };
  const inForce = await file();
  expect(await check(inForce)).toMatchObject({ value: { version: 2 } });
  expect(await check(firstPackage)).toMatchObject({ error: { type: 'package-older', found: 1, least: 2 } });
  const changed = Buffer.from(inForce);
  changed[changed.length - 5] = (changed[changed.length - 5] ?? 0) ^ 1;
  expect(['package-member-changed', undefined]).toContain((await check(changed)).error?.type);
  expect(await check(inForce.subarray(0, 4000))).toMatchObject({ error: { type: 'package-cut-short' } });
  expect(await check(Buffer.from('not a package'))).toMatchObject({ error: { type: 'package-not-one' } });
  const opened = openPackage(sourceOf(inForce));
  if (!opened.ok) throw new Error('the package is whole');
  const members = new Map(
    opened.value.manifest.members.map(({ name }) => {
      const read = opened.value.read(name);
      return [name, read.ok ? read.value : new Uint8Array()] as const;
    }),
  );
  const foreign = await signPlacePackage({
    ...{ members, version: 3, passphrase: 'x', group, nowMs: Date.now() },
    ...{ receiver: opened.value.manifest.receiver, privateKeyPem: newSigningKey() },
    random: (count) => new Uint8Array(count),
  });
  if (!foreign.ok) throw new Error(foreign.error.type);
  expect(await check(foreign.value)).toMatchObject({ error: { type: 'package-of-other-issuer' } });
});

test('the election of a polling place stays as long as its keys: other names on the ballot want new keys', async () => {
  const { owner } = center.store;
  const row = await owner
    .selectFrom('contest')
    .select('options')
    .where('election', '=', READY.election)
    .executeTakeFirstOrThrow();
  const options = row.options.map((option) => ({
    ...option,
    name: option.number === 1 ? 'Calon Lain' : option.name,
  }));
  await owner
    .updateTable('contest')
    .set({ options: JSON.stringify(options) })
    .where('election', '=', READY.election)
    .execute();
  expect(await issue('nama salah tulis')).toMatchObject({ error: { type: 'election-differs', version: 2 } });
});
