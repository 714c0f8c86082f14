import { cpSync, rmSync } from 'node:fs';
import { fingerprintSchema } from '@bilik/election';
import { describe, expect, test } from 'vitest';
import { openPollingPlace } from '../apps/station/src/open-polling-place.ts';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { must } from './support/answers.ts';
import { placesOfFile } from './support/open-places.ts';
import { castWhole, checkIn, MORNING_MS, openPolls, openVotingHand } from './support/polling-place.ts';
import { group, type PreparedHome, prepareHome, random } from './support/prepared-home.ts';
import { copyOf, newFolder } from './support/station-disk.ts';
import { openOnLan } from './support/station-http.ts';

const prepared = await prepareHome({ root: newFolder(), voters: 4, cards: 6 });
const { keep } = placesOfFile();

/** Opens the place in a run of a machine that was started as it says. */
function startIn(home: PreparedHome, machineStart: string | undefined): PollingPlace {
  return keep(
    must(
      openPollingPlace({
        home: home.home.station,
        second: home.home.stationSecond,
        group,
        now: () => MORNING_MS,
        elapsedMs: () => 0,
        random,
        software: { version: '0.0.0', fingerprint: fingerprintSchema.parse('0'.repeat(64)) },
        machineStart,
      }),
    ),
  );
}

/** One vote cast on the machine's first start; then the run ends without a word: the folders are taken as a power cut leaves them. */
function cutDay(): PreparedHome {
  const home = copyOf(prepared);
  const place = startIn(home, 'first start');
  openPolls(place);
  checkIn(place, 1);
  castWhole(place, openVotingHand(prepared).vote(1));
  const cut = newFolder();
  cpSync(home.home.root, cut, { recursive: true });
  place.close();
  rmSync(home.home.root, { recursive: true });
  cpSync(cut, home.home.root, { recursive: true });
  return home;
}

const causes = (place: PollingPlace) => place.board.state().restarts.map(({ cause }) => cause);

describe('a start in the middle of the day', () => {
  test('says how the run before it ended, as far as the machine knows', () => {
    expect(causes(startIn(cutDay(), 'second start'))).toEqual(['machine-restarted']);
    expect(causes(startIn(cutDay(), 'first start'))).toEqual(['program-died']);
    expect(causes(startIn(cutDay(), undefined))).toEqual([null]);
    const home = cutDay();
    startIn(home, 'first start').close();
    startIn(home, 'first start').close();
    expect(causes(startIn(home, 'second start'))).toEqual(['program-died', 'clean-stop', 'clean-stop']);
  });

  test('has its paper by itself, the same bytes each time, and none that did not happen', async () => {
    const home = cutDay();
    const place = startIn(home, 'second start');
    const first = must(place.restarts.report(1));
    expect(Buffer.from(first).subarray(0, 5).toString()).toBe('%PDF-');
    expect(must(place.restarts.report(1))).toEqual(first);
    expect(place.restarts.report(2)).toEqual({ ok: false, error: { type: 'no-such-restart' } });
    place.close();
    const lan = await openOnLan(home);
    // a later start changes no report of an earlier one
    expect(must(lan.station.pollingPlace.restarts.report(1))).toEqual(first);
    const heard = await lan.ask('/papers/laporan-mulai-ulang.pdf?nomor=2');
    expect(heard.status).toBe(200);
    expect((await lan.ask('/papers/laporan-mulai-ulang.pdf?nomor=9')).status).toBe(404);
    expect((await lan.ask('/papers/laporan-mulai-ulang.pdf?nomor=x')).status).toBe(400);
    await lan.station.stop();
  });
});
