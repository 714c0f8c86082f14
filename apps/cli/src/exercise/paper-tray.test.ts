import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bitmap } from '@bilik/devices';
import { choicePictures, renderBatalMark, renderSahMark, slipPlaceOf, trackerSlips } from '@bilik/papers';
import { afterEach, expect, test } from 'vitest';
import { inventPeople, votersOfList } from './exercise-people.ts';
import { exerciseDefinition } from './exercise-village.ts';
import { openPaperTray } from './paper-tray.ts';

const definition = exerciseDefinition(votersOfList(inventPeople(20, 7)), [], {
  booths: 2,
  desks: 1,
  cards: 60,
});
const KIND = { kind: 'exercise', widthDots: 576 } as const;
const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function openTray(source = random) {
  const folder = mkdtempSync(join(tmpdir(), 'bilik-tray-'));
  folders.push(folder);
  return { folder, tray: openPaperTray({ folder, definition, random: source }) };
}

/** One piece of paper: rows below each other. */
function glued(...parts: readonly Bitmap[]): Bitmap {
  return {
    width: 576,
    height: parts.reduce((rows, { height }) => rows + height, 0),
    data: Buffer.concat(parts.map(({ data }) => data)),
  };
}

function choice(booth: number, option: number): Bitmap {
  const picture = choicePictures(definition, booth, 576)[0]?.pictures[option];
  if (picture === undefined) throw new RangeError(`no option ${option}`);
  return picture.bitmap;
}

const tracker = (letter: string): Bitmap => trackerSlips(slipPlaceOf(definition, 1, 576))(letter.repeat(43));

/** How far the order of `found` follows that of falling: 1 the same, 0 not at all (Spearman's rank correlation). */
function correlation(found: readonly number[]): number {
  const n = found.length;
  const squares = found.reduce((sum, fallen, place) => sum + (fallen - place) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

test('paper goes where people would put it', () => {
  const { tray } = openTray();
  tray.receive(1, glued(choice(1, 0), renderSahMark(KIND)));
  tray.receive(1, glued(choice(1, 1), renderBatalMark(KIND)));
  tray.receive(2, tracker('A'));
  tray.receive(2, glued(choice(2, 1)));
  expect(['slip-box', 'spoiled', 'trackers', 'scraps'].map((place) => tray.count(place as 'scraps'))).toEqual(
    [1, 1, 1, 1],
  );
  expect(tray.countBox()[0]?.options.map(({ votes }) => votes)).toEqual([1, 0, 0, 0]);
});

test('a voter holds the tracker slip of the booth until it is taken home; nothing on disk says which fell last', () => {
  const { folder, tray } = openTray();
  expect(tray.trackersInHand()).toEqual([]);
  tray.receive(1, tracker('A'));
  tray.receive(2, tracker('B'));
  tray.receive(1, tracker('C'));
  const held = tray.trackersInHand();
  expect(held.map(({ booth }) => booth)).toEqual([1, 2]);
  const inFirst = held.find(({ booth }) => booth === 1)?.file ?? '';
  expect(Buffer.from(tray.picture('trackers', inFirst) ?? [])).toHaveLength(
    readFileSync(join(folder, 'trackers', inFirst)).length,
  );
  tray.takeHome(1);
  expect(tray.trackersInHand().map(({ booth }) => booth)).toEqual([2]);
  expect(tray.count('trackers')).toBe(3);
  const again = openPaperTray({ folder, definition, random });
  expect(again.trackersInHand()).toEqual([]);
});

test('neither times nor names of files, nor the opened box, tell in which order slips fell', () => {
  // names that follow each other are the worst that a random source could give
  let drawn = 0;
  const counting = (count: number): Uint8Array => {
    if (count !== 8) return random(count);
    drawn += 1;
    const name = Buffer.alloc(8);
    name.writeUInt32BE(drawn);
    return name;
  };
  const { folder, tray } = openTray(counting);
  const slips = 60;
  const fallen: string[] = [];
  for (let slip = 0; slip < slips; slip += 1) {
    tray.receive(1, glued(choice(1, slip % 4), renderSahMark(KIND)));
    const known = new Set(fallen);
    fallen.push(...tray.files('slip-box').filter((file) => !known.has(file)));
  }
  const times = (place: string) =>
    readdirSync(join(folder, place)).map((file) => statSync(join(folder, place, file)).mtimeMs);
  expect(new Set(times('slip-box'))).toEqual(new Set([0]));

  const opened = tray.tipOut();
  expect([...opened].sort()).toEqual([...fallen].sort());
  const limit = 4 / Math.sqrt(slips);
  expect(Math.abs(correlation(opened.map((file) => fallen.indexOf(file))))).toBeLessThan(limit);
  // what a disk counts by itself: places of files, and times that nobody can set
  const byDisk = (key: 'ino' | 'birthtimeMs') =>
    [...fallen]
      .map((file, order) => ({ order, at: statSync(join(folder, 'slip-box', file))[key] }))
      .sort((a, b) => a.at - b.at)
      .map(({ order }) => order);
  expect(Math.abs(correlation(byDisk('ino')))).toBeLessThan(limit);
  expect(Math.abs(correlation(byDisk('birthtimeMs')))).toBeLessThan(limit);
  expect(new Set(times('slip-box'))).toEqual(new Set([0]));
  expect(tray.countBox()[0]?.options.map(({ votes }) => votes)).toEqual([15, 15, 15, 15]);
  expect(tray.tipOut()).not.toEqual(opened);
  // the detector sees an order that is there
  expect(correlation(fallen.map((_, order) => order))).toBe(1);
});

test('paper of a logic and accuracy test lies apart, is sorted by booth and choice, and is burnt', () => {
  const { tray } = openTray();
  const ofTest = (booth: number, option: number): Bitmap => {
    const picture = choicePictures(definition, booth, 576, 'exercise-test')[0]?.pictures[option];
    if (picture === undefined) throw new RangeError(`no option ${option}`);
    return picture.bitmap;
  };
  const kind = { kind: 'exercise-test', widthDots: 576 } as const;
  tray.receive(2, glued(ofTest(2, 1), renderSahMark(kind)));
  tray.receive(2, glued(ofTest(2, 1), renderBatalMark(kind)));
  tray.receive(1, trackerSlips(slipPlaceOf(definition, 1, 576, 'exercise-test'))('A'.repeat(43)));
  tray.receive(1, glued(choice(1, 0), renderSahMark(KIND)));
  expect(tray.testSlips()).toEqual([{ booth: 2, contest: 'village-head', key: 'c2' }]);
  expect([tray.count('test'), tray.count('slip-box'), tray.count('trackers')]).toEqual([3, 1, 0]);
  expect(tray.trackersInHand()).toEqual([]);
  tray.burnTestPaper();
  expect([tray.count('test'), tray.testSlips().length, tray.count('slip-box')]).toEqual([0, 0, 1]);
});
