import { civilDate, civilTime, instantOf } from '@bilik/election';
import { afterAll, expect, test } from 'vitest';
import { votingNow } from '../apps/cli/src/exercise/exercise-village.ts';
import { openPolls } from './support/polling-place.ts';
import { prepareHome } from './support/prepared-home.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';
import { openOnLan } from './support/station-http.ts';

afterAll(removeFolders);

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY = civilDate('2026-12-12');

test.each([
  ['14:20', 'WIB'],
  ['23:30', 'WIB'],
  ['23:59', 'WIB'],
  ['00:01', 'WIB'],
  // the laptop stands further east than the village: its night has another date
  ['00:30', 'WITA'],
  ['01:10', 'WIT'],
] as const)(
  'opened by hand at %s %s, it votes at once, hours later and on another day',
  async (time, zone) => {
    const startedMs = instantOf(DAY, civilTime(time), zone);
    const voting = votingNow(startedMs);
    const home = await prepareHome({ root: newFolder(), voters: 6, cards: 8, madeAtMs: startedMs, voting });
    const lan = await openOnLan(home);
    const checkIn = async (voter: number, afterMs: number) => {
      lan.setClock(startedMs + afterMs);
      const identity = { method: 'nik-typed', override: null };
      return (await lan.tell('/api/desk/check-in', { voter, identity })).refusal;
    };
    lan.setClock(startedMs);
    // throws when somebody is asked why they open before the hour
    openPolls(lan.station.pollingPlace);
    expect(await checkIn(1, 0)).toBe('accepted');
    expect(await checkIn(2, MINUTE_MS)).toBe('accepted');
    expect(await checkIn(3, 9 * HOUR_MS)).toBe('accepted');
    expect(await checkIn(4, 40 * HOUR_MS)).toBe('accepted');
    expect(lan.broken).toEqual([]);
    await lan.station.stop();
  },
);
