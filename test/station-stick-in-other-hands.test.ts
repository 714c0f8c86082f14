import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { openSpare } from '../apps/station/src/media/take-over.ts';
import { must, refusalOf } from './support/answers.ts';
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
import { group, type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { copyOf, newFolder, tablesOf, tagAnew } from './support/station-disk.ts';

const prepared = await prepareHome({ root: newFolder(), voters: 8, cards: 10, booths: 2 });
const { keep, tryOpen } = placesOfFile();
const BOTH = [CHAIR, MEMBER];

/** A day that is over: two casts, a void card, closed. Its media lie still. */
const closedDay = copyOf(prepared);
{
  const place = openPlace(closedDay);
  openPolls(place);
  const hand = openVotingHand(closedDay);
  for (const voter of [1, 2, 3]) checkIn(place, voter);
  castWhole(place, hand.vote(0));
  castWhole(place, hand.vote(2), 2);
  const spoiled = hand.vote(1);
  must(place.casting.seal(1, spoiled.text));
  must(place.casting.spoil(1, spoiled.hash));
  must(place.casting.finish(1, spoiled.hash, 'batal-in-envelope'));
  must(place.abandonments.close({ abandonedBefore: 0, count: 1, confirmedBy: [CHAIR] }));
  must(place.board.command('close', BOTH, EARLY));
  place.close();
}

const stickOf = ({ home }: PreparedHome): string => join(home.stationSecond, 'store', 'station.db');

function edit(path: string, change: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(path);
  change(database);
  database.close();
}

/** As the station does with every write: so that the stick looks one write ahead, as after a power cut. */
const ONE_WRITE_MORE = (database: DatabaseSync): void => {
  const value = database.prepare('SELECT value FROM write_count').get()?.['value'];
  const next = Buffer.from(value instanceof Uint8Array ? value : []);
  next.writeBigUInt64BE(next.readBigUInt64BE() + 1n);
  database.prepare('UPDATE write_count SET value = ?').run(next);
};

const CHANGES: readonly (readonly [string, string])[] = [
  ['the closing is taken back', 'DELETE FROM act WHERE sequence = (SELECT max(sequence) FROM act)'],
  ['who came has not come', "UPDATE voter SET check_in = '---' WHERE number = 1"],
  [
    'a void ballot is cast',
    "UPDATE ballot_slot SET content = CAST(x'02' || substr(content, 2) AS BLOB) WHERE hex(substr(content, 1, 1)) = '03'",
  ],
  ['a strange session is the board’s', "UPDATE device SET session = randomblob(32) WHERE name = 'board-1'"],
  [
    'wrong PINs are of another number',
    "UPDATE counter SET value = x'0000000000000005' WHERE name LIKE '%pin%'",
  ],
];

const TRIGGER = `
  CREATE TRIGGER who_came AFTER UPDATE ON voter BEGIN
    INSERT INTO paper VALUES ('came-' || NEW.number, strftime('%H:%M:%f')) ON CONFLICT DO NOTHING;
  END`;

describe('whoever has the stick and no laptop', () => {
  test.each(CHANGES)('changes nothing of the day: %s', (_, sql) => {
    const home = copyOf(closedDay);
    const before = tablesOf(home);
    edit(stickOf(home), (database) => {
      database.exec(sql);
      ONE_WRITE_MORE(database);
    });
    const place = keep(openPlace(home));
    expect(place.board.state().media).toMatchObject({ state: 'paused', medium: 'second', fault: 'changed' });
    expect(place.phase()).toBe('closed');
    expect(tablesOf(home)).toEqual(before);
    // the stick stays as it is, to be looked at; another one takes its place
    expect(refusalOf(place.media.putInNewMedium(BOTH))).toBe('medium-refused');
    rmSync(home.home.stationSecond, { recursive: true });
    mkdirSync(home.home.stationSecond);
    must(place.media.putInNewMedium(BOTH));
    expect(place.board.state().media.state).toBe('two');
  });

  test.each(CHANGES)('no spare takes over from it: %s', (_, sql) => {
    const home = copyOf(closedDay);
    edit(stickOf(home), (database) => database.exec(sql));
    expect(spareOn(home)).toBe('medium-refused');
  });

  test('planted: with the laptop’s key the change passes for the write before a power cut', () => {
    const home = copyOf(closedDay);
    edit(stickOf(home), (database) => {
      database.exec(CHANGES[0]?.[1] ?? '');
      ONE_WRITE_MORE(database);
    });
    tagAnew(home.home, stickOf(home));
    expect(keep(openPlace(home)).phase()).toBe('open');
  });

  test('a trigger that would write down who came, beside which ballot, never runs', () => {
    for (const [path, expected] of [
      [stickOf, 'paused'],
      [({ home }: PreparedHome) => join(home.station, 'store', 'station.db'), 'store-damaged'],
    ] as const) {
      const home = copyOf(prepared);
      const place = openPlace(home);
      openPolls(place);
      place.close();
      edit(path(home), (database) => database.exec(TRIGGER));
      const opened = tryOpen(home);
      if (expected === 'paused') {
        expect(opened.ok && opened.value.board.state().media.state).toBe('paused');
        expect(spareOn(home)).not.toBe('opened');
      } else expect(opened).toMatchObject({ ok: false, error: { type: expected } });
    }
  });
});

/** What a spare of the same place says to the stick. */
function spareOn(home: PreparedHome): string {
  const spare = newFolder();
  cpSync(join(home.home.station, 'place'), join(spare, 'place'), { recursive: true });
  // of a copy: the stick may be in the station still
  const second = newFolder();
  cpSync(home.home.stationSecond, second, { recursive: true });
  const opened = openSpare({ home: spare, second, group, now: () => MORNING_MS, elapsedMs: () => 0 });
  if (!opened.ok) return opened.error.type;
  opened.value.close();
  return 'opened';
}
