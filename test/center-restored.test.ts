import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { hexSha256, parseSnapshot, readNoteSigner, writeNoteKey } from '@bilik/publication';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CenterParts } from '../apps/center/src/center-parts.ts';
import { makeDatabase } from '../apps/center/src/database/address.ts';
import { connect } from '../apps/center/src/database/connect.ts';
import { openFileStore } from '../apps/center/src/files/file-store.ts';
import { openKeys } from '../apps/center/src/keys.ts';
import { filesFolder, keepKind } from '../apps/center/src/open-center.ts';
import { callPortal } from '../apps/center/src/publish/portal-process.ts';
import { publishPlaces } from '../apps/center/src/publish/publish-places.ts';
import { askWitnesses, readSiteLog } from '../apps/center/src/publish/site-log.ts';
import { writePublication } from '../apps/center/src/publish/write-publication.ts';
import { drawnPhoto, giveSheetVersion, PLACE } from '../apps/center/test/photographed-sheet.ts';
import { SET_UP_ELECTION } from '../apps/center/test/set-up-election.ts';
import { openTestCenter, type TestCenter } from '../apps/center/test/test-center.ts';
import { testServer } from '../apps/center/test/test-database.ts';
import { outcomeVillage } from '../apps/center/test/village-outcome.ts';
import { buildPages } from '../scripts/build-pages.mjs';

const BILIK = join(import.meta.dirname, '..', 'apps/cli/bilik.mjs');
const root = mkdtempSync(join(tmpdir(), 'bilik-restored-'));

let center: TestCenter;
const HOUR_MS = 3_600_000;
let witness: ChildProcess;
const databases: string[] = [];
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  await buildPages({ only: ['portal/periksa'] });
  center = await openTestCenter();
  keepKind(center.home, 'exercise');
  await outcomeVillage(center);
  expect(await publish(center)).toBe(1);
  await openWitness();
});
afterAll(async () => {
  witness.kill('SIGTERM');
  for (const close of closing) await close();
  await center.close();
  const client = new pg.Client({ connectionString: await testServer() });
  await client.connect();
  for (const name of databases) await client.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
  await client.end();
  rmSync(root, { recursive: true, force: true });
});

type Office = Pick<TestCenter, 'home'> & { readonly parts: CenterParts };
const publish = ({ parts, home }: Office) => writePublication(parts, publishPlaces(home), SET_UP_ELECTION);
const bilik = (words: readonly string[], url = '') =>
  spawnSync(process.execPath, [BILIK, ...words], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: url },
  });

/** A process of its own, as a university runs it: it knows the log's key and nothing of the center. */
async function openWitness(): Promise<void> {
  const signer = readNoteSigner(readFileSync(publishPlaces(center.home).key, 'utf8').trim());
  if (signer === undefined) throw new Error('the log has no key');
  const words = ['witness', '--home', join(root, 'witness'), '--name', 'kampus.example/saksi'];
  const key = bilik(words).stdout.trim();
  witness = spawn(process.execPath, [BILIK, ...words, '--log', writeNoteKey(signer), '--port', '0']);
  if (witness.stdout === null) throw new Error('a process without words');
  const [line] = await once(createInterface({ input: witness.stdout }), 'line');
  const url = /http:\S+/.exec(String(line))?.[0];
  writeFileSync(join(center.home, 'witnesses.json'), JSON.stringify([{ key, url }]));
}
/** Whether the witness cosigned what this office has published last. */
async function isCosigned({ home }: Office): Promise<boolean> {
  await askWitnesses(publishPlaces(home));
  const read = await readSiteLog(publishPlaces(home));
  return read.type === 'read' && read.log.witnesses.every(({ cosignedAt }) => cosignedAt !== null);
}
function published({ home }: Office) {
  const text = readFileSync(join(publishPlaces(home).site, 'snapshot.json'), 'utf8');
  const snapshot = parseSnapshot(text);
  if (!snapshot.ok) throw new Error(snapshot.error.type);
  return snapshot.value;
}
const publishedResult = (office: Office) =>
  published(office)
    .villages.flatMap(({ places }) => places)
    .find(({ id }) => id === PLACE)?.result;
const publishedCorrections = (office: Office) => published(office).corrections;
/** The public's check of a copy of the site, beside a checkpoint that somebody noted before. */
const check = ({ home }: Office, seen: string) => {
  const answer = bilik(['portal', 'check', publishPlaces(home).site, '--seen', seen]);
  return answer.status === 0 ? 'right' : answer.stdout + answer.stderr;
};
const noteCheckpoint = ({ home }: Office, name: string): string => {
  const path = join(root, name);
  cpSync(join(publishPlaces(home).site, 'checkpoint'), path);
  return path;
};

function backUp(name: string): string {
  const folder = join(root, name);
  const taken = bilik(['backup', '--home', center.home, '--out', folder], center.store.url);
  expect(taken.stderr).toBe('');
  expect(taken.status).toBe(0);
  return folder;
}

/** A new machine: an empty database, an empty folder, and the keys from the safe. */
async function newMachine(name: string, prepare: (home: string) => void = () => {}) {
  const home = join(root, name);
  const database = `restored_${process.pid}_${databases.length}`;
  const url = await makeDatabase(await testServer(), database);
  databases.push(database);
  prepare(home);
  return {
    home,
    backUp: (name: string) => bilik(['backup', '--home', home, '--out', join(root, name)], url),
    restore: (from: string) => bilik(['restore', '--home', home, '--from', from], url),
    open(): Office {
      cpSync(join(center.home, 'keys'), join(home, 'keys'), { recursive: true });
      cpSync(join(center.home, 'witnesses.json'), join(home, 'witnesses.json'));
      const opened = connect(url, { onBroken: () => {} });
      closing.push(() => opened.destroy());
      const files = openFileStore(filesFolder(home));
      return { home, parts: { ...center.parts, database: opened, files, keys: openKeys(home) } };
    },
  };
}

test('restored on a new machine, a center publishes on in the same log; the public check and a witness accept it', async () => {
  await giveSheetVersion(center, { version: 1, c1: 100, photo: drawnPhoto() });
  expect(await publish(center)).toBe(2);
  expect(await isCosigned(center)).toBe(true);
  const seen = noteCheckpoint(center, 'seen-before');
  const before = readFileSync(join(publishPlaces(center.home).site, 'snapshot.json'), 'utf8');
  const machine = await newMachine('second');
  const restored = machine.restore(backUp('backup'));
  expect(restored.stderr).toBe('');
  expect(restored.stdout).toContain('the next is 3');
  // without its keys it would make new ones, which open nothing that is there
  expect(restored.stdout).toMatch(/Also copy the folder keys here: \d+ keys are awaited/);
  const early = machine.backUp('without-keys');
  expect(early.status).toBe(1);
  expect(early.stderr).toMatch(/still waits for \d+ keys/);
  const office = machine.open();
  expect(machine.backUp('with-keys').status).toBe(0);
  expect(check(office, seen)).toBe('right');
  expect(await publish(office), 'nothing is new').toBeUndefined();
  await giveSheetVersion(office, { version: 2, c1: 101, photo: drawnPhoto() });
  expect(await publish(office)).toBe(3);
  const site = publishPlaces(office.home).site;
  const snapshot = parseSnapshot(readFileSync(join(site, 'snapshot.json'), 'utf8'));
  expect(snapshot).toMatchObject({ ok: true, value: { number: 3, previous: hexSha256(before) } });
  expect(check(office, seen)).toBe('right');
  expect(await isCosigned(office)).toBe(true);
});

test('what was published after the backup stays published: a center that is restored beside a mirror of the newest site follows it', async () => {
  // the first office went on after the backup, and was lost
  const backup = backUp('older');
  const photo = drawnPhoto();
  await giveSheetVersion(center, { version: 2, c1: 102, photo, reason: 'Salah salin.' });
  expect(await publish(center)).toBe(3);
  const publishedBefore = publishedCorrections(center);
  expect(publishedBefore).toMatchObject([{ version: 2, reason: 'Salah salin.' }]);
  const seen = noteCheckpoint(center, 'seen-newest');
  const mirror = publishPlaces(center.home).site;
  const machine = await newMachine('third', (home) =>
    cpSync(mirror, publishPlaces(home).site, { recursive: true }),
  );
  const restored = machine.restore(backup);
  expect(restored.stderr).toBe('');
  expect(restored.stdout).toContain('1 publications are newer than the backup');
  const office = machine.open();
  // the tables know the first version, and the village stays as it was published
  expect(await publish(office)).toBe(4);
  expect(publishedResult(office)).toMatchObject({ version: 2, figures: { valid: 152 } });
  expect(check(office, seen)).toBe('right');
  // entered again hours later, it stands at the moment at which it was published; what comes after it is a version of its own
  const later = {
    ...office,
    parts: { ...office.parts, now: () => new Date(+center.parts.now() + 5 * HOUR_MS) },
  };
  await giveSheetVersion(later, { version: 2, c1: 102, photo, reason: 'Salah salin.' });
  expect(await publish(later)).toBe(5);
  expect(publishedResult(office)).toMatchObject({ version: 2, figures: { valid: 152 } });
  expect(publishedCorrections(office)).toEqual(publishedBefore);
  expect(check(office, seen)).toBe('right');
  await giveSheetVersion(later, { version: 3, c1: 103, photo: drawnPhoto() });
  expect(await publish(later)).toBe(6);
  expect(publishedResult(office)).toMatchObject({ version: 3, figures: { valid: 153 } });
  expect(check(office, seen)).toBe('right');

  // and a mirror that is older than the backup is not built on
  const older = await newMachine('fourth', (home) =>
    cpSync(join(backup, 'site'), publishPlaces(home).site, { recursive: true }),
  );
  const refused = older.restore(backUp('newest'));
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('is number 2, and the backup knows number 3');
  rmSync(publishPlaces(older.home).site, { recursive: true });
  expect(older.restore(join(root, 'newest')).status).toBe(0);
});

/** The same publications in a log of somebody else, whose key bears the name of ours. */
async function strangersSite(of: string): Promise<string> {
  const [out, key, hand] = ['stranger', 'stranger.key', 'stranger.hand'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  const signer = readNoteSigner(readFileSync(publishPlaces(center.home).key, 'utf8').trim());
  await callPortal(['key', '--name', signer?.name ?? '', '--out', key]);
  mkdirSync(join(hand, 'files'), { recursive: true });
  const earlier = readdirSync(join(of, 'arsip')).sort();
  for (const folder of [...earlier.map((number) => join(of, 'arsip', number)), of]) {
    const text = readFileSync(join(folder, 'snapshot.json'), 'utf8');
    writeFileSync(join(hand, 'snapshot.json'), text);
    const snapshot = parseSnapshot(text);
    for (const { sha256 } of snapshot.ok ? snapshot.value.files : []) {
      cpSync(center.parts.files.path(sha256), join(hand, 'files', sha256));
    }
    const written = await callPortal(['write', '--snapshot', hand, '--out', out, '--key', key]);
    expect(written).toMatchObject({ code: 0 });
  }
  return out;
}

test('a site that stands there before is followed only when this center’s log signed every byte of it, and nothing in it is a link', async () => {
  const backup = backUp('judged');
  const mirror = publishPlaces(center.home).site;
  const stranger = await strangersSite(mirror);
  const not = 'is not what this center signed';
  const cases: readonly (readonly [string, (site: string) => void, string, from?: string])[] = [
    ['a link to the keys', (site) => symlinkSync('../keys', join(site, 'kunci')), 'is no plain file (kunci)'],
    [
      'a first page that is a link',
      (site) => {
        rmSync(join(site, 'index.html'));
        symlinkSync('manifest', join(site, 'index.html'));
      },
      'is no plain file (index.html)',
    ],
    [
      'a changed page',
      (site) => appendFileSync(join(site, 'index.html'), ' '),
      `${not}, or was changed since: index.html`,
    ],
    [
      'a page more',
      (site) => writeFileSync(join(site, 'lagi.html'), '<p>'),
      `${not}, or was changed since: lagi.html`,
    ],
    [
      'an earlier snapshot that was changed',
      (site) => appendFileSync(join(site, 'arsip/000001/snapshot.json'), ' '),
      `${not}, or was changed since: arsip/000001/snapshot.json`,
    ],
    ['a site of a stranger', () => {}, not, stranger],
  ];
  const machine = await newMachine('judging');
  const { site } = publishPlaces(machine.home);
  for (const [what, change, words, from = mirror] of cases) {
    rmSync(site, { recursive: true, force: true });
    cpSync(from, site, { recursive: true });
    change(site);
    const refused = machine.restore(backup);
    expect(refused.status, what).toBe(1);
    expect(refused.stderr, what).toContain(words);
  }
  // of a log that the backup does not name, the keys say whether it is ours
  rmSync(site, { recursive: true });
  cpSync(mirror, site, { recursive: true });
  const path = join(backup, 'backup.json');
  const { log_key: _, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(manifest));
  expect(machine.restore(backup).stderr).toContain('nothing says whether the site');
  cpSync(join(center.home, 'keys'), join(machine.home, 'keys'), { recursive: true });
  expect(machine.restore(backup)).toMatchObject({ status: 0, stderr: '' });
});

test('a file that the center lost is found when the backup is taken, not when it is needed', async () => {
  const photo = drawnPhoto();
  await giveSheetVersion(center, { version: 3, c1: 103, photo });
  const path = center.parts.files.path(hexSha256(photo));
  for (const damage of [() => writeFileSync(path, 'lain'), () => rmSync(path)]) {
    damage();
    const folder = join(root, `damaged-${existsSync(path)}`);
    const refused = bilik(['backup', '--home', center.home, '--out', folder], center.store.url);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(hexSha256(photo));
    expect(existsSync(join(folder, 'backup.json'))).toBe(false);
  }
});
