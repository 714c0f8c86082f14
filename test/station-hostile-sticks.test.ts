import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDeliveries } from '../apps/cli/src/receive/deliveries.ts';
import { takeFolder } from '../apps/cli/src/receive/take-folder.ts';
import { takeOver } from '../apps/station/src/media/take-over.ts';
import { probeMedium } from '../apps/station/src/self-test/machine-readings.ts';
import { writeWholeFile } from '../apps/station/src/store/whole-file.ts';
import { placesOfFile } from './support/open-places.ts';
import {
  CHAIR,
  castWhole,
  checkIn,
  MEMBER,
  MORNING_MS,
  openPlace,
  openPolls,
  openVotingHand,
} from './support/polling-place.ts';
import { group, type PreparedHome, prepareHome, random } from './support/prepared-home.ts';
import { copyOf, newFolder } from './support/station-disk.ts';

const prepared = await prepareHome({ root: newFolder(), voters: 4, cards: 6 });
const { keep } = placesOfFile();

/** A day with one cast; the station is switched off, both media lie there. */
function switchedOff(): PreparedHome {
  const home = copyOf(prepared);
  const place = openPlace(home);
  openPolls(place);
  checkIn(place, 1);
  castWhole(place, openVotingHand(home).vote(1));
  place.close();
  return home;
}

const databaseOf = (root: string): string => join(root, 'store', 'station.db');

/** Each makes something of a stick that no station made; what a link leads to is the station's own disk. */
const TRICKS: readonly (readonly [string, (stick: string, own: string) => void])[] = [
  [
    'its store is a link to the station’s own',
    (stick, own) => {
      rmSync(join(stick, 'store'), { recursive: true });
      symlinkSync(join(own, 'store'), join(stick, 'store'));
    },
  ],
  [
    'its database is a link to the station’s own',
    (stick, own) => {
      rmSync(databaseOf(stick));
      symlinkSync(databaseOf(own), databaseOf(stick));
    },
  ],
  [
    'its folder of the record is a link to the station’s place',
    (stick, own) => {
      rmSync(join(stick, 'count'), { recursive: true, force: true });
      symlinkSync(join(own, 'place'), join(stick, 'count'));
    },
  ],
  [
    'a file being written is a link to the station’s keys',
    (stick, own) => {
      mkdirSync(join(stick, 'count'), { recursive: true });
      symlinkSync(join(own, 'place', 'secrets.json'), join(stick, 'count', '.sealed.bel.part'));
    },
  ],
  [
    'what it says of itself is a pipe that nobody writes to',
    (stick) => {
      rmSync(join(stick, 'store', 'medium.json'));
      execFileSync('mkfifo', [join(stick, 'store', 'medium.json')]);
    },
  ],
];

/** Every file of the station's own disk, but the marks of who has it open. */
function ownFiles(own: string): Record<string, string> {
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
    );
  const still = walk(join(own, 'place'));
  return Object.fromEntries(still.map((path) => [path, readFileSync(path).toString('base64')]));
}

describe('a second medium that somebody prepared (attack I10)', () => {
  test.each(TRICKS)(
    '%s: it is not used, not filled, not taken over from, and nothing of the station’s disk is touched',
    async (_what, trick) => {
      const home = switchedOff();
      trick(home.home.stationSecond, home.home.station);
      const before = ownFiles(home.home.station);
      const place = keep(openPlace(home));
      expect(place.board.state().media).toMatchObject({ state: 'paused', fault: 'changed' });
      // two people want to fill it: it is refused, and the polls stay paused
      expect(place.media.putInNewMedium([CHAIR, MEMBER])).toMatchObject({
        ok: false,
        error: { type: 'medium-refused', fault: 'changed' },
      });
      expect(place.phase()).toBe('paused');
      expect(place.board.state().poll.casts).toBe(1);
      place.close();
      expect(ownFiles(home.home.station)).toEqual(before);
      const spare = newFolder();
      cpSync(join(home.home.station, 'place'), join(spare, 'place'), { recursive: true });
      const taken = await takeOver({
        home: spare,
        second: home.home.stationSecond,
        group,
        now: () => MORNING_MS,
        elapsedMs: () => 0,
        random,
        confirmations: home.confirmed([CHAIR, MEMBER]),
      });
      expect(taken).toMatchObject({ ok: false, error: { type: 'medium-refused', fault: 'changed' } });
      // the right stick is back: nothing was lost
      const fresh = newFolder();
      renameSync(home.home.stationSecond, join(fresh, 'hostile'));
      mkdirSync(home.home.stationSecond);
      const again = keep(openPlace(home));
      expect(again.media.putInNewMedium([CHAIR, MEMBER])).toMatchObject({ ok: true });
      expect(again.board.state()).toMatchObject({ phase: 'open', poll: { casts: 1 } });
    },
  );

  test('a description of itself without end is not read', () => {
    const home = switchedOff();
    truncateSync(join(home.home.stationSecond, 'store', 'medium.json'), 3_000_000_000);
    expect(keep(openPlace(home)).board.state().media).toMatchObject({ state: 'paused', fault: 'missing' });
  });

  test('what is written onto it never goes where a link leads: probe and record files; a plain rest is written over', () => {
    const [stick, own] = [newFolder(), newFolder()];
    const target = join(own, 'kept');
    writeFileSync(target, 'kept');
    for (const name of ['.self-test.part', '.record.bel.part']) symlinkSync(target, join(stick, name));
    expect(probeMedium(stick)).toMatchObject({ state: 'failed' });
    expect(() => writeWholeFile(join(stick, 'record.bel'), 'record')).toThrow();
    expect(readFileSync(target, 'utf8')).toBe('kept');
    // links went with what was not written; from now on it works, over a plain rest too
    writeFileSync(join(stick, '.record.bel.part'), 'the rest of a write that a power cut ended');
    writeWholeFile(join(stick, 'record.bel'), 'record');
    expect(readFileSync(join(stick, 'record.bel'), 'utf8')).toBe('record');
    expect(probeMedium(stick)).toMatchObject({ state: 'written' });
    expect(readdirSync(stick)).toEqual(['record.bel']);
  });
});

describe('a stick for `bilik receive` (attack I10)', () => {
  const receive = async (prepare: (stick: string) => void) => {
    const [stick, home] = [newFolder(), newFolder()];
    prepare(stick);
    const told: string[] = [];
    const deliveries = openDeliveries({ home, expected: new Map(), receiverKey: '', now: () => 0 });
    const code = await takeFolder(deliveries, stick, { asJson: false, tell: (text) => told.push(text) });
    return { code, told: told.join(), kept: readdirSync(join(home, 'staging')) };
  };
  const MANIFEST = 'manifest.json';

  test.each<[string, (stick: string) => void, RegExp]>([
    ['nothing on it', () => undefined, /no plain file/],
    [
      'a manifest that is a link',
      (stick) => symlinkSync('/etc/passwd', join(stick, MANIFEST)),
      /no plain file/,
    ],
    ['a manifest without end', (stick) => symlinkSync('/dev/zero', join(stick, MANIFEST)), /no plain file/],
    [
      'a manifest that is a pipe',
      (stick) => void execFileSync('mkfifo', [join(stick, MANIFEST)]),
      /no plain file/,
    ],
    ['a manifest that is a folder', (stick) => mkdirSync(join(stick, MANIFEST)), /no plain file/],
    [
      'a manifest of three gigabytes',
      (stick) => {
        writeFileSync(join(stick, MANIFEST), '');
        truncateSync(join(stick, MANIFEST), 3_000_000_000);
      },
      /no plain file/,
    ],
    ['a manifest that is none', (stick) => writeFileSync(join(stick, MANIFEST), '{}'), /delivery-malformed/],
  ])('%s: refused at once, nothing is kept', async (_what, prepare, sentence) => {
    const { code, told, kept } = await receive(prepare);
    expect([code, kept]).toEqual([1, []]);
    expect(told).toMatch(sentence);
    expect(told).not.toContain('root:');
  });
});
