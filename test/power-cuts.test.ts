import { beforeAll, expect, test } from 'vitest';
import { openPlace, openPolls } from './support/polling-place.ts';
import { cutPower, killAtWrites } from './support/power/power-cuts.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';

/** Polls opened, station switched off. */
let opened: PreparedHome;

beforeAll(async () => {
  opened = await prepareHome({ root: newFolder(), voters: 5, cards: 7, booths: 2 });
  const place = openPlace(opened);
  openPolls(place);
  place.close();
  return removeFolders;
});

/** A sample; the soak takes all (every = 1). */
const every = Number(process.env['POWER_CUTS_EVERY'] ?? 67);

test('power cuts after calls of a day on both media, unsynced writes dropped, kept or torn: nothing lost, doubled or unexplained', () => {
  const { calls, cuts, lost, doubled, unexplained } = cutPower(opened, { seed: '1', every });
  console.log(`power cuts: ${cuts} images of ${calls} calls`);
  expect(calls).toBeGreaterThan(500);
  expect({ lost, doubled, unexplained }).toEqual({ lost: [], doubled: [], unexplained: [] });
});

test('planted: media that lie about their syncs lose what was acknowledged, and it is found', () => {
  const { lost } = cutPower(opened, { seed: '1', every: Math.max(every, 300), disk: 'lies-about-syncs' });
  expect(lost.length).toBeGreaterThan(0);
});

test('killed at real writes to the databases: nothing lost, doubled or unexplained', () => {
  const { calls, cuts, lost, doubled, unexplained } = killAtWrites(opened, { seed: '1', every: every * 3 });
  console.log(`kills: ${cuts} of ${calls} writes`);
  expect(cuts).toBeGreaterThan(0);
  expect({ lost, doubled, unexplained }).toEqual({ lost: [], doubled: [], unexplained: [] });
});
