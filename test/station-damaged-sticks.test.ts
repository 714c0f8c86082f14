import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { takeOver } from '../apps/station/src/media/take-over.ts';
import { must } from './support/answers.ts';
import {
  aNumberTooLarge,
  callBallotsFree,
  type Damage,
  halfOfIt,
  noiseEverywhere,
  noiseInTheMiddle,
  secondSessions,
  turnRowsRound,
  withoutEnd,
} from './support/database-pages.ts';
import { placesOfFile } from './support/open-places.ts';
import {
  CHAIR,
  castWhole,
  checkIn,
  EARLY,
  MEMBER,
  MORNING_MS,
  openPlace,
  openPolls,
  openVotingHand,
} from './support/polling-place.ts';
import { group, type PreparedHome, prepareHome, random } from './support/prepared-home.ts';
import { copyOf, databasePath, newFolder, tagAnew } from './support/station-disk.ts';

const prepared = await prepareHome({ root: newFolder(), voters: 8, cards: 10, booths: 2 });
const { keep, shut, tryOpen } = placesOfFile();
const BOTH = [CHAIR, MEMBER];

/** Two casts, the polls open; and the same closed. Their media lie still. */
const openDay = copyOf(prepared);
const closedDay = (() => {
  const place = openPlace(openDay);
  openPolls(place);
  const hand = openVotingHand(openDay);
  for (const voter of [1, 2]) checkIn(place, voter);
  castWhole(place, hand.vote(0));
  castWhole(place, hand.vote(2));
  place.close();
  const closed = copyOf(openDay);
  const again = openPlace(closed);
  must(again.board.command('close', BOTH, EARLY));
  again.close();
  return closed;
})();

const stickOf = ({ home }: PreparedHome): string => join(home.stationSecond, 'store', 'station.db');

/** A spare of the same place, and what it says to the stick. */
function spareOf(home: PreparedHome) {
  const spare = newFolder();
  cpSync(join(home.home.station, 'place'), join(spare, 'place'), { recursive: true });
  const take = () =>
    takeOver({
      home: spare,
      second: home.home.stationSecond,
      group,
      now: () => MORNING_MS,
      elapsedMs: () => 0,
      random,
      confirmations: home.confirmed(BOTH),
    });
  return { spare, take, asStation: { ...home, home: { ...home.home, station: spare } } };
}

const TOKEN = 'attackers-own-token';
const SESSION = createHash('sha256').update(TOKEN).digest();

/** What nobody without the key should do to a store, and what is said of it. */
const DAMAGES: readonly (readonly [string, Damage, 'broken' | 'changed'])[] = [
  ['pages with ballots are called free', callBallotsFree, 'broken'],
  ['counters lie in the wrong order', turnRowsRound('counter'), 'broken'],
  ['devices lie in the wrong order', turnRowsRound('device'), 'broken'],
  ['a second session stands under each device’s name', secondSessions(SESSION), 'broken'],
  ['one page is noise', noiseInTheMiddle, 'broken'],
  ['every second page is noise', noiseEverywhere, 'broken'],
  ['half of it is gone', halfOfIt, 'broken'],
  ['three gigabytes follow', withoutEnd, 'changed'],
  ['a number is too large to be read', aNumberTooLarge, 'broken'],
];

describe('a stick whose store was damaged by hand or by chance', () => {
  test.each(DAMAGES)('%s: named at start, when it is put in and at a takeover', async (_, damage, fault) => {
    const home = copyOf(openDay);
    damage(stickOf(home));
    const place = keep(openPlace(home));
    expect(place.board.state()).toMatchObject({
      phase: 'paused',
      poll: { casts: 2 },
      media: { state: 'paused', medium: 'second', fault },
    });
    expect(place.devices.recognise({ name: 'board-1', token: TOKEN })).toBeUndefined();
    // it shows what happened: another stick takes its place
    expect(place.media.putInNewMedium(BOTH)).toMatchObject({
      ok: false,
      error: { type: 'medium-refused', fault },
    });
    shut(place);
    // no handle was left open: the takeover hears of the damage, and of no other station
    const { spare, take } = spareOf(home);
    expect(await take()).toMatchObject({ ok: false, error: { type: 'medium-refused', fault } });
    expect(existsSync(join(spare, 'store'))).toBe(false);
    rmSync(home.home.stationSecond, { recursive: true });
    mkdirSync(home.home.stationSecond);
    const again = keep(openPlace(home));
    must(again.media.putInNewMedium(BOTH));
    expect(again.board.state()).toMatchObject({ phase: 'open', media: { state: 'two' } });
  });

  test.each(DAMAGES.filter(([, damage]) => damage !== withoutEnd))(
    '%s, on the station’s own disk: it does not start, and says so',
    (_, damage) => {
      const home = copyOf(openDay);
      damage(databasePath(home));
      expect(tryOpen(home)).toMatchObject({ ok: false, error: { type: 'store-damaged' } });
    },
  );

  test('planted: the tag alone takes rows in the wrong order for right', () => {
    const home = copyOf(openDay);
    turnRowsRound('device')(stickOf(home));
    const tagOf = () => {
      const database = new DatabaseSync(stickOf(home));
      const tag = database.prepare('SELECT tag FROM content_tag').get()?.['tag'];
      database.close();
      return tag;
    };
    const before = tagOf();
    tagAnew(home.home, stickOf(home));
    expect(tagOf()).toEqual(before);
  });
});

test('every row of a store lies in one structure: nobody reads what the tag does not', () => {
  const database = new DatabaseSync(databasePath(openDay), { readOnly: true });
  const parts = database.prepare('SELECT type, name FROM sqlite_schema').all();
  expect(parts.map(({ type }) => type)).toEqual(parts.map(() => 'table'));
  expect(parts.length).toBeGreaterThan(8);
  database.close();
});

/** What lies where a file of the record belongs. */
const STRANGE_RECORDS: readonly (readonly [string, (stick: string) => void])[] = [
  [
    'three gigabytes',
    (stick) => {
      mkdirSync(join(stick, 'count'), { recursive: true });
      writeFileSync(join(stick, 'count', 'sealed.bel'), '');
      truncateSync(join(stick, 'count', 'sealed.bel'), 3_000_000_000);
    },
  ],
  ['something else', (stick) => writeFileSync(join(stick, 'count', 'sealed.bel'), 'something else')],
];

const FOLDERS_FOR_FILES = [
  'count/sealed.bel',
  'count/.sealed.bel.part',
  'store/station.db-wal',
  'store/medium.json',
] as const;

describe('what lies on a stick where a file of the record belongs', () => {
  test.each(STRANGE_RECORDS)('%s: the station goes on, and puts its own in its place', (_, put) => {
    for (const day of [openDay, closedDay]) {
      const home = copyOf(day);
      put(home.home.stationSecond);
      const place = keep(openPlace(home));
      expect(place.board.state().media).toMatchObject({ state: 'two' });
      if (day === openDay) must(place.board.command('close', BOTH, EARLY));
      const sealed = must(place.counting.read('sealed.bel') ?? { ok: false, error: 'none' });
      expect(readFileSync(join(home.home.stationSecond, 'count', 'sealed.bel')).equals(sealed)).toBe(true);
      shut(place);
    }
  });

  test.each(STRANGE_RECORDS)('%s: a spare takes over, and makes the record again', async (_, put) => {
    const home = copyOf(closedDay);
    const written = readFileSync(join(home.home.station, 'count', 'sealed.bel'));
    put(home.home.stationSecond);
    const { take, asStation } = spareOf(home);
    expect(must(await take())).toEqual({ epoch: 2 });
    const place = keep(openPlace(asStation));
    expect(place.board.state()).toMatchObject({ phase: 'closed', media: { state: 'two' } });
    expect(must(place.counting.read('sealed.bel') ?? { ok: false, error: 'none' }).equals(written)).toBe(
      true,
    );
  });

  test.each(FOLDERS_FOR_FILES)('a folder, %s: paused, not filled, not taken over from', async (name) => {
    const home = copyOf(openDay);
    const path = join(home.home.stationSecond, name);
    rmSync(path, { force: true });
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'x'), '');
    const place = keep(openPlace(home));
    expect(place.board.state().media).toMatchObject({ state: 'paused', medium: 'second', fault: 'changed' });
    expect(place.media.putInNewMedium(BOTH)).toMatchObject({
      ok: false,
      error: { type: 'medium-refused', fault: 'changed' },
    });
    shut(place);
    const { spare, take } = spareOf(home);
    expect(await take()).toMatchObject({ ok: false, error: { type: 'medium-refused', fault: 'changed' } });
    expect(existsSync(join(spare, 'store'))).toBe(false);
  });
});

describe('a takeover that ends half-way', () => {
  test.each([
    ['before the store is there', '.station.db.part'],
    ['after it', '.medium.json.part'],
  ])(
    'because the spare’s own disk fails %s: leaves no store there, and can be done again',
    async (_, name) => {
      const home = copyOf(openDay);
      const { spare, take, asStation } = spareOf(home);
      // what lies in the way of the spare's new store
      const inTheWay = join(spare, 'store', name);
      mkdirSync(inTheWay, { recursive: true });
      expect(await take()).toMatchObject({ ok: false, error: { type: 'store-damaged' } });
      expect(existsSync(join(spare, 'store', 'station.db'))).toBe(false);
      // the stick has the new epoch: the old station does not go on with it
      expect(tryOpen(home)).toEqual({ ok: false, error: { type: 'media-refused', verdict: 'taken-over' } });
      rmSync(inTheWay, { recursive: true });
      expect(must(await take())).toEqual({ epoch: 3 });
      expect(keep(openPlace(asStation)).board.state()).toMatchObject({
        phase: 'open',
        poll: { casts: 2 },
        media: { state: 'two', media: [4, 2] },
      });
    },
  );
});
