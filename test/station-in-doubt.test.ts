import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Station } from '../apps/station/src/station-server.ts';
import { pairDevices, type Session } from './support/paired-devices.ts';
import { CHAIR, checkIn, MEMBER, openPolls } from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { copyOf, counterOf, newFolder, removeFolders, tablesOf } from './support/station-disk.ts';
import { startTestStation } from './support/station-http.ts';
import { openTestedBooth, type TestedBooth } from './support/tested-booths.ts';

let prepared: PreparedHome;

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 6, cards: 8, booths: 1 });
});
afterAll(removeFolders);

/** A station with one booth, whose own medium refuses one commit of a named write that the stick took. */
let home: PreparedHome;
let station: Station;
let booth: TestedBooth;
let sessions: ReadonlyMap<string, Session>;
let fails: string | undefined;

beforeEach(async () => {
  home = copyOf(prepared);
  fails = undefined;
  const broken: string[] = [];
  station = await startTestStation(home, {
    onBroken: (error, route) => broken.push(`${route}: ${error.message}`),
    onWrite(write, step) {
      if (step !== 'between-commits' || write !== fails) return;
      fails = undefined;
      throw Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 10 });
    },
  });
  openPolls(station.pollingPlace);
  for (const voter of [1, 2, 3]) checkIn(station.pollingPlace, voter);
  sessions = await pairDevices(home, station.pollingPlace);
  booth = await openTestedBooth(home, 1, station.url, (error) => broken.push(`booth: ${error.message}`));
  return async () => {
    await booth.stop();
    await station.stop();
    expect(broken).toEqual([]);
  };
});

const code = (place: number): string => home.codes.at(-place) ?? '';

async function tellStation(device: string, path: string, body: unknown) {
  const response = await fetch(new URL(path, station.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...sessions.get(device) },
    body: JSON.stringify(body),
  });
  const { ok, error } = (await response.json()) as { ok: boolean; error?: { type: string } };
  return ok ? 'accepted' : (error?.type ?? 'refused');
}

describe('one commit of the station’s own medium fails after the stick took the write', () => {
  test.each(['seal', 'confirm', 'finish'])(
    '%s: the booth asks until it knows, and the vote counts once',
    async (write) => {
      fails = write;
      expect(await booth.cast(code(1), [1])).toMatch(/^[0-9a-f]{64}$/);
      expect(fails).toBeUndefined();
      expect(booth.booth.booth.state()).toEqual({ name: 'idle' });
      expect(station.pollingPlace.boothCase(1)?.state ?? 'idle').toBe('idle');
      expect(station.pollingPlace.board.state().poll).toMatchObject({ casts: 1, openCases: 0 });
      const tables = tablesOf(home);
      for (const counter of ['casts', 'slips-sah']) expect(counterOf(tables, counter), counter).toBe(1);
      // one tracker slip, one slip with its SAH
      expect(booth.slips.length).toBe(2);
      // nothing of it hinders the next voter
      expect(await booth.cast(code(2), [0])).toMatch(/^[0-9a-f]{64}$/);
    },
  );

  test('close, pressed twice: closed once, and the station starts again', async () => {
    for (const place of [1, 2, 3]) await booth.cast(code(place), [1]);
    const close = {
      command: 'close',
      confirmations: home.confirmed([CHAIR, MEMBER]),
      reason: 'Semua pemilih dalam daftar sudah memilih.',
    };
    fails = 'sealed-record';
    expect(await tellStation('board-1', '/api/board/command', close)).toBe('store-in-doubt');
    expect(await tellStation('board-1', '/api/board/command', close)).toBe('phase-refused');
    expect(station.pollingPlace.phase()).toBe('closed');
    await station.stop();
    station = await startTestStation(home, { onBroken: (error) => expect(error).toBeUndefined() });
    expect(station.pollingPlace.phase()).toBe('closed');
    expect(station.pollingPlace.board.state().damaged).toEqual([]);
  });

  test('a check-in: the desk that asks again hears of its own check-in, another voter is let in', async () => {
    const asked = (voter: number) => ({ voter, identity: { method: 'name-and-photo', override: null } });
    fails = 'check-in';
    expect(await tellStation('desk-1', '/api/desk/check-in', asked(4))).toBe('store-in-doubt');
    expect(await tellStation('desk-1', '/api/desk/check-in', asked(4))).toBe('already-checked-in');
    expect(station.pollingPlace.desk.standing(4)).toMatchObject({ value: { earlier: { desk: 1 } } });
    fails = 'check-in';
    expect(await tellStation('desk-1', '/api/desk/check-in', asked(5))).toBe('store-in-doubt');
    // the next command finishes what waits, whoever gives it
    expect(await tellStation('desk-1', '/api/desk/check-in', asked(6))).toBe('accepted');
    expect(station.pollingPlace.board.state().poll.released).toBe(6);
  });
});
