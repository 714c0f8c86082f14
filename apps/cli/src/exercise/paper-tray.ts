import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bitmap, showsRows } from '@bilik/devices';
import { ballotOptions, type ElectionDefinition, type OptionKey } from '@bilik/election';
import {
  bitmapToPng,
  choicePictures,
  renderBatalMark,
  renderSahMark,
  slipPlaceOf,
  testSlipKind,
  trackerSlips,
} from '@bilik/papers';
import { shuffle } from '@bilik/transfer/issue';

/**
 * Where a piece of paper ends up once it is cut; `scraps` is what bears no mark and is no tracker slip, as after a jam. Whatever a logic and
 * accuracy test prints lies apart.
 */
export type PaperPlace = 'slip-box' | 'spoiled' | 'trackers' | 'scraps' | 'test';

/** One slip of a test that was not spoiled. */
export interface TestSlipCount {
  readonly booth: number;
  readonly contest: string;
  readonly key: OptionKey;
}

/** One contest's slips in the box, as hands would count them. */
export interface BoxCount {
  readonly contest: string;
  readonly options: readonly { readonly key: OptionKey; readonly votes: number }[];
}

/** Eyes and hands of the exercise: looks at each cut piece, and puts it where people would. */
export interface PaperTray {
  readonly receive: (booth: number, piece: Bitmap) => void;
  readonly count: (place: PaperPlace) => number;
  readonly files: (place: PaperPlace) => readonly string[];
  /** What the voter in each booth holds: the tracker slip that fell last there. Remembered by this process, written nowhere. */
  readonly trackersInHand: () => readonly { readonly booth: number; readonly file: string }[];
  /** The voter leaves that booth with the tracker slip. */
  readonly takeHome: (booth: number) => void;
  /**
   * Tips the box out: its slips lie in an order of their own each time, and what the disk counts by itself (places, times) follows that
   * order and not the one of falling.
   */
  readonly tipOut: () => readonly string[];
  readonly picture: (place: PaperPlace, file: string) => Uint8Array | undefined;
  /** Takes every slip out of the box and reads its choice from the paper itself. */
  readonly countBox: () => readonly BoxCount[];
  /** Slips of the test, as hands sort them by booth and choice. */
  readonly testSlips: () => readonly TestSlipCount[];
  /** Paper of a test that is over is burnt. */
  readonly burnTestPaper: () => void;
}

export const PAPER_PLACES = [
  'slip-box',
  'spoiled',
  'trackers',
  'scraps',
  'test',
] as const satisfies PaperPlace[];
const FILE_NAME = /^[0-9a-f]{16}\.png$/;

/** The rows that all tracker slips of a polling place share: their foot. */
function trackerFoot(definition: ElectionDefinition): Bitmap {
  const slip = trackerSlips(slipPlaceOf(definition, 1, 576))('A'.repeat(43));
  const from = slip.height - TRACKER_FOOT_ROWS;
  return {
    width: slip.width,
    height: TRACKER_FOOT_ROWS,
    data: slip.data.subarray((from * slip.width) / 8),
  };
}

const TRACKER_FOOT_ROWS = 140;

/** The band across everything that a test prints before its mark. */
function testBand(definition: ElectionDefinition): Bitmap {
  const { width, height, data } = trackerSlips(
    slipPlaceOf(definition, 1, 576, testSlipKind(definition.kind)),
  )('A'.repeat(43));
  return { width, height: BAND_ROWS, data: data.subarray(0, (data.length / height) * BAND_ROWS) };
}

const BAND_ROWS = 50;

/** Writes a file that tells no time: all have that of 1970. */
function writeTimeless(path: string, content: string | Uint8Array): void {
  writeFileSync(path, content);
  utimesSync(path, 0, 0);
}

export function openPaperTray(input: {
  readonly folder: string;
  readonly definition: ElectionDefinition;
  readonly random: (byteCount: number) => Uint8Array;
}): PaperTray {
  const { folder, definition, random } = input;
  const { kind } = definition;
  const choices = Array.from({ length: definition.booths }, (_, index) =>
    choicePictures(definition, index + 1, 576),
  );
  for (const place of PAPER_PLACES) mkdirSync(join(folder, place), { recursive: true, mode: 0o700 });
  const sah = renderSahMark({ kind, widthDots: 576 });
  const batal = renderBatalMark({ kind, widthDots: 576 });
  const tracker = trackerFoot(definition);
  const testChoices = Array.from({ length: definition.booths }, (_, index) =>
    choicePictures(definition, index + 1, 576, testSlipKind(kind)),
  );
  const testMark = renderSahMark({ kind: testSlipKind(kind), widthDots: 576 });
  const ofTest = testBand(definition);
  const inHand = new Map<number, string>();
  const placeOf = (piece: Bitmap): PaperPlace => {
    if (showsRows(piece, ofTest)) return 'test';
    if (showsRows(piece, sah)) return 'slip-box';
    if (showsRows(piece, batal)) return 'spoiled';
    return showsRows(piece, tracker) ? 'trackers' : 'scraps';
  };
  const files = (place: PaperPlace): string[] =>
    readdirSync(join(folder, place))
      .filter((name) => FILE_NAME.test(name))
      .sort();

  const read = (booth: number, piece: Bitmap, pictured = choices): { contest: string; key: OptionKey }[] =>
    (pictured[booth - 1] ?? []).flatMap(({ contest, pictures }) =>
      pictures.filter(({ bitmap }) => showsRows(piece, bitmap)).map(({ key }) => ({ contest, key })),
    );

  return {
    receive(booth, piece) {
      const place = placeOf(piece);
      const seen =
        place !== 'test'
          ? read(booth, piece)
          : showsRows(piece, testMark)
            ? read(booth, piece, testChoices).map((slip) => ({ booth, ...slip }))
            : [];
      const name = Buffer.from(random(8)).toString('hex');
      writeTimeless(join(folder, place, `${name}.png`), bitmapToPng(piece));
      // beside each picture, what eyes read on it: names are random, so a pile has no order
      writeTimeless(join(folder, place, `${name}.json`), JSON.stringify(seen));
      if (place === 'trackers') inHand.set(booth, `${name}.png`);
    },
    trackersInHand: () => [...inHand].sort(([a], [b]) => a - b).map(([booth, file]) => ({ booth, file })),
    takeHome(booth) {
      inHand.delete(booth);
    },
    tipOut() {
      const pile = shuffle(files('slip-box'), random);
      for (const file of pile) {
        for (const name of [file, file.replace('.png', '.json')]) {
          const path = join(folder, 'slip-box', name);
          writeTimeless(`${path}.part`, readFileSync(path));
          renameSync(`${path}.part`, path);
        }
      }
      return pile;
    },
    testSlips: () =>
      files('test').flatMap(
        (file) =>
          JSON.parse(
            readFileSync(join(folder, 'test', file.replace('.png', '.json')), 'utf8'),
          ) as TestSlipCount[],
      ),
    burnTestPaper() {
      for (const file of files('test')) {
        for (const name of [file, file.replace('.png', '.json')]) rmSync(join(folder, 'test', name));
      }
    },
    count: (place) => files(place).length,
    files,
    picture(place, file) {
      return FILE_NAME.test(file) && files(place).includes(file)
        ? readFileSync(join(folder, place, file))
        : undefined;
    },
    countBox() {
      const seen = files('slip-box').flatMap(
        (file) =>
          JSON.parse(readFileSync(join(folder, 'slip-box', file.replace('.png', '.json')), 'utf8')) as {
            contest: string;
            key: OptionKey;
          }[],
      );
      return definition.contests.map((held) => ({
        contest: held.id,
        options: ballotOptions(held).map(({ key }) => ({
          key,
          votes: seen.filter((slip) => slip.contest === held.id && slip.key === key).length,
        })),
      }));
    },
  };
}
