import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { explainStart } from '../apps/station/src/explain-start.ts';
import { makeDurably } from '../apps/station/src/store/durable.ts';
import { openPapers } from '../apps/station/src/store/papers.ts';
import { must, refusalOf } from './support/answers.ts';
import { nextTurn } from './support/next-turn.ts';
import { placesOfFile } from './support/open-places.ts';
import {
  abandon,
  castWhole,
  checkIn,
  MEMBER,
  openPlace,
  openPolls,
  openVotingHand,
} from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { copyOf, databasePath, logBytes, newFolder, onBothMedia, tablesOf } from './support/station-disk.ts';
import { openTestStore } from './support/test-store.ts';

const prepared = await prepareHome({ root: newFolder(), voters: 8, cards: 10, booths: 2 });

const { tryOpen, keep, shut } = placesOfFile();

/** A folder whose station ran, voted once and was switched off. */
function usedPlace(): PreparedHome {
  const home = copyOf(prepared);
  const place = openPlace(home);
  openPolls(place);
  checkIn(place, 1);
  castWhole(place, openVotingHand(prepared).vote(1));
  place.close();
  return home;
}

/** Runs the station as a village does. */
function startAsProcess(home: PreparedHome): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(import.meta.dirname, '..', 'apps/station/src/main.ts'),
      '--home',
      home.home.station,
      '--second',
      home.home.stationSecond,
      '--port',
      '0',
    ],
    { encoding: 'utf8', timeout: 60_000 },
  );
  return { status, said: `${stdout}${stderr}` };
}

describe('a folder that a station has', () => {
  test('is refused to a second one, in this process and in another, with the sentence; the first goes on', () => {
    const home = copyOf(prepared);
    const place = keep(openPlace(home));
    openPolls(place);
    const second = tryOpen(home);
    expect(second).toMatchObject({ ok: false, error: { type: 'store-in-use' } });
    const process = startAsProcess(home);
    expect(process.status).toBe(1);
    expect(process.said).toContain('Mesin TPS lain sudah memakai folder ini. Tidak ada yang berubah.');
    expect(process.said).toContain('Another station already uses this folder. Nothing was changed.');
    checkIn(place, 1);
    castWhole(place, openVotingHand(prepared).vote(1));
    shut(place);
    const next = tryOpen(home);
    expect(next.ok && next.value.board.state().poll).toMatchObject({ released: 1, casts: 1 });
  });
});

describe('a store that is not this place’s', () => {
  test.each<[string, (home: PreparedHome) => void, string, string]>([
    [
      'of an older version',
      (home) => edit(home, 'PRAGMA user_version = 1'),
      'store-of-other-version',
      'skema 1',
    ],
    [
      'of a newer version',
      (home) => edit(home, 'PRAGMA user_version = 99'),
      'store-of-other-version',
      'skema 99',
    ],
    ['of no version', (home) => edit(home, 'PRAGMA user_version = 0'), 'store-of-other-version', 'skema 0'],
    [
      'that is no database',
      (home) => writeFileSync(databasePath(home), 'bukan basis data '.repeat(1_000)),
      'store-damaged',
      'Jangan hapus apa pun',
    ],
    [
      'that was cut short',
      (home) => truncateSync(databasePath(home), Math.floor(statSync(databasePath(home)).size / 2)),
      'store-damaged',
      'Jangan hapus apa pun',
    ],
    [
      'with a slot in a state that nobody wrote',
      (home) =>
        onBothMedia(home, (path) => {
          const database = new DatabaseSync(path);
          for (const { slot, content } of database.prepare('SELECT * FROM ballot_slot').all()) {
            if (!(content instanceof Uint8Array) || content[0] !== 2) continue;
            const changed = Uint8Array.from(content, (byte, index) => (index === 0 ? 9 : byte));
            database.prepare('UPDATE ballot_slot SET content = ? WHERE slot = ?').run(changed, slot ?? null);
          }
          database.close();
        }),
      'store-damaged',
      'Jangan hapus apa pun',
    ],
    [
      'with a voter checked in in a way that nobody wrote',
      (home) => edit(home, "UPDATE voter SET check_in = '~~~' WHERE number = 1"),
      'store-damaged',
      'Jangan hapus apa pun',
    ],
    [
      'with a voter checked in at a desk that there is not',
      (home) => edit(home, "UPDATE voter SET check_in = 'AzH' WHERE number = 1"),
      'store-damaged',
      'Jangan hapus apa pun',
    ],
  ])('%s is refused, named, and left as it is', (_, damage, type, sentence) => {
    const home = usedPlace();
    damage(home);
    const before = readFileSync(databasePath(home));
    const answer = tryOpen(home);
    expect(answer).toMatchObject({ ok: false, error: { type } });
    if (!answer.ok) expect(explainStart(answer.error)).toContain(sentence);
    expect(readFileSync(databasePath(home)).equals(before)).toBe(true);
    // refusing gives the folder free: the same refusal again, not 'store-in-use'
    expect(tryOpen(home)).toMatchObject({ ok: false, error: { type } });
  });

  function edit(home: PreparedHome, sql: string): void {
    onBothMedia(home, (path) => {
      const database = new DatabaseSync(path);
      database.exec(sql);
      database.close();
    });
  }
});

describe('the store', () => {
  test('has every pragma that it needs, read back', () => {
    const store = must(openTestStore(newFolder()));
    const pragma = (name: string) => Object.values(store.database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect(
      Object.fromEntries(
        ['locking_mode', 'journal_mode', 'synchronous', 'secure_delete', 'user_version'].map((name) => [
          name,
          pragma(name),
        ]),
      ),
    ).toEqual({
      locking_mode: 'exclusive',
      journal_mode: 'wal',
      synchronous: 2,
      secure_delete: 1,
      user_version: 18,
    });
    store.close();
  });

  test('that is full says so, records nothing, and takes the next write when there is room again', () => {
    const folder = newFolder();
    const store = must(openTestStore(folder));
    const papers = openPapers(store.database);
    const durably = makeDurably(store);
    const remembered: string[] = [];
    const write = (name: string) =>
      durably(name, () => {
        papers.put(name, 'x'.repeat(40_000));
        store.afterCommit(() => remembered.push(name));
      });
    const pages = Number(Object.values(store.database.prepare('PRAGMA page_count').get() ?? {})[0]);
    store.database.exec(`PRAGMA max_page_count = ${pages + 3}`);
    expect(write('first')).toEqual({
      ok: false,
      error: { type: 'store-failed', reason: 'database or disk is full', paused: null },
    });
    expect(remembered).toEqual([]);
    expect(store.database.prepare('SELECT count(*) AS rows FROM paper').get()).toEqual({ rows: 0 });
    store.database.exec('PRAGMA max_page_count = 10000');
    must(write('second'));
    expect(remembered).toEqual(['second']);
    store.close();
  });

  test('remembers nothing outside a write, and no row that was never prepared', () => {
    const store = must(openTestStore(newFolder()));
    expect(() => store.afterCommit(() => undefined)).toThrow('outside a write');
    store.close();
    const home = copyOf(prepared);
    const place = keep(openPlace(home));
    openPolls(place);
    // a voter who is in no row: nothing to overwrite, so nothing may be acknowledged
    expect(
      refusalOf(
        place.desk.checkIn({ voter: 99, desk: 1, identity: { method: 'name-and-photo', override: null } }),
      ),
    ).toBe('voter-unknown');
  });
});

describe('a restart', () => {
  test('keeps everything and is noted with equal counters; before opening it is not', () => {
    const home = copyOf(prepared);
    openPlace(home).close();
    const place = openPlace(home);
    openPolls(place);
    const hand = openVotingHand(prepared);
    for (const voter of [1, 2, 3, 4]) checkIn(place, voter);
    castWhole(place, hand.vote(0));
    castWhole(place, hand.vote(1), 2);
    const held = hand.vote(2);
    must(place.casting.seal(1, held.text));
    const opened = hand.vote(3);
    must(place.casting.prove(2, opened.text, opened.opening));
    must(abandon(place, 1));
    const before = { state: place.board.state(), tables: tablesOf(home) };
    expect(before.state.restarts).toEqual([]);
    place.close();

    const again = keep(openPlace(home));
    expect(again.board.state()).toEqual({
      ...before.state,
      restarts: [{ at: '09:40', cause: 'clean-stop' }],
    });
    expect(again.boothCase(1)).toEqual({ booth: 1, state: 'sealing', hash: held.hash });
    const after = tablesOf(home);
    expect({ ...after, paper: [] }).toEqual({ ...before.tables, paper: [] });
    expect(again.board.minutes().record.restarts).toEqual([
      { device: 'station', at: '09:40', cause: 'clean-stop', castsBefore: 2, castsAfter: 2 },
    ]);
    must(again.casting.confirm(1, held.hash));
    expect(again.board.state().poll.casts).toBe(3);
  });

  test('planted fault: a counter that does not agree with the slots is noted as it is', () => {
    const home = usedPlace();
    onBothMedia(home, (path) => {
      const database = new DatabaseSync(path);
      database.exec("UPDATE counter SET value = x'0000000000000005' WHERE name = 'casts'");
      database.close();
    });
    const place = keep(openPlace(home));
    expect(place.board.minutes().record.restarts).toMatchObject([{ castsBefore: 5, castsAfter: 1 }]);
  });
});

describe('a day of voting', () => {
  test('inserts no row about a voter, ballot or booth, leaves the file’s size, and empties the log after every write', async () => {
    const home = copyOf(prepared);
    const logs: number[] = [];
    const filled: number[] = [];
    const place = keep(
      openPlace(home, (_, step) => {
        if (step === 'after-commit') filled.push(logBytes(home));
        if (step === 'after-checkpoint') logs.push(logBytes(home));
      }),
    );
    /** What lies in the logs of both media once the answers are on their way. */
    const atRest: number[] = [];
    const rest = async () => {
      await nextTurn();
      atRest.push(logBytes(home));
    };
    openPolls(place);
    await rest();
    const hand = openVotingHand(prepared);
    const look = () => ({
      rows: Object.fromEntries(Object.entries(tablesOf(home)).map(([name, rows]) => [name, rows.length])),
      lengths: Object.fromEntries(
        ['ballot_slot', 'booth_case', 'voter', 'counter'].map((name) => [
          name,
          tablesOf(home)[name]?.map((row) => row.length),
        ]),
      ),
      bytes: statSync(databasePath(home)).size,
    });
    const morning = look();
    for (let voter = 1; voter <= 8; voter += 1) {
      checkIn(place, voter);
      await rest();
    }
    for (let ballot = 0; ballot < 4; ballot += 1) {
      castWhole(place, hand.vote(ballot), 1 + (ballot % 2));
      await rest();
    }
    const confirmed = hand.vote(0);
    must(place.casting.seal(1, confirmed.text));
    await rest();
    must(place.casting.confirm(1, confirmed.hash));
    await rest();
    must(place.casting.finish(1, confirmed.hash, 'sah-in-box'));
    await rest();
    const spoiled = hand.vote(0);
    must(place.casting.seal(1, spoiled.text));
    must(place.casting.spoil(1, spoiled.hash));
    await rest();
    must(
      place.finishCase({
        booth: 1,
        hash: spoiled.hash,
        slip: 'batal-in-envelope',
        slipsPrinted: 6,
        answeredBy: [],
      }),
    );
    await rest();
    const opened = hand.vote(0);
    must(place.casting.prove(2, opened.text, opened.opening));
    await rest();
    expect(refusalOf(place.casting.seal(1, 'suara'))).toBe('ballot-refused');
    await rest();
    const evening = look();
    expect(evening.lengths).toEqual(morning.lengths);
    expect(evening.rows).toEqual(morning.rows);
    expect(evening.bytes).toBe(morning.bytes);
    expect(logs.length).toBeGreaterThan(30);
    // every write filled the logs, and before the next one, or within a turn, both were emptied
    expect(filled.length).toBe(logs.length);
    expect(Math.min(...filled)).toBeGreaterThan(0);
    expect(new Set(logs)).toEqual(new Set([0]));
    expect(atRest.length).toBe(20);
    expect(new Set(atRest)).toEqual(new Set([0]));
    // planted: what is inserted is seen; acts of the board are public rows
    must(abandon(place, 2));
    expect(look().rows['paper']).toBe((morning.rows['paper'] ?? 0) + 1);
    must(place.board.command('pause', [MEMBER]));
    expect(look().rows['act']).toBe((morning.rows['act'] ?? 0) + 1);
  });
});
