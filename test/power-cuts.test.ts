import { beforeAll, expect, test } from 'vitest';
import { openPlace, openPolls } from './support/polling-place.ts';
import { cutPower, killAtWrites, type RecordedDay, recordOpenedDay } from './support/power/power-cuts.ts';
import { failSecondMedium } from './support/power/syscall-record.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { copyOf, newFolder, removeFolders } from './support/station-disk.ts';

/** Polls opened, station switched off; and the day that follows, as the system saw it. */
let opened: PreparedHome;
let day: RecordedDay;
/** A sample; the soak takes all (`npm run soak`). */
const SAMPLE = { seed: '1' };

beforeAll(async () => {
  opened = await prepareHome({ root: newFolder(), voters: 5, cards: 7, booths: 2 });
  const place = openPlace(opened);
  openPolls(place);
  place.close();
  day = recordOpenedDay(opened);
  return removeFolders;
});

test('power cuts in every act and after every kind of call, unsynced writes dropped, kept or torn: nothing lost, doubled or unexplained', () => {
  const { calls, cuts, lost, doubled, unexplained } = cutPower(day, SAMPLE);
  console.log(`power cuts: ${cuts} images of ${calls} calls`);
  expect(calls).toBeGreaterThan(500);
  expect(cuts).toBeGreaterThan(30);
  expect({ lost, doubled, unexplained }).toEqual({ lost: [], doubled: [], unexplained: [] });
});

test('planted: media that lie about their syncs lose what was acknowledged, and it is found', () => {
  const { lost } = cutPower(day, SAMPLE, 'lies-about-syncs');
  expect(lost.length).toBeGreaterThan(0);
});

test('killed at real writes to the databases: nothing lost, doubled or unexplained', () => {
  const { calls, cuts, lost, doubled, unexplained } = killAtWrites(day, SAMPLE);
  console.log(`kills: ${cuts} of ${calls} writes`);
  expect(cuts).toBeGreaterThan(0);
  expect({ lost, doubled, unexplained }).toEqual({ lost: [], doubled: [], unexplained: [] });
});

test.each([
  ['ENOSPC', 'full'],
  ['EIO', 'broken'],
] as const)(
  'a second medium that says %s at a real write is named %s, and nothing of that write is recorded',
  (errno, fault) => {
    const failing = copyOf(opened);
    const { words, ended } = failSecondMedium(failing.home.root, errno, 60);
    const last = words.at(-1);
    expect(last?.said).toBe('ask');
    expect(ended).toContain(`"paused":{"medium":"second","fault":"${fault}"}`);
    const place = openPlace(failing);
    const acknowledged = words.filter(({ said, act }) => said === 'ack' && act === 'check-in').length;
    expect(acknowledged).toBeGreaterThan(0);
    // what the medium refused may stand in its log all the same; it was asked for, and acknowledged to nobody
    expect([acknowledged, acknowledged + 1]).toContain(place.board.state().poll.released);
    place.close();
  },
);
