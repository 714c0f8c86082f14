import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { must } from './support/answers.ts';
import { nextTurn } from './support/next-turn.ts';
import { castWhole, checkIn, openPolls, openVotingHand } from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { copyOf, newFolder, removeFolders } from './support/station-disk.ts';
import { openOnLan } from './support/station-http.ts';
import { mediaBelow, openTestStore } from './support/test-store.ts';

let prepared: PreparedHome;

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 4, cards: 6 });
});

afterAll(removeFolders);

const umaskBefore = process.umask();
afterEach(() => void process.umask(umaskBefore));

/** Everything in a folder that somebody else on this machine may read or change, the folder itself included. */
function openToOthers(folder: string): string[] {
  const isOpen = (path: string): boolean => (statSync(path).mode & 0o077) !== 0;
  const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return [folder, ...inside].filter(isOpen);
}

describe.each([
  ['nothing', 0],
  ['what is usual', 0o022],
] as const)('with a umask that takes away %s', (_, mask) => {
  test('store and log are the station’s own from the first moment', async () => {
    process.umask(mask);
    const folder = newFolder();
    const seen: string[][] = [];
    const store = must(
      openTestStore(folder, {
        prepare: () => seen.push(openToOthers(folder)),
        onWrite: () => seen.push(openToOthers(folder)),
      }),
    );
    store.write('paper', () =>
      store.database.prepare('INSERT INTO paper VALUES (?, ?)').run('catatan', '"x"'),
    );
    // the logs are emptied right after the answer
    await nextTurn();
    for (const medium of Object.values(mediaBelow(folder))) {
      expect(readdirSync(join(medium, 'store')).sort()).toEqual([
        'medium.json',
        'station.db',
        'station.db-wal',
      ]);
    }
    expect(seen).toEqual([[], [], [], [], []]);
    store.close();
  });

  test('a root that was copied in with open modes is closed at the start, and what a day writes stays closed', async () => {
    const home = copyOf(prepared);
    const root = home.home.station;
    for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      const path = join(root, name);
      chmodSync(path, statSync(path).isDirectory() ? 0o777 : 0o666);
    }
    chmodSync(root, 0o755);
    // planted: the detector sees them
    expect(openToOthers(root).length).toBeGreaterThan(4);
    process.umask(mask);
    const lan = await openOnLan(home);
    expect(openToOthers(root)).toEqual([]);
    const place = lan.station.pollingPlace;
    openPolls(place);
    checkIn(place, 1);
    castWhole(place, openVotingHand(prepared).vote(1));
    expect(openToOthers(root)).toEqual([]);
    await lan.station.stop();
    expect(openToOthers(root)).toEqual([]);
  });
});
