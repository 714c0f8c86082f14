import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { contentHash } from '../apps/station/src/store/database-content.ts';
import type { WriteStep } from '../apps/station/src/store/station-store.ts';
import { must, refusalOf } from './support/answers.ts';
import { closePolls, countAndSeal } from './support/day-end.ts';
import { placesOfFile } from './support/open-places.ts';
import {
  CHAIR,
  castWhole,
  checkIn,
  MEMBER,
  openPlace,
  openPolls,
  openVotingHand,
} from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { copyOf, newFolder, tagAnew } from './support/station-disk.ts';
import { openTestStore } from './support/test-store.ts';

const prepared = await prepareHome({ root: newFolder(), voters: 8, cards: 10, booths: 2 });
const { keep, shut, tryOpen } = placesOfFile();

const databaseOf = (root: string): string => join(root, 'store', 'station.db');
const BOTH = [CHAIR, MEMBER];

/** Content of a medium as it lies there, whoever has it open. */
function contentOf(root: string): string {
  const copy = join(newFolder(), 'copy.db');
  cpSync(databaseOf(root), copy);
  if (readdirSync(join(root, 'store')).includes('station.db-wal')) {
    cpSync(`${databaseOf(root)}-wal`, `${copy}-wal`);
  }
  const database = new DatabaseSync(copy);
  const hash = contentHash(database);
  database.close();
  return hash;
}

const agree = ({ home }: PreparedHome): boolean => contentOf(home.station) === contentOf(home.stationSecond);

/** Open, one vote cast. */
function openDay(home: PreparedHome, onWrite?: Parameters<typeof openPlace>[1]): PollingPlace {
  const place = keep(openPlace(home, onWrite));
  openPolls(place);
  checkIn(place, 1);
  castWhole(place, openVotingHand(home).vote(1));
  return place;
}

/** The cards that are left when `openDay` took one. */
const nextHand = (home: PreparedHome) => openVotingHand({ ...home, codes: home.codes.slice(0, -1) });

/** What lies in the way of a medium's log: the next write of it fails as on a medium that takes none. */
function failing(step: WriteStep) {
  const medium: { fails: boolean } = { fails: false };
  const hook = (_: string, at: WriteStep): void => {
    if (medium.fails && at === step) {
      throw Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 10 });
    }
  };
  return { medium, hook };
}

describe('both media', () => {
  test('hold the same after every write of a day, and the same files at its end', async () => {
    const home = copyOf(prepared);
    let disagreements = 0;
    let writes = 0;
    const place = openDay(home, (_, step) => {
      if (step !== 'after-checkpoint') return;
      writes += 1;
      if (!agree(home)) disagreements += 1;
    });
    const hand = nextHand(home);
    for (const voter of [2, 3]) checkIn(place, voter);
    castWhole(place, hand.vote(2), 2);
    const proved = hand.vote(0);
    must(place.casting.prove(1, proved.text, proved.opening));
    castWhole(place, hand.vote(0));
    closePolls(place);
    await countAndSeal(home, place);
    expect(writes).toBeGreaterThan(20);
    expect(disagreements).toBe(0);
    const files = ['record.bel', 'result.json', 'sealed.bel', 'void.json'];
    for (const name of files) {
      const [one, other] = [home.home.station, home.home.stationSecond].map((root) =>
        readFileSync(join(root, 'count', name)),
      );
      expect(one?.equals(other ?? Buffer.alloc(0)), name).toBe(true);
    }
    // planted: a file that is lost on the first medium comes back from the second, and the other way round
    for (const root of [home.home.station, home.home.stationSecond]) {
      rmSync(join(root, 'count', 'record.bel'));
      must(place.counting.read('record.bel') ?? { ok: false, error: 'none' });
      expect(readdirSync(join(root, 'count')).sort()).toEqual(files);
    }
    // nothing but store and record lies on them, and no file of a write that is over
    expect(readdirSync(join(home.home.stationSecond, 'store')).sort()).toEqual([
      'medium.json',
      'station.db',
      'station.db-wal',
    ]);
  });

  test('say which medium of which election and place they are', () => {
    const home = copyOf(prepared);
    const place = keep(openPlace(home));
    const identities = [home.home.station, home.home.stationSecond].map((root) =>
      JSON.parse(readFileSync(join(root, 'store', 'medium.json'), 'utf8')),
    );
    const { election, definition } = place.place;
    expect(identities).toEqual(
      [1, 2].map((number) => ({
        format: 'bilik/v1/medium',
        electionFingerprint: election.fingerprint,
        pollingPlace: definition.pollingPlace.id,
        number,
      })),
    );
    expect(place.board.state().media).toEqual({
      state: 'two',
      media: [1, 2],
      isSlow: false,
      shareDevice: true,
    });
  });
});

describe('the first medium fails after the second took a write', () => {
  test('nobody is told, voting pauses, and the write is finished when the medium works again', () => {
    const home = copyOf(prepared);
    const { medium, hook } = failing('between-commits');
    const place = openDay(home, hook);
    checkIn(place, 2);
    const ballot = nextHand(home).vote(2);
    must(place.casting.seal(1, ballot.text));
    const before = JSON.stringify(place.board.state().poll);
    medium.fails = true;
    const doubt = {
      type: 'store-in-doubt',
      reason: 'disk I/O error',
      paused: { medium: 'first', fault: 'broken' },
    };
    expect(place.casting.confirm(1, ballot.hash)).toEqual({ ok: false, error: doubt });
    expect(place.phase()).toBe('paused');
    expect(place.board.state()).toMatchObject({
      commands: [],
      media: { state: 'paused', medium: 'first', fault: 'broken' },
    });
    expect(JSON.stringify({ ...place.board.state().poll, phase: 'open' })).toBe(before);
    medium.fails = false;
    // what is asked for now was decided before: it finishes what was begun, and is asked for again
    expect(place.casting.confirm(1, ballot.hash)).toEqual({ ok: false, error: doubt });
    // and hears that it is cast: once
    expect(place.casting.confirm(1, ballot.hash)).toEqual({
      ok: true,
      value: { hash: ballot.hash, state: 'cast' },
    });
    expect(place.phase()).toBe('open');
    expect(place.board.state().poll.casts).toBe(2);
    expect(agree(home)).toBe(true);
  });

  test('a station that dies there brings its first medium up at the next start: the case is as its paper', () => {
    const home = copyOf(prepared);
    const { medium, hook } = failing('between-commits');
    const place = openDay(home, hook);
    checkIn(place, 2);
    const ballot = nextHand(home).vote(2);
    must(place.casting.seal(1, ballot.text));
    medium.fails = true;
    expect(refusalOf(place.casting.confirm(1, ballot.hash))).toBe('store-in-doubt');
    const died = copyOf(home);
    expect(agree(died)).toBe(false);
    const again = keep(openPlace(died));
    expect(again.boothCase(1)).toEqual({ booth: 1, state: 'cast', hash: ballot.hash });
    expect(again.board.state()).toMatchObject({ poll: { casts: 2 }, media: { state: 'two' } });
    expect(agree(died)).toBe(true);
  });
});

describe('a pair that no crash can leave', () => {
  /** A day whose media were both copied away after its first vote. */
  function copied() {
    const home = copyOf(prepared);
    shut(openDay(home));
    const early = newFolder();
    cpSync(home.home.station, join(early, 'first'), { recursive: true });
    cpSync(home.home.stationSecond, join(early, 'second'), { recursive: true });
    const place = openPlace(home);
    checkIn(place, 2);
    castWhole(place, nextHand(home).vote(2));
    place.close();
    const putBack = (medium: 'first' | 'second'): void => {
      const root = medium === 'first' ? home.home.station : home.home.stationSecond;
      rmSync(root, { recursive: true });
      cpSync(join(early, medium), root, { recursive: true });
    };
    return { home, putBack };
  }

  test('an older first medium does not start', () => {
    const { home, putBack } = copied();
    putBack('first');
    expect(tryOpen(home)).toEqual({ ok: false, error: { type: 'media-refused', verdict: 'first-older' } });
  });

  test('an older second one lets the place open, paused, and two people fill it', () => {
    const { home, putBack } = copied();
    putBack('second');
    const place = keep(openPlace(home));
    expect(place.phase()).toBe('paused');
    expect(place.board.state().media).toMatchObject({
      state: 'paused',
      medium: 'second',
      fault: 'older-copy',
    });
  });

  test('a change on one medium alone is found', () => {
    const { home } = copied();
    const database = new DatabaseSync(databaseOf(home.home.stationSecond));
    database.exec(
      'UPDATE voter SET check_in = (SELECT check_in FROM voter WHERE number = 1) WHERE number = 7',
    );
    database.close();
    // by whoever has the stick: it is not believed, and the station goes on without it until two people put in another
    const place = keep(openPlace(home));
    expect(place.board.state().media).toMatchObject({ state: 'paused', medium: 'second', fault: 'changed' });
    place.close();
    // by whoever has a laptop of this place too: one of the two media lies, and nobody here can say which
    tagAnew(home.home, databaseOf(home.home.stationSecond));
    expect(tryOpen(home)).toEqual({ ok: false, error: { type: 'media-refused', verdict: 'media-disagree' } });
  });

  test('an empty first medium beside a full second one is never prepared anew', () => {
    const { home } = copied();
    rmSync(join(home.home.station, 'store'), { recursive: true });
    expect(tryOpen(home)).toEqual({ ok: false, error: { type: 'media-refused', verdict: 'first-empty' } });
    expect(readdirSync(home.home.station)).not.toContain('store');
  });
});

describe('a second medium that fails while the station runs', () => {
  const faults: readonly (readonly [string, (root: string) => void, string])[] = [
    ['pulled', (root) => renameSync(root, `${root}-pulled`), 'pulled'],
    [
      'swapped',
      (root) => {
        renameSync(root, `${root}-pulled`);
        mkdirSync(join(root, 'store'), { recursive: true });
        writeFileSync(databaseOf(root), 'something else');
      },
      'changed',
    ],
  ];

  test.each(faults)(
    '%s: nothing of the write is recorded, voting pauses by itself and says why',
    (_, act, fault) => {
      const home = copyOf(prepared);
      const place = openDay(home);
      checkIn(place, 2);
      const ballot = nextHand(home).vote(2);
      must(place.casting.seal(1, ballot.text));
      const before = contentOf(home.home.station);
      act(home.home.stationSecond);
      expect(place.casting.confirm(1, ballot.hash)).toMatchObject({
        ok: false,
        error: { type: 'store-failed', paused: { medium: 'second', fault } },
      });
      expect(contentOf(home.home.station)).toBe(before);
      expect(place.phase()).toBe('paused');
      expect(place.board.state().media).toMatchObject({ state: 'paused', medium: 'second', fault });
      expect(
        refusalOf(
          place.desk.checkIn({ voter: 3, desk: 1, identity: { method: 'name-and-photo', override: null } }),
        ),
      ).toBe('polls-not-open');
      expect(refusalOf(place.board.command('pause', BOTH))).not.toBe('accepted');
    },
  );
});

describe('two people put in a new medium', () => {
  const pulledOf = ({ home }: PreparedHome): string => `${home.stationSecond}-pulled`;

  /** Open, one vote cast, then the stick is pulled. */
  function pulled() {
    const home = copyOf(prepared);
    const place = openDay(home);
    renameSync(home.home.stationSecond, pulledOf(home));
    place.lookAtMedia();
    expect(place.phase()).toBe('paused');
    return { home, place };
  }

  test('which is filled, read back, and given the next number and a higher epoch; voting goes on by itself', () => {
    const { home, place } = pulled();
    expect(refusalOf(place.media.putInNewMedium(BOTH))).toBe('medium-refused');
    mkdirSync(home.home.stationSecond);
    expect(refusalOf(place.media.putInNewMedium([CHAIR]))).toBe('phase-refused');
    expect(refusalOf(place.media.putInNewMedium([CHAIR, CHAIR]))).toBe('same-person-twice');
    must(place.media.putInNewMedium(BOTH));
    expect(place.phase()).toBe('open');
    const { media, epochs } = place.board.state();
    expect(media).toMatchObject({ state: 'two', media: [1, 3] });
    expect(epochs.at(-1)).toEqual({ cause: 'new-medium', media: [1, 3], at: '09:40', confirmedBy: BOTH });
    expect(place.standing().epoch).toBe(epochs.length);
    expect(agree(home)).toBe(true);
    checkIn(place, 2);
    castWhole(place, nextHand(home).vote(2));
    expect(agree(home)).toBe(true);
    expect(refusalOf(place.media.putInNewMedium(BOTH))).toBe('medium-not-missing');
    shut(place);
    expect(keep(openPlace(home)).board.state()).toMatchObject({
      poll: { casts: 2 },
      media: { state: 'two' },
    });
  });

  test('the pulled one, found again later, is an older copy; filled anew it is another medium', () => {
    const { home, place } = pulled();
    mkdirSync(home.home.stationSecond);
    must(place.media.putInNewMedium(BOTH));
    shut(place);
    rmSync(home.home.stationSecond, { recursive: true });
    renameSync(pulledOf(home), home.home.stationSecond);
    const again = keep(openPlace(home));
    expect(again.board.state()).toMatchObject({
      restarts: [{ at: '09:40' }],
      media: { state: 'paused', medium: 'second', fault: 'older-copy' },
    });
    must(again.media.putInNewMedium(BOTH));
    expect(again.board.state()).toMatchObject({
      restarts: [{ at: '09:40' }],
      media: { state: 'two', media: [1, 4] },
    });
    // the restart that no medium took is in the minutes now
    expect(again.board.minutes().record.restarts).toHaveLength(1);
    expect(agree(home)).toBe(true);
  });

  test('one of another place is named and left as it is', async () => {
    const { home, place } = pulled();
    const other = await prepareHome({ root: newFolder(), voters: 4, cards: 6 });
    shut(keep(openPlace(other)));
    cpSync(other.home.stationSecond, home.home.stationSecond, { recursive: true });
    const before = readFileSync(databaseOf(home.home.stationSecond));
    expect(place.media.putInNewMedium(BOTH)).toMatchObject({
      ok: false,
      error: {
        type: 'medium-refused',
        fault: 'foreign',
        foreignPlace: place.place.definition.pollingPlace.id,
      },
    });
    expect(readFileSync(databaseOf(home.home.stationSecond)).equals(before)).toBe(true);
    expect(place.phase()).toBe('paused');
  });

  test('going on with one is minuted with its minute, and a new medium may still come', () => {
    const { home, place } = pulled();
    expect(refusalOf(place.media.continueOnOneMedium([MEMBER, 'anggota-2']))).toBe('phase-refused');
    must(place.media.continueOnOneMedium(BOTH));
    expect(place.phase()).toBe('open');
    checkIn(place, 2);
    castWhole(place, nextHand(home).vote(2));
    expect(place.board.minutes().record.singleMediumSince).toBe('09:40');
    shut(place);
    renameSync(pulledOf(home), home.home.stationSecond);
    // the medium that was left behind is not looked at: it misses a vote
    const again = keep(openPlace(home));
    expect(again.board.state()).toMatchObject({
      poll: { casts: 2 },
      media: { state: 'one', since: '09:40' },
    });
    expect(again.phase()).toBe('open');
    must(again.media.putInNewMedium(BOTH));
    expect(again.board.state().epochs.map(({ cause }) => cause)).toEqual([
      'prepared',
      'one-medium',
      'new-medium',
    ]);
    expect(agree(home)).toBe(true);
  });
});

test('a second medium whose writes take longer than a second is named slow, and still takes them', () => {
  let nowMs = 0;
  let changes = 0;
  const store = must(
    openTestStore(newFolder(), {
      elapsedMs: () => {
        nowMs += 600;
        return nowMs;
      },
      onMediaChange: () => {
        changes += 1;
      },
    }),
  );
  const write = () =>
    store.write('paper', () =>
      store.database.prepare('INSERT OR REPLACE INTO paper VALUES (?, ?)').run('a', '1'),
    );
  write();
  expect(store.media()).toMatchObject({ state: 'two', isSlow: false });
  nowMs = 0;
  const slow = must(
    openTestStore(newFolder(), {
      elapsedMs: () => {
        nowMs += 1_200;
        return nowMs;
      },
      onMediaChange: () => {
        changes += 1;
      },
    }),
  );
  slow.write('paper', () => slow.database.prepare('INSERT INTO paper VALUES (?, ?)').run('a', '1'));
  expect(slow.media()).toMatchObject({ state: 'two', isSlow: true });
  expect(changes).toBe(1);
  store.close();
  slow.close();
});
