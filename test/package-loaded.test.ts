import { generateKeyPairSync } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PackageExpectations } from '@bilik/transfer';
import { explainPackageRefusal } from '@bilik/words';
import { beforeAll, describe, expect, test } from 'vitest';
import { packagePath } from '../apps/cli/src/exercise/exercise-package.ts';
import { type LoadAnswer, loadPackage, tryPackage } from '../apps/station/src/place/load-package.ts';
import { loadPreparedPlace } from '../apps/station/src/place/load-place.ts';
import { finishLoading } from '../apps/station/src/place/place-swap.ts';
import { placesOfFile } from './support/open-places.ts';
import { packageLike, partsOfPackage, passphraseOf } from './support/packages-of-home.ts';
import { openPlace, openPolls } from './support/polling-place.ts';
import { group, type PreparedHome, prepareHome, random } from './support/prepared-home.ts';
import { copyOf, newFolder } from './support/station-disk.ts';

let prepared: PreparedHome;
/** The same polling place, next version: one voter's neighbourhood was corrected. */
let newer: string;

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 6, cards: 8 });
  const { members } = await partsOfPackage(prepared);
  const voters = Buffer.from(members.get('desk-voters.json') ?? []).toString('utf8');
  newer = await packageLike(prepared, {
    facts: { version: 2 },
    members: { 'desk-voters.json': Buffer.from(voters.replace(/"rt":"[^"]*"/, '"rt":"009"')) },
  });
});

const { tryOpen, shut } = placesOfFile();

interface Load {
  readonly path?: string;
  readonly passphrase?: string;
  readonly expected?: PackageExpectations;
  readonly reached?: (step: string) => void;
}

function load(home: string, change: Load = {}): ReturnType<typeof loadPackage> {
  return loadPackage({
    path: packagePath(prepared.home),
    home,
    passphrase: passphraseOf(prepared),
    expected: { kind: 'exercise' },
    group,
    random,
    ...change,
  });
}

/** The name of a refusal; each has its sentences. */
function verdict(answer: LoadAnswer<unknown>): string {
  if (answer.ok) return 'loaded';
  for (const language of ['id', 'en'] as const) {
    const { happened, notHappened, toDo } = explainPackageRefusal(language, answer.error);
    for (const sentence of [happened, notHappened, toDo]) expect(sentence).toMatch(/^[^{}]+[.]$/);
  }
  return answer.error.type;
}

/** Name and content of every file of a folder. */
const contentOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );

describe('an empty station', () => {
  test.each<[string, Load | (() => Promise<Load>), string]>([
    ['for a real election', { expected: { kind: 'real' } }, 'package-of-other-kind'],
    ['of another place', { expected: { pollingPlace: '16.07.01.2003-002' } }, 'package-of-other-place'],
    ['of another election', { expected: { electionUuid: 'LainLainLain11' } }, 'package-of-other-election'],
    ['that wants another list', { expected: { listFingerprint: 'ab'.repeat(32) } }, 'package-of-other-list'],
    ['that knows another office', { expected: { issuer: `${'A'.repeat(43)}=` } }, 'package-of-other-issuer'],
    ['that wants a newer one', { expected: { leastVersion: 2 } }, 'package-older'],
    ['that was shown another', { expected: { fingerprint: 'ab'.repeat(32) } }, 'package-not-the-shown-one'],
    ['with another passphrase', { passphrase: 'mangga mangga' }, 'package-passphrase-wrong'],
    ['with no such file', { path: '/nowhere/paket.bilik' }, 'package-unreadable'],
    ['given a folder', async () => ({ path: newFolder() }), 'package-not-one'],
    [
      'given a link',
      async () => {
        const path = join(newFolder(), 'paket.bilik');
        symlinkSync(packagePath(prepared.home), path);
        return { path };
      },
      'package-not-one',
    ],
    [
      'given one with another picture',
      async () => ({ path: await packageLike(prepared, { members: { 'calon-1.png': Buffer.from('x') } }) }),
      'place-files-disagree',
    ],
    [
      'given one without a picture',
      async () => ({ path: await packageLike(prepared, { members: { 'calon-1.png': undefined } }) }),
      'place-files-disagree',
    ],
    [
      'given one that says it is real and is not',
      async () => ({
        path: await packageLike(prepared, { facts: { kind: 'real' } }),
        expected: { kind: 'real' } as const,
      }),
      'place-files-disagree',
    ],
    [
      'given one that says it is of another list',
      async () => ({ path: await packageLike(prepared, { facts: { listFingerprint: 'ab'.repeat(32) } }) }),
      'place-files-disagree',
    ],
  ])('%s: refused by name, and still empty', async (_, change, type) => {
    const home = newFolder();
    const given = typeof change === 'function' ? await change() : change;
    expect(verdict(await load(home, given))).toBe(type);
    expect(readdirSync(home)).toEqual([]);
  });

  test('tries a package and keeps nothing of it; loads it, and loading it again changes nothing', async () => {
    const home = newFolder();
    const request = { path: packagePath(prepared.home), home, passphrase: passphraseOf(prepared) };
    expect(verdict(await tryPackage({ ...request, expected: {}, group, random }))).toBe('loaded');
    expect(readdirSync(home)).toEqual([]);
    expect(verdict(await load(home))).toBe('loaded');
    const before = contentOf(join(home, 'place'));
    expect(verdict(await load(home))).toBe('loaded');
    expect(contentOf(join(home, 'place'))).toEqual(before);
  });

  test('whose medium does not take it says so', async () => {
    const file = join(newFolder(), 'no-folder');
    writeFileSync(file, '');
    expect(verdict(await load(file))).toBe('package-not-stored');
  });
});

describe('a station that has a package', () => {
  const stationOf = (): PreparedHome => copyOf(prepared);

  test('takes a newer one of the same office while its day has not begun, also after a first start', async () => {
    const home = stationOf();
    openPlace(home).close();
    expect(verdict(await load(home.home.station, { path: newer }))).toBe('loaded');
    const opened = tryOpen(home);
    expect(opened.ok && opened.value.place.manifest.version).toBe(2);
    expect(opened.ok && opened.value.place.voters.some(({ rt }) => rt === '009')).toBe(true);
    // and then no older one
    if (opened.ok) shut(opened.value);
    expect(verdict(await load(home.home.station))).toBe('package-older');
  });

  test('takes no other one once its day has begun, and goes on', async () => {
    const home = stationOf();
    const place = openPlace(home);
    openPolls(place);
    place.close();
    const before = contentOf(join(home.home.station, 'store'));
    expect(verdict(await load(home.home.station, { path: newer }))).toBe('package-day-begun');
    expect(verdict(await load(home.home.station))).toBe('loaded');
    expect(contentOf(join(home.home.station, 'store'))).toEqual(before);
    expect(openPlace(home).phase()).toBe('open');
  });

  test('takes no other one while it runs', async () => {
    const home = stationOf();
    const place = openPlace(home);
    expect(verdict(await load(home.home.station, { path: newer }))).toBe('package-day-begun');
    place.close();
  });

  test('refuses another office, the same version with other content, another place', async () => {
    const home = stationOf().home.station;
    const { privateKey } = generateKeyPairSync('ed25519', {
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const before = contentOf(join(home, 'place'));
    const foreign = await packageLike(prepared, { facts: { version: 3 }, privateKeyPem: privateKey });
    expect(verdict(await load(home, { path: foreign }))).toBe('package-of-other-issuer');
    const twin = await packageLike(prepared, {});
    expect(verdict(await load(home, { path: twin }))).toBe('package-version-taken');
    const other = await prepareHome({ root: newFolder(), voters: 6, cards: 8 });
    const answer = await load(home, { path: packagePath(other.home), passphrase: passphraseOf(other) });
    expect(verdict(answer)).toBe('package-of-other-issuer');
    expect(contentOf(join(home, 'place'))).toEqual(before);
  });
});

/** What lies on the medium at each step of a load: what a kill at that moment would leave. */
async function killedAtEachStep(start: string): Promise<readonly { step: string; home: string }[]> {
  const left: { step: string; home: string }[] = [];
  const answer = await load(start, {
    path: newer,
    reached(step) {
      const home = newFolder();
      cpSync(start, home, { recursive: true });
      left.push({ step, home });
    },
  });
  expect(verdict(answer)).toBe('loaded');
  return left;
}

describe('killed at any step of loading', () => {
  test.each<[string, () => string]>([
    ['the first package', () => newFolder()],
    [
      'a newer package over one that was started once',
      () => {
        const home = copyOf(prepared);
        openPlace(home).close();
        return home.home.station;
      },
    ],
  ])('%s: the next start has the old one or the new one, whole', async (_, begin) => {
    const start = begin();
    const isFirst = !existsSync(join(start, 'place'));
    const left = await killedAtEachStep(start);
    const versions = new Map<number | 'none', number>();
    for (const [index, { step, home }] of left.entries()) {
      finishLoading(home);
      const place = loadPreparedPlace(join(home, 'place'), group, random);
      const version = place.ok ? place.value.manifest.version : 'none';
      if (!place.ok) expect(existsSync(join(home, 'place')), step).toBe(false);
      versions.set(version, (versions.get(version) ?? 0) + 1);
      expect(readdirSync(home).filter((name) => name.startsWith('place.'))).toEqual([]);
      // whatever was left, loading again ends with the new one
      if (index % 6 === 0) expect(verdict(await load(home, { path: newer }))).toBe('loaded');
    }
    expect(versions.get(isFirst ? 'none' : 1)).toBeGreaterThan(10);
    expect(versions.get(2)).toBeGreaterThan(1);
    expect([...versions.keys()].length).toBe(2);
  });

  test('planted: a loader that wrote into place/ itself would be found', async () => {
    const home = newFolder();
    mkdirSync(join(home, 'place'));
    const { members } = await partsOfPackage(prepared);
    const [first] = members;
    if (first !== undefined) writeFileSync(join(home, 'place', first[0]), first[1]);
    expect(loadPreparedPlace(join(home, 'place'), group, random).ok).toBe(false);
    expect(existsSync(join(home, 'place'))).toBe(true);
  });
});
