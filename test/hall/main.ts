import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testTheCount } from './count-test.ts';
import { serveCrowd } from './crowd.ts';
import { closeAndCheck, countByHand, openTheSum, verifyFiles, writeMinutesAndSeal } from './evening.ts';
import { openHallDay } from './hall-day.ts';
import type { Kiosks } from './kiosks.ts';
import { openLook } from './look.ts';
import { openScreens, openThePolls, testItself } from './morning.ts';
import { openHall } from './open-hall.ts';
import { cutThePower, extendTheHours, noteTheIncident, oneGoesHome, pullTheStick } from './troubles.ts';
import { serveVotersApart, VOTERS_APART } from './voters-apart.ts';

/** Votes of the whole day. */
const VOTES = 60;

const sumOf = (votes: readonly number[]): number => votes.reduce((sum, count) => sum + count, 0);

const root = mkdtempSync(join(tmpdir(), 'bilik-hall-'));
const pictures = join(import.meta.dirname, '..', '..', 'artefacts', 'hall');
const asked = (flag: string): boolean => process.argv.includes(flag);
const looksAtAll = !asked('--without-pictures') && !asked('--new-pictures');
if (looksAtAll) rmSync(pictures, { recursive: true, force: true });
const look = openLook(asked('--without-pictures') ? undefined : pictures);
const started = performance.now();
const step = (name: string): void =>
  console.log(`${String(Math.round((performance.now() - started) / 1000)).padStart(4)} s  ${name}`);

const hall = await openHall(root);
const undo: (() => Promise<unknown>)[] = [() => hall.stop()];
let seen: Kiosks | undefined;
try {
  step('trustees have made their keys, the package is on its stick');
  const screens = await openScreens(hall, look);
  undo.push(() => screens.kiosks.stop());
  seen = screens.kiosks;
  step('package loaded, board, five booths, six desks and a reader let in');
  await testItself(hall, screens, look);
  step('self-test');
  await testTheCount(hall, screens, look);
  step('logic and accuracy test: every booth, its known votes matched and erased');
  await openThePolls(screens, look);
  step('zero report, opened');
  const day = openHallDay(hall, screens, look);
  await serveVotersApart(day);
  step(`${sumOf(day.votes())} voters apart, each in another way`);
  await pullTheStick(day);
  step('stick pulled and replaced');
  await cutThePower(day);
  step('power cut while a voter confirms, started again');
  await noteTheIncident(day);
  await extendTheHours(day);
  step('incident noted, hours extended');
  await screens.board.go('qr-keluar');
  await look.at(screens.board.page, 'board-outgoing');
  const crowd = Array.from({ length: VOTES - sumOf(day.votes()) }, (_, index) => VOTERS_APART + 1 + index);
  const times = await serveCrowd(day, crowd);
  step(`${crowd.length} voters at six desks and five booths at once`);
  await oneGoesHome(day, VOTES + 5);
  await closeAndCheck(day);
  step('closed, three trustees gave their shares');
  await countByHand(day, 1);
  await openTheSum(day);
  step('counted by hand, sum opened');
  await writeMinutesAndSeal(day);
  step('minutes signed, sealed');
  const shown = await verifyFiles(day, join(root, 'out'));
  assert.deepEqual(shown, day.votes());
  step('both tools accept the record');
  assert.deepEqual([look.findings(), screens.kiosks.errors(), hall.broken()], [[], [], []]);
  const slowest = (all: readonly number[]): number => Number(Math.max(...all).toFixed(1));
  const median = (all: readonly number[]): number =>
    Number((all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0).toFixed(1));
  console.log(
    JSON.stringify({
      votes: sumOf(shown),
      screens: look.seen().length,
      medianCheckInSeconds: median(times.checkIn),
      slowestCheckInSeconds: slowest(times.checkIn),
      medianVoteSeconds: median(times.vote),
      slowestVoteSeconds: slowest(times.vote),
      seconds: Math.round((performance.now() - started) / 1000),
    }),
  );
} catch (error) {
  await seen?.photograph(pictures);
  throw error;
} finally {
  for (const one of undo.reverse()) await one();
  rmSync(root, { recursive: true, force: true });
}
